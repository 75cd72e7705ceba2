/** Carries each report of a town to the department that does the work, and takes its answers through signed links. */

import { doRoutes } from './do-routes.ts';
import { firstHandOver } from './hand-over.ts';
import { routingIn } from './routing.ts';
import type { OfficeAround, OfficePart } from '../office/office.ts';

export { departmentOf, type Held } from './routing.ts';

export function departments(around: OfficeAround): OfficePart {
  const { config, db, outbox, secret, store, now } = around;
  const known = new Map(Object.entries(config.departments ?? {}));
  if (!store || known.size === 0) return {};
  const all = {
    ...{ config, db, outbox, secret, store, now },
    routing: routingIn(db),
    departments: known,
    // Where the relay answers is known only once it does.
    get publicUrl() {
      return around.publicUrl;
    },
  };
  return {
    pages: doRoutes(all),
    added: (request) => firstHandOver(all, request, now()),
  };
}

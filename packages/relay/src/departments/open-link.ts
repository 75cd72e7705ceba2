/** What a department's link opens now. It is checked at each step: that it is ours and not too old, and that the report still lies where it did. */

import { doLinks, type Deed } from './do-links.ts';
import { deedsOf, type HandOverAround } from './hand-over.ts';
import type { OfficeAround } from '../office/office.ts';
import type { StoredRequest } from '../town.ts';
import type { Held } from './routing.ts';

export interface DoAround extends HandOverAround, Pick<OfficeAround, 'db' | 'now'> {}

/** A report where the link was made for it. */
export interface Here {
  readonly is: 'here';
  readonly request: StoredRequest;
  readonly had: readonly Held[];
  /** What may be done now: what is closed is passed on to nobody. */
  readonly deeds: readonly Deed[];
}

/** A report that was passed on since. */
interface Elsewhere {
  readonly is: 'elsewhere';
  readonly request: StoredRequest;
  /** Who has it. */
  readonly department: string;
}

export type NotHere = Elsewhere | { readonly is: 'forged' | 'expired' };

export function linkOpener({ secret, now, store, routing, departments }: DoAround): (token: string) => Here | NotHere {
  const links = doLinks(secret);
  return (token) => {
    const read = links.read(token, now());
    if (typeof read === 'string') return { is: read };
    const request = store.request(read.requestId);
    const had = routing.of(read.requestId);
    const holder = had.at(-1);
    // A link of another town's database, with the same secret.
    if (!request || !holder) return { is: 'forged' };
    if (holder.hop !== read.hop || holder.department !== read.department) {
      return { is: 'elsewhere', request, department: holder.department };
    }
    const deeds = deedsOf(had, departments).filter(
      (deed) => request.deskStatus !== 'Closed' || deed === 'started' || deed === 'done',
    );
    return { is: 'here', request, had, deeds };
  };
}

/** Forgets who sent a report, so many days after it was closed. */

import type { OfficeAround, OfficePart } from './office.ts';

const day = 86_400_000;
const hour = 3_600_000;

export function retention({ store, config, now }: Pick<OfficeAround, 'store' | 'config' | 'now'>): OfficePart {
  if (!store) return {};
  let last = -Infinity;
  return {
    round() {
      const at = +now();
      // A clock that was set back must not put it off.
      if (Math.abs(at - last) < hour) return;
      last = at;
      store.forgetContacts(new Date(at - config.contactDays * day));
    },
  };
}

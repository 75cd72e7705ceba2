/** What every page for staff has around it, whichever part of the office makes it. */

import type { Frame } from '../town/desk/layout.ts';
import type { OfficeAround } from './office.ts';

/** The ways to the rest of the desk are there where the relay has one: a city with a backend of its own has the report alone. */
export function deskFrame({ store, config, outbox }: Pick<OfficeAround, 'store' | 'config' | 'outbox'>): Frame {
  if (!store) return { city: config.city, base: '', links: () => [] };
  return {
    city: store.city,
    base: '',
    links() {
      const { length } = outbox.troubled();
      return [
        { href: '/staff/report', label: 'Council report' },
        { href: '/staff/messages', label: length === 0 ? 'Messages' : `Messages (${length})` },
        { href: '/staff/requests.csv', label: 'Export as a table' },
      ];
    },
  };
}

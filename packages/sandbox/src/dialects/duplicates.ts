/** The same report again within ten minutes is refused, in words for programmers. */

import { type Dialect, type NewRequest, SpecError } from '@citydesk/relay/town';
export const duplicates: Dialect = {
  like: 'Boston: 400 "base is a duplicate"',
  checkReport(report, recent) {
    if (recent.some((each) => whatItSays(each) === whatItSays(report))) throw new SpecError(400, 'base is a duplicate');
  },
};

function whatItSays(report: NewRequest): string {
  const { serviceCode, address, addressId, lat, long, description, attributes } = report;
  return JSON.stringify([serviceCode, address, addressId, lat, long, description, attributes]);
}

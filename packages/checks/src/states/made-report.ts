// The figures that a city of the base states publishes: made by the same code as a relay's, of a month that never changes.

import { cityReport, type CityReport } from '@citydesk/core/city-report';
import type { CountRow } from '@citydesk/core/counts';
import type { ServiceRequest } from '@citydesk/open311';

const services = new Map([
  ['pothole', 'Pothole'],
  ['street_light', 'Street light out'],
  ['recycling', 'Recycling bin not emptied, or emptied only in part'],
]);

const noon = (day: number): Date => new Date(Date.UTC(2026, 9, day, 16));

/** Several a day, of which some are closed soon, some late and some not at all; every fourth in the same street. */
function requests(): readonly ServiceRequest[] {
  const codes = [...services.keys()];
  return Array.from({ length: 120 }, (_, at) => {
    const came = 1 + ((at * 7) % 31);
    const serviceCode = codes[at % 5 === 0 ? 2 : at % 2]!;
    const isOpen = at % 9 === 0;
    return {
      serviceRequestId: `26-${10_000 + at}`,
      status: isOpen ? 'open' : 'closed',
      statusLabel: isOpen ? 'open' : 'closed',
      serviceCode,
      serviceName: services.get(serviceCode)!,
      requestedDatetime: noon(came),
      updatedDatetime: noon(came + (at % 13)),
      expectedDatetime: noon(came + 5),
      mediaUrls: [],
      ...(at % 4 === 0 && { lat: 41.941, long: -85.632 }),
    };
  });
}

function counts(): readonly CountRow[] {
  const row = (event: CountRow['event'], detail: string, count: number, more: Partial<CountRow> = {}): CountRow => {
    return { day: '2026-10-15', event, detail, service: '', language: 'en', channel: 'web', count, ...more };
  };
  return [
    row('started', '', 140),
    row('submitted', 'without-answer', 70, { service: 'pothole' }),
    row('submitted', 'after-answer', 20, { service: 'street_light', language: 'es' }),
    row('submitted', 'no-answers', 8, { channel: 'qr' }),
    row('submitted', 'no-answers', 5, { channel: 'phone' }),
    row('step-left', 'where', 21),
    row('step-left', 'check', 6),
    row('field-error', 'place', 18),
    row('failed', 'offline', 3),
    row('answered', '', 31),
    row('left-after-answer', '', 17),
    row('no-result', '', 9, { service: 'recycling' }),
    row('looked-up', 'found', 88),
    row('fixed', 'yes', 24),
    row('fixed', 'no', 5),
    row('easy', 'yes', 40),
  ];
}

/** October 2026 in Three Rivers. */
export function madeReport(): Promise<CityReport> {
  return cityReport({
    requests: requests(),
    counts: counts(),
    costs: { currency: 'USD', call: 8, online: 0.15 },
    services,
    city: 'Three Rivers',
    zone: 'America/Detroit',
    from: '2026-10-01',
    to: '2026-10-31',
    made: new Date('2026-11-02T14:00:00Z'),
  });
}

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { dayText } from '../city/days.ts';
import { channels, countedEvents, type CountedEvent, type CountRow } from '../counts.ts';
import { cityReport, publicFigures, reportWindow, type CityReport, type CityReportOptions } from '../city-report.ts';
import type { ServiceRequest } from '@citydesk/open311';

const numRuns = process.env['CI'] ? 500 : 60;
const first = 20_512; // 2026-02-28
const last = first + 270;
const canary = 'CANARY-9f3';

const options: CityReportOptions = {
  requests: [],
  counts: null,
  services: new Map([['001', 'Pothole']]),
  city: 'Three Rivers',
  zone: 'America/Detroit',
  from: '2026-11-01',
  to: '2026-11-30',
  made: new Date('2026-12-01T15:00:00Z'),
};
const request: ServiceRequest = { serviceRequestId: '1', status: 'open', statusLabel: 'open', mediaUrls: [] };

const moment = fc
  .integer({ min: (first - 40) * 86_400, max: (last + 40) * 86_400 })
  .map((seconds) => new Date(seconds * 1000));
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined, freq: 6 });
const note = fc.record({
  datetime: maybe(moment),
  type: fc.constantFrom('received', 'in_process', 'processed', 'comment'),
  description: fc.constant(canary),
  mediaUrls: fc.constant([`https://example.gov/${canary}`]),
});
const anyRequest = fc
  .record({
    serviceRequestId: fc.uuid().map((id) => `${canary}-${id}`),
    status: fc.constantFrom('open', 'closed'),
    serviceCode: maybe(fc.constantFrom('001', '002', '003', '1', '2', '3', '4', '5', '6', '7', '8', '9')),
    serviceName: maybe(fc.constantFrom('Pothole', 'Light', 'Tree')),
    requestedDatetime: maybe(moment),
    updatedDatetime: maybe(moment),
    expectedDatetime: maybe(moment),
    lat: maybe(fc.double({ min: 42.3, max: 42.34, noNaN: true })),
    long: maybe(fc.double({ min: -83.1, max: -83.08, noNaN: true })),
    notes: maybe(fc.array(note, { maxLength: 5 })),
  })
  .map((fields): ServiceRequest => ({
    ...(Object.fromEntries(
      Object.entries(fields).filter(([, value]) => value !== undefined),
    ) as unknown as ServiceRequest),
    statusLabel: canary,
    description: canary,
    address: canary,
    addressId: canary,
    zipcode: canary,
    statusNotes: canary,
    agencyResponsible: canary,
    serviceNotice: canary,
    title: canary,
    attributes: [{ label: canary, value: canary }],
    extendedAttributes: { email: `${canary}@example.com`, phone: canary },
    mediaUrls: [`https://example.gov/${canary}`],
  }));
const anyRow: fc.Arbitrary<CountRow> = fc
  .constantFrom(...(Object.keys(countedEvents) as CountedEvent[]))
  .chain((event) =>
    fc.record({
      day: fc.integer({ min: first - 5, max: last + 5 }).map(dayText),
      event: fc.constant(event),
      detail: fc.constantFrom(...(countedEvents[event].length > 0 ? countedEvents[event] : [''])),
      service: fc.constantFrom('', '001', canary),
      language: fc.constantFrom('en', 'es', 'so'),
      channel: fc.constantFrom(...channels),
      count: fc.nat(50),
    }),
  );
const world = fc.record({
  requests: fc.array(anyRequest, { maxLength: 60 }),
  counts: fc.array(anyRow, { maxLength: 30 }),
  costs: fc.constant({ currency: 'USD', call: 8, online: 0.15 }),
  from: fc.integer({ min: first, max: first + 100 }).map(dayText),
  to: fc.integer({ min: first + 150, max: last }).map(dayText),
  made: fc.constant(new Date((last + 60) * 86_400_000)),
});

describe('the report', () => {
  it('is the same in whatever order a city lists its requests', async () => {
    await fc.assert(
      fc.asyncProperty(
        world.chain((given) =>
          fc.tuple(
            fc.constant(given),
            fc.shuffledSubarray([...given.requests], { minLength: given.requests.length }),
            fc.shuffledSubarray([...given.counts], { minLength: given.counts.length }),
          ),
        ),
        async ([given, requests, counts]) => {
          const one = await cityReport({ ...options, ...given });
          assert.deepEqual(await cityReport({ ...options, ...given, requests, counts }), one);
        },
      ),
      { numRuns },
    );
  });

  it('adds up when a period is cut in two', async () => {
    await fc.assert(
      fc.asyncProperty(world, fc.integer({ min: first + 100, max: first + 149 }), async (given, cut) => {
        const whole = addable(await cityReport({ ...options, ...given }));
        const one = addable(await cityReport({ ...options, ...given, to: dayText(cut) }));
        const other = addable(await cityReport({ ...options, ...given, from: dayText(cut + 1) }));
        assert.deepEqual(
          one.map((number, at) => number + other[at]!),
          whole,
        );
      }),
      { numRuns },
    );
  });

  it('has no share of more than all, and leaves nothing out without saying so', async () => {
    await fc.assert(
      fc.asyncProperty(world, async (given) => {
        const { requests } = await cityReport({ ...options, ...given });
        const { received, closed, late, shareClosed, reopened, services, places, leftOut, trend, days } = requests;
        for (const share of [late, shareClosed, ...(reopened ? [reopened] : [])]) {
          assert.ok(share.part >= 0 && share.part <= share.of, JSON.stringify(share));
        }
        const sum = (list: readonly { readonly received: number }[]) =>
          list.reduce((all, each) => all + each.received, 0);
        assert.equal(shareClosed.of, received);
        assert.equal(late.of + leftOut.late, received);
        assert.equal(sum(services) + requests.otherServices, received);
        assert.equal(sum(places) + leftOut.withoutPlace + leftOut.otherPlaces, received);
        assert.equal(sum(trend.stretches), received);
        assert.equal(
          trend.stretches.reduce((all, each) => all + each.closed, 0),
          closed,
        );
        assert.equal(days.of, closed);
        assert.ok(days.median === null || (days.median >= 0 && days.median <= days.ninetieth!));
        assert.ok(places.every((place) => place.received >= 5));
      }),
      { numRuns },
    );
  });

  it('holds nothing of what residents wrote, nor of who and where they are', async () => {
    await fc.assert(
      fc.asyncProperty(world, async (given) => {
        assert.doesNotMatch(JSON.stringify(await cityReport({ ...options, ...given })), /CANARY/);
      }),
      { numRuns },
    );
  });

  it('is made of a hundred thousand requests one by one, without keeping them', async () => {
    async function* many(): AsyncGenerator<ServiceRequest> {
      for (let count = 0; count < 100_000; count++) {
        const requestedDatetime = new Date(Date.parse('2026-11-01T04:00:00Z') + count * 20_000);
        yield { ...request, serviceRequestId: String(count), serviceCode: '001', requestedDatetime };
      }
    }
    const { requests } = await cityReport({ ...options, requests: many() });
    assert.equal(requests.received, 100_000);
  });

  it('refuses a day that is none, a period the wrong way round, and a zone nobody knows', async () => {
    await assert.rejects(cityReport({ ...options, from: '2026-02-30' }), RangeError);
    await assert.rejects(cityReport({ ...options, to: 'soon' }), RangeError);
    await assert.rejects(cityReport({ ...options, from: '2026-12-01' }), RangeError);
    await assert.rejects(cityReport({ ...options, zone: 'Mars/Olympus' }), RangeError);
  });

  it('does not count as closed what was closed before it came', async () => {
    const { requests } = await cityReport({
      ...options,
      requests: [
        {
          ...request,
          status: 'closed',
          requestedDatetime: new Date('2026-11-10T12:00:00Z'),
          updatedDatetime: new Date('2026-11-02T12:00:00Z'),
        },
      ],
    });
    assert.deepEqual([requests.closed, requests.leftOut.closedUndated, requests.shareClosed.part], [0, 1, 1]);
  });

  it('says from which day on was counted, where that is within the period', async () => {
    const since = async (countedSince: string) =>
      (await cityReport({ ...options, counts: [], countedSince })).use?.since;
    assert.equal(await since('2026-11-05'), '2026-11-05');
    assert.equal(await since('2026-11-01'), null);
  });
});

describe('what everybody may see of it', () => {
  it('puts languages of fewer than five reports together', async () => {
    const row = { day: '2026-11-05', event: 'submitted', detail: 'no-answers', service: '', channel: 'web' } as const;
    const report = await cityReport({
      ...options,
      counts: [
        { ...row, language: 'en', count: 50 },
        { ...row, language: 'so', count: 4 },
        { ...row, language: 'vi', count: 1 },
      ],
    });
    assert.deepEqual(publicFigures(report).use?.languages, [
      { name: 'en', count: 50 },
      { name: 'other', count: 5 },
    ]);
  });
});

describe('what a city is asked for', () => {
  it('begins a year before the period, and a day more at both ends for the zones of the earth', () => {
    assert.deepEqual(reportWindow({ from: '2026-11-01', to: '2026-11-30' }), {
      startDate: new Date('2025-10-30T00:00:00Z'),
      endDate: new Date('2026-12-02T00:00:00Z'),
    });
  });
});

/** What has to add up, as a list of numbers. */
function addable({ requests, use, costs }: CityReport): readonly number[] {
  const { received, closed, days, late, shareClosed, reopened, leftOut } = requests;
  const shares = [late, shareClosed, reopened ?? { part: 0, of: 0 }].flatMap(({ part, of }) => [part, of]);
  return [
    ...[received, closed, days.of, ...shares],
    ...[leftOut.late, leftOut.reopened, leftOut.withoutPlace],
    ...[use!.started, use!.submitted, use!.lookedUp, use!.answers.confirmed, use!.answers.possible],
    ...[costs!.reports, costs!.answers, costs!.avoided],
  ];
}

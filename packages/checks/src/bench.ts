// Measures speed and memory, for people to read: times are never a gate, machines are noisy. Everything but decoding has a file of its own.
//
// Decoding: 1,000 requests as GET requests.json gives them, beside JSON.parse alone and beside the least check that could be written by hand.
// All three take turns in one run, and the best of the rounds counts.

import { decodeRequests, valueIn } from '@citydesk/open311/wire';
import { benchHost } from './bench-host.ts';
import { benchMounts } from './bench-mounts.ts';
import { benchRefreshes } from './bench-refreshes.ts';
import { benchRelay } from './bench-relay.ts';
import { benchReport } from './bench-report.ts';
import { benchRows } from './bench-rows.ts';
import { benchSearch } from './bench-search.ts';

const rounds = 30;

const words =
  'A large pothole in the right lane has grown for several weeks, and cars swerve around it near the school.';

/** About 600 kB, as a city would answer. */
function thousandRequests(): string {
  const at = (minutes: number) => new Date(1.7e12 + minutes * 60_000).toISOString();
  const rows = Array.from({ length: 1000 }, (_, index) => ({
    service_request_id: `26-${String(index).padStart(5, '0')}`,
    status: index % 2 ? 'open' : 'closed',
    status_notes: index % 3 ? null : 'A crew is on its way to this place.',
    service_name: ['Pothole', 'Graffiti', 'Street light out', 'Missed trash'][index % 4],
    service_code: String(index % 25).padStart(3, '0'),
    description: words.slice(0, 40 + ((index * 37) % 60)),
    agency_responsible: 'Public Works',
    service_notice: null,
    requested_datetime: at(index * 10),
    updated_datetime: at(index * 12),
    expected_datetime: index % 2 ? at(index * 40) : null,
    address: `${100 + index} Main Street, Three Rivers`,
    address_id: String(545_000 + index),
    zipcode: '49093',
    lat: 41.94 + index / 1e5,
    long: -85.63 - index / 1e5,
    media_url: index % 4 ? null : `https://city.example/media/${index}.jpg`,
  }));
  return JSON.stringify(rows);
}

/** Copies each row and checks each field by its name, with `typeof` and `Date.parse`: the floor for anything that checks at all. */
function checkedByHand(text: string): number {
  const rows = JSON.parse(text) as Readonly<Record<string, unknown>>[];
  return rows.map((row) => ({
    serviceRequestId: needed(row['service_request_id']),
    status: row['status'] === 'closed' || row['status'] === 'open' ? row['status'] : fail(),
    statusNotes: optional(row['status_notes']),
    serviceName: optional(row['service_name']),
    serviceCode: optional(row['service_code']),
    description: optional(row['description']),
    agencyResponsible: optional(row['agency_responsible']),
    serviceNotice: optional(row['service_notice']),
    requestedDatetime: date(row['requested_datetime']),
    updatedDatetime: date(row['updated_datetime']),
    expectedDatetime: date(row['expected_datetime']),
    address: optional(row['address']),
    addressId: optional(row['address_id']),
    zipcode: optional(row['zipcode']),
    lat: number(row['lat']),
    long: number(row['long']),
    mediaUrl: optional(row['media_url']),
  })).length;
}

function needed(value: unknown): string {
  return typeof value === 'string' ? value : fail();
}

function optional(value: unknown): string | undefined {
  return value === null ? undefined : needed(value);
}

function date(value: unknown): string | undefined {
  const said = optional(value);
  return said === undefined || !Number.isNaN(Date.parse(said)) ? said : fail();
}

function number(value: unknown): number {
  return typeof value === 'number' ? value : fail();
}

function fail(): never {
  throw new TypeError('A field is not as expected');
}

export async function bench(): Promise<void> {
  await benchDecoding();
  await benchSearch();
  await benchRows();
  await benchRefreshes();
  await benchRelay();
  await benchReport();
  await benchMounts();
  await benchHost();
}

async function benchDecoding(): Promise<void> {
  const text = thousandRequests();
  const candidates: Readonly<Record<string, () => unknown>> = {
    'JSON.parse alone': () => JSON.parse(text),
    'JSON.parse and a check by hand': () => checkedByHand(text),
    'our decoder': async () => decodeRequests(await valueIn(text)),
  };
  const best = new Map<string, number>();
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(candidates)) {
      const began = performance.now();
      await run();
      best.set(name, Math.min(best.get(name) ?? Infinity, performance.now() - began));
    }
  }
  const floor = best.get('JSON.parse and a check by hand')!;
  console.log(
    `Decoding 1,000 requests (${Math.round(text.length / 1000)} kB), best of ${rounds} rounds, Node ${process.versions.node}`,
  );
  for (const [name, milliseconds] of best) {
    console.log(
      `${name.padEnd(34)}${milliseconds.toFixed(2).padStart(7)} ms ${(milliseconds / floor).toFixed(2).padStart(6)} ×`,
    );
  }
}

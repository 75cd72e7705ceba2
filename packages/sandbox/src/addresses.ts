/**
 * The addresses of the demo city, as `/addresses.json`: for a field that finds a street and number. Made of the houses in
 * seed/streets.json, interpolated and not surveyed; streets © OpenStreetMap contributors (ODbL), see seed/NOTICE.
 */

import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { etag, RETAINED_304_HEADERS } from 'hono/etag';
import { seedFile } from './seed-file.ts';
import type { CityMap } from './three-rivers/past-requests.ts';

export interface Address {
  /** House number and street, as in "318 E Hoffman St". */
  readonly label: string;
  /** WGS84 degrees. */
  readonly lat: number;
  readonly long: number;
}

type House = CityMap['streets'][number]['houses'][number];

/** Numbers between two houses: those that end as 318 and 313 do, one in 18 m on each side. */
const lots = { every: 20, even: 18, odd: 13 };
/** Houses of the seed are 36 m apart, some 40 numbers. Where the next is farther, the street has a gap or bends. */
const mostApart = 46;

let all: readonly Address[] | undefined;

/** Every address, street by street, by number; the same in every run. */
export function addresses(): readonly Address[] {
  all ??= seedFile<CityMap['streets']>('streets').flatMap(({ name, houses }) =>
    [0, 1]
      .flatMap((side) => filled(houses.filter(([number]) => number % 2 === side)))
      .sort(([a], [b]) => a - b)
      .map(([number, lat, long]) => ({ label: `${number} ${name}`, lat, long })),
  );
  return all;
}

/** `GET /addresses.json`: `{ "addresses": [["318 E Hoffman St", lat, long], …] }`, for pages of any site. */
export function addressList(): Hono {
  const app = new Hono();
  // A 304 that did not allow it would be kept from the page that asked.
  const retainedHeaders = [...RETAINED_304_HEADERS, 'Access-Control-Allow-Origin', 'X-Content-Type-Options'];
  app.get('/addresses.json', compress(), etag({ retainedHeaders }), (c) =>
    c.json({ addresses: addresses().map(({ label, lat, long }) => [label, lat, long]) }, 200, {
      'Access-Control-Allow-Origin': '*',
      'Cache-Control': 'public, max-age=3600',
      'X-Content-Type-Options': 'nosniff',
    }),
  );
  return app;
}

/** The houses of one side of a street, by number, and the lots between them. */
function filled(houses: readonly House[]): readonly House[] {
  return houses.flatMap((house, index) => {
    const next = houses[index + 1];
    return next && next[0] - house[0] <= mostApart ? [house, ...between(house, next)] : [house];
  });
}

function between(from: House, to: House): readonly House[] {
  const end = from[0] % 2 === 0 ? lots.even : lots.odd;
  const first = from[0] + 1 + ((((end - from[0] - 1) % lots.every) + lots.every) % lots.every);
  const houses: House[] = [];
  for (let number = first; number < to[0]; number += lots.every) {
    const share = (number - from[0]) / (to[0] - from[0]);
    const at = (axis: 1 | 2) => Number((from[axis] + (to[axis] - from[axis]) * share).toFixed(5));
    houses.push([number, at(1), at(2)]);
  }
  return houses;
}

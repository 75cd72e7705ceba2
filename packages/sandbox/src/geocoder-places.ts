/**
 * Finds the demo city's addresses, streets, crossings and places by words and by point. Made of seed/: interpolated and not surveyed; streets and
 * places © OpenStreetMap contributors (ODbL), see seed/NOTICE.
 */

import { addresses } from './addresses.ts';
import { matchOf, tokensOf, wordsOf, type Word } from './geocoder-words.ts';
import type { Spot } from './three-rivers/past-requests.ts';
import { seedFile } from './seed-file.ts';

/** WGS84 degrees. */
export interface Spotted {
  readonly lat: number;
  readonly long: number;
}

export interface KnownPlace extends Spotted {
  /** `house`, `street`, `crossing`, or what it is: `library`, `park` … */
  readonly kind: string;
  /** Of all but houses. */
  readonly name?: string | undefined;
  /** Of houses. */
  readonly number?: string | undefined;
  /** Where a house or a place stands. */
  readonly street?: string | undefined;
}

/** The best for what was typed, best first: all its words begin a word of the place, or nearly do where none fits. */
export function placesFor(typed: string, limit: number, near?: Spotted): readonly KnownPlace[] {
  const tokens = tokensOf(typed);
  const number = /^\d{1,6}$/.test(tokens[0] ?? '') ? Number(tokens[0]) : undefined;
  const found = [false, true].map((typos) => [
    ...(number === undefined ? [] : housesFor(number, tokens.slice(1), typos, near)),
    ...ranked(index().named, tokens, typos, near).map(({ place }) => place),
  ]);
  return (found.find(({ length }) => length) ?? []).slice(0, limit);
}

/** The address nearest to a point, at most `metres` away. */
export function addressAt(point: Spotted, metres: number): KnownPlace | undefined {
  let best: KnownPlace | undefined;
  let least = metres;
  for (const house of index().houses) {
    const away = metresBetween(house, point);
    if (away > least) continue;
    least = away;
    best = house;
  }
  return best;
}

/** Metres, on a map that is flat: right within a town. */
export function metresBetween(a: Spotted, b: Spotted): number {
  const east = (a.long - b.long) * Math.cos((a.lat * Math.PI) / 180);
  return Math.hypot(east, a.lat - b.lat) * 111_195;
}

interface Named {
  readonly place: KnownPlace;
  readonly words: readonly Word[];
}

interface Index {
  readonly houses: readonly KnownPlace[];
  readonly byStreet: ReadonlyMap<string, readonly KnownPlace[]>;
  readonly named: readonly Named[];
}

let made: Index | undefined;

function index(): Index {
  made ??= makeIndex();
  return made;
}

function makeIndex(): Index {
  const houses = addresses().map(({ label, lat, long }): KnownPlace => {
    const [, number, street] = /^(\S+) (.*)$/.exec(label) ?? [];
    return { kind: 'house', number, street, lat, long };
  });
  const byStreet = new Map<string, KnownPlace[]>();
  for (const house of houses) {
    const { street = '' } = house;
    const own = byStreet.get(street);
    if (own) own.push(house);
    else byStreet.set(street, [house]);
  }
  const streets = [...byStreet].map(([name, [...own]]): KnownPlace => {
    const { lat, long } = own[own.length >> 1]!;
    return { kind: 'street', name, lat, long };
  });
  const nearestStreet = (spot: Spotted) =>
    houses.reduce((best, one) => (metresBetween(one, spot) < metresBetween(best, spot) ? one : best)).street;
  const crossings = seedFile<readonly Spot[]>('crossings').map((spot): KnownPlace => ({ ...spot, kind: 'crossing' }));
  const places = seedFile<readonly (Spot & { readonly kind: string })[]>('places').map((spot): KnownPlace => ({
    ...spot,
    street: nearestStreet(spot),
  }));
  const named = [...streets, ...places, ...crossings].map((place) => ({ place, words: wordsOf(place.name ?? '') }));
  return { houses, byStreet, named };
}

/** Houses of this number, else of the nearest, on the streets that fit best. */
function housesFor(number: number, words: readonly string[], typos: boolean, near?: Spotted): readonly KnownPlace[] {
  const streets = ranked(index().named, words, typos, near).filter(({ place }) => place.kind === 'street');
  const houses = streets.flatMap(({ place }) => {
    const own = index().byStreet.get(place.name ?? '') ?? [];
    const away = (house: KnownPlace) => Math.abs(Number(house.number) - number);
    return own.toSorted((one, other) => away(one) - away(other)).slice(0, 3);
  });
  const exact = houses.filter((house) => Number(house.number) === number);
  return exact.length ? exact : houses;
}

function ranked(named: readonly Named[], tokens: readonly string[], typos: boolean, near?: Spotted) {
  return named
    .flatMap(({ place, words }) => {
      const score = matchOf(tokens, words, typos);
      return score > 0 ? [{ place, score, away: near ? metresBetween(place, near) : 0 }] : [];
    })
    .sort((one, other) => other.score - one.score || one.away - other.away);
}

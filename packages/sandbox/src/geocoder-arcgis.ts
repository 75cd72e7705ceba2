/** The demo city's geocoder in the words of an ArcGIS locator (Geocode Service: Find Address Candidates, Reverse Geocode). */

import { addressAt, placesFor, type KnownPlace, type Spotted } from './geocoder-places.ts';

/** What an address ends with. */
export interface Town {
  readonly city: string;
  readonly state: string;
  readonly postcode: string;
}

type Query = Readonly<Record<string, string | undefined>>;

const wgs84 = { wkid: 4326, latestWkid: 4326 };
const most = 50;

export function answerCandidates(query: Query, town: Town): unknown {
  const { SingleLine, singleLine = SingleLine ?? '', maxLocations = '20', location } = query;
  const near = location === undefined ? undefined : spotIn(location);
  const wrong =
    faultIn(query) ??
    (singleLine.trim() && singleLine.length <= 200 ? undefined : 'SingleLine is missing, or too long.') ??
    (location === undefined || near ? undefined : 'location is no point.');
  if (wrong !== undefined) return refusal(wrong);
  const limit = Math.min(most, Math.max(1, Number(maxLocations) || 1));
  return {
    spatialReference: wgs84,
    candidates: placesFor(singleLine, limit, near).map((place, at) => ({
      address: lineOf(place, town),
      location: { x: place.long, y: place.lat },
      score: 100 - at,
      attributes: {},
    })),
  };
}

export function answerReverse(query: Query, town: Town): unknown {
  const spot = spotIn(query['location'] ?? '');
  const wrong = faultIn(query) ?? (spot ? undefined : 'location is missing, or no point.');
  if (wrong !== undefined || !spot) return refusal(wrong ?? '');
  const found = addressAt(spot, Number(query['distance'] ?? 0) || 0);
  if (!found) return refusal('Unable to find address for the specified location.');
  const { number = '', street = '', lat, long } = found;
  return {
    address: {
      Match_addr: lineOf(found, town),
      Addr_type: 'PointAddress',
      AddNum: number,
      Address: `${number} ${street}`,
      City: town.city,
      Region: town.state,
      Postal: town.postcode,
    },
    location: { x: long, y: lat, spatialReference: wgs84 },
  };
}

const refusal = (detail: string) => ({
  error: { code: 400, message: 'Cannot perform query. Invalid query parameters.', details: [detail] },
});

/** Without f it would answer with a web page. */
function faultIn({ f, outSR = '4326' }: Query): string | undefined {
  if (f !== 'json' && f !== 'pjson') return 'f is not json.';
  return outSR === '4326' ? undefined : 'outSR: this locator knows 4326 alone.';
}

/** `x,y`, or the JSON of a point. */
function spotIn(location: string): Spotted | undefined {
  const [x, y] = location.startsWith('{')
    ? pointIn(location)
    : location.split(',').map((part) => (part ? Number(part) : NaN));
  const isPlace = typeof x === 'number' && typeof y === 'number' && Math.abs(y) <= 90 && Math.abs(x) <= 180;
  return isPlace ? { lat: y, long: x } : undefined;
}

function pointIn(location: string): readonly unknown[] {
  try {
    const { x, y, spatialReference } = JSON.parse(location) as Record<string, unknown>;
    const { wkid = 4326 } = (spatialReference ?? {}) as { readonly wkid?: unknown };
    return wkid === 4326 ? [x, y] : [];
  } catch {
    return [];
  }
}

function lineOf({ name, number, street }: KnownPlace, { city, state, postcode }: Town): string {
  const address = number ? `${number} ${street}` : street;
  return [name, address, city, state, postcode].filter(Boolean).join(', ');
}

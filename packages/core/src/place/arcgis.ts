/** An ArcGIS locator, which many cities and counties have (developers.arcgis.com, Geocode Service: Find Address Candidates, Reverse Geocode). */
import type { Geocoder } from './address-search.ts';
import { operationsAt } from './base-url.ts';
import { foundPlace } from './found-place.ts';

/**
 * @param base ends with `/GeocodeServer`; its own parameters go along (`?token=…&forStorage=true`)
 * @param town after which the rest of an address needs not be said: the city's own
 */
export function arcgis(base: string, town?: string): Geocoder {
  const url = operationsAt(base);
  return {
    urlFor: ({ text, near, locale }) =>
      url('findAddressCandidates', {
        f: 'json',
        SingleLine: text,
        maxLocations: 5,
        outSR: 4326,
        location: near && inDegrees(near.lat, near.long),
        langCode: locale,
      }),
    // Without a distance, older servers find nothing.
    urlAt: ({ lat, long }, locale) =>
      url('reverseGeocode', {
        f: 'json',
        location: inDegrees(lat, long),
        distance: 150,
        outSR: 4326,
        langCode: locale,
      }),
    placesIn(json) {
      const { candidates, address, location } = (json ?? {}) as Answer;
      const found: readonly Candidate[] = Array.isArray(candidates) ? candidates : [{ address, location }];
      return found.flatMap((one) => foundPlace(labelOf(one?.address, town), one?.location?.y, one?.location?.x));
    },
  };
}

interface Answer {
  readonly candidates?: unknown;
  readonly address?: unknown;
  readonly location?: Readonly<Record<string, unknown>> | null;
}

type Candidate = Pick<Answer, 'address' | 'location'> | null;

/** Said with its reference: bare numbers would be in the locator's own, often feet in a state plane. */
const inDegrees = (lat: number, long: number) =>
  `{"x":${long.toFixed(5)},"y":${lat.toFixed(5)},"spatialReference":{"wkid":4326}}`;

/** Found for words, an address is a text; found for a point, an object whose fields differ from locator to locator. */
function labelOf(address: unknown, town?: string): string {
  const { Match_addr, Address, Street } = (address ?? {}) as Readonly<Record<string, unknown>>;
  const said = [address, Match_addr, Address, Street].find((one) => typeof one === 'string' && one) as
    string | undefined;
  const parts = said?.split(/\s*,\s*/) ?? [];
  const end = parts.findIndex((part, at) => at && part.toLowerCase() === town?.toLowerCase());
  const label = (end < 0 ? parts : parts.slice(0, end)).join(', ');
  // Many locators answer in capitals. Other words of two letters may be a direction or a state.
  return label === label.toUpperCase()
    ? label.replace(/\p{L}{3,}|\b(ST|RD|DR|LN|CT|PL)\b/gu, (word) => word[0] + word.slice(1).toLowerCase())
    : label;
}

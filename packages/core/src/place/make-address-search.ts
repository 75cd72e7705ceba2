/** Asks a geocoder over HTTP. The network is a port. */
import type { AddressSearch, FoundPlace, Geocoder } from './address-search.ts';
import { distanceMetres } from './distance.ts';

/**
 * Brings the JSON of an answer.
 * @throws whatever it throws when there is none
 */
export type FetchJson = (url: string, signal: AbortSignal) => Promise<unknown>;

/** Metres from a point to the address that it is said to be at, at most. */
export const nearest = 150;

export function addressSearch(geocoder: Geocoder, fetchJson: FetchJson): AddressSearch {
  return {
    async suggest(query, signal) {
      if (!query.text.trim()) return [];
      return distinct(geocoder.placesIn(await fetchJson(geocoder.urlFor(query), signal)));
    },
    async at(point, signal, locale) {
      const url = geocoder.urlAt?.(point, locale);
      const found = url === undefined ? [] : geocoder.placesIn(await fetchJson(url, signal));
      return found.find((one) => distanceMetres(one, point) <= nearest);
    },
  };
}

/** Without those that read the same: maps have many streets in pieces. */
export const distinct = (found: readonly FoundPlace[]): readonly FoundPlace[] =>
  found.filter(({ label }, at) => found.findIndex((one) => one.label === label) === at);

/** Any geocoder written for MapLibre's search box (maplibre-gl-geocoder, MaplibreGeocoderApi), as the form's own: for pages that have one. */
import type { AddressSearch, FoundPlace } from './address-search.ts';
import { distanceMetres } from './distance.ts';
import { foundPlace } from './found-place.ts';
import { distinct, nearest } from './make-address-search.ts';

/** What of a `MaplibreGeocoderApi` is used. Degrees are `[long, lat]`, as in GeoJSON. */
export interface MaplibreGeocoder {
  forwardGeocode(config: {
    query: string;
    limit: number;
    proximity?: number[];
    language?: string;
  }): Promise<{ readonly features: readonly unknown[] }>;
  /** Without it, a pin gets no address. */
  reverseGeocode?(config: {
    query: number[];
    limit: number;
    language?: string;
  }): Promise<{ readonly features: readonly unknown[] }>;
}

/** A question that is no longer wanted is let run, and its answer thrown away: the other side knows no signals. */
export function fromMaplibreGeocoder(api: MaplibreGeocoder): AddressSearch {
  return {
    async suggest({ text, near, locale }, signal) {
      if (!text.trim()) return [];
      const answer = await api.forwardGeocode({
        query: text,
        limit: 5,
        ...(near && { proximity: [near.long, near.lat] }),
        ...(locale && { language: locale }),
      });
      signal.throwIfAborted();
      return distinct(placesIn(answer));
    },
    async at(point, signal, locale) {
      const query = [point.long, point.lat];
      const answer = await api.reverseGeocode?.({ query, limit: 1, ...(locale && { language: locale }) });
      signal.throwIfAborted();
      return placesIn(answer).find((one) => distanceMetres(one, point) <= nearest);
    },
  };
}

function placesIn(answer: { readonly features?: unknown } | null | undefined): readonly FoundPlace[] {
  const features = answer?.features;
  if (!Array.isArray(features)) return [];
  return (features as readonly Feature[]).flatMap((feature) => {
    const at = feature?.center ?? feature?.geometry?.coordinates;
    const label = [feature?.place_name, feature?.text].find((one) => typeof one === 'string' && one.trim() !== '');
    return foundPlace(`${label ?? ''}`, at?.[1], at?.[0]);
  });
}

/** Carmen GeoJSON: GeoJSON and names. */
type Feature = null | {
  readonly place_name?: string;
  readonly text?: string;
  readonly center?: readonly unknown[] | null;
  readonly geometry?: { readonly coordinates?: readonly unknown[] | null } | null;
};

/** Photon, the geocoder over OpenStreetMap (github.com/komoot/photon, docs/api-v1.md). */
import type { Point } from '../request/draft.ts';
import type { Geocoder } from './address-search.ts';
import { operationsAt } from './base-url.ts';
import { foundPlace } from './found-place.ts';

/**
 * @param base such as `https://photon.example/` or `https://photon.example/api`; its own parameters go along (`?bbox=…`, `?lang=default`)
 * @param town that needs not be named: the city's own
 */
export function photon(base: string, town?: string): Geocoder {
  const url = operationsAt(base, /(\/api)?\/*$/);
  const common = (point?: Point, locale?: string) => ({
    // Closer than a metre is nobody's business.
    lat: point?.lat.toFixed(5),
    lon: point?.long.toFixed(5),
    // A language that the server lacks is an error there, for the whole question: these three come with the data that everyone has.
    lang: /^(de|en|fr)\b/.exec(locale ?? '')?.[0],
  });
  return {
    urlFor: ({ text, near, locale }) => url('api', { q: text, limit: 5, ...common(near, locale) }),
    urlAt: (point, locale) => url('reverse', common(point, locale)),
    placesIn(json) {
      const { features } = (json ?? {}) as { readonly features?: unknown };
      if (!Array.isArray(features)) return [];
      return (features as readonly Feature[]).flatMap((feature) => {
        const at = feature?.geometry?.coordinates;
        return foundPlace(labelOf(feature?.properties, town), at?.[1], at?.[0]);
      });
    },
  };
}

type Feature = null | {
  readonly geometry?: { readonly coordinates?: readonly unknown[] | null } | null;
  readonly properties?: Properties;
};

type Properties = Readonly<Record<string, unknown>> | null | undefined;

/** Where the number goes behind the street. */
const numberLast = 'AT BE CH CZ DE DK ES FI IT MX NL NO PL PT SE';

function labelOf(properties: Properties, town?: string): string {
  const [name, number, street, city, country] = ['name', 'housenumber', 'street', 'city', 'countrycode'].map((key) =>
    typeof properties?.[key] === 'string' ? properties[key] : '',
  );
  const address = [number, street];
  if (numberLast.includes(country || '-')) address.reverse();
  const parts = [name, street && address.join(' ').trim(), city !== town && city];
  return [...new Set(parts)].filter(Boolean).join(', ');
}

/** The address search of a city: the geocoder it names, each kind fetched when it is first asked. Nobody is asked whom the city did not name. */
import { addressSearch, type AddressSearch, type FetchJson, type Geocoder } from '@citydesk/core/place';
import type { MaplibreGeocoder } from '@citydesk/core/place/maplibre-geocoder';
import type { BesideForm } from '../beside.ts';

/** Whether there is one. */
export function hasAddressSearch(form: BesideForm): boolean {
  return !!ownGeocoder(form) || !!form.city.settings.geocoder;
}

/**
 * The search; `undefined` where the city has none.
 * @throws where its code does not load
 */
export async function addressSearchOf(form: BesideForm): Promise<AddressSearch | undefined> {
  const own = ownGeocoder(form);
  if (own) return (await import('@citydesk/core/place/maplibre-geocoder')).fromMaplibreGeocoder(own);
  const { geocoder, geocoderKind, cityName } = form.city.settings;
  if (!geocoder) return undefined;
  const url = new URL(geocoder, document.baseURI).href;
  switch (geocoderKind) {
    case 'addresses':
      return (await import('@citydesk/core/place/static-list')).staticList(url, fetchJson);
    case 'arcgis':
      return overHttp((await import('@citydesk/core/place/arcgis')).arcgis(url, cityName));
    default:
      return overHttp((await import('@citydesk/core/place/photon')).photon(url, cityName));
  }
}

const overHttp = (geocoder: Geocoder) => addressSearch(geocoder, fetchJson);

const fetchJson: FetchJson = async (url, signal) => {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`GET ${url}: HTTP ${response.status}`);
  return response.json();
};

/** A page may give one that it wrote for MapLibre's own search box, as a property. */
function ownGeocoder({ host }: BesideForm): MaplibreGeocoder | undefined {
  const { geocoder } = host as { readonly geocoder?: unknown };
  return typeof geocoder === 'object' && geocoder ? (geocoder as MaplibreGeocoder) : undefined;
}

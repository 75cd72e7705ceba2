/**
 * The demo city's geocoder, as web editors would set one: under `/geocoder/` it answers as Photon does, under `/geocoder/arcgis/GeocodeServer` as an
 * ArcGIS locator does. Pages of any site may ask.
 */

import { Hono, type Context } from 'hono';
import { answerCandidates, answerReverse } from './geocoder-arcgis.ts';
import { addressAt, placesFor, type KnownPlace, type Spotted } from './geocoder-places.ts';

/** Where everything in the seed is. */
const town = { city: 'Three Rivers', state: 'Michigan', postcode: '49093' };

/** Photon's own: it answers 400 to every other. */
const languages = new Set(['default', 'en', 'de', 'fr']);
const mostResults = 50;
const longestQuery = 200;
/** Metres around a point, as Photon looks. */
const reach = 1000;

const headers = {
  'Access-Control-Allow-Origin': '*',
  'Cache-Control': 'public, max-age=3600',
  'X-Content-Type-Options': 'nosniff',
};

export function geocoder(): Hono {
  const app = new Hono();
  app.get('/geocoder/api', (c) => {
    const { q = '', limit, lat, lon } = c.req.query();
    const near = spotIn(lat, lon);
    const wrong =
      (!q.trim() && 'missing search term q') ||
      (q.length > longestQuery && `search term q is longer than ${longestQuery} characters`) ||
      ((lat !== undefined || lon !== undefined) && !near && 'lat and lon are no place on the globe') ||
      faultIn(c);
    return wrong ? refusal(c, wrong) : collection(c, placesFor(q, countIn(limit, 15), near));
  });
  app.get('/geocoder/reverse', (c) => {
    const { lat, lon } = c.req.query();
    const spot = spotIn(lat, lon);
    const wrong = (!spot && 'lat and lon are missing, or no place on the globe') || faultIn(c);
    if (wrong || !spot) return refusal(c, wrong || '');
    const found = addressAt(spot, reach);
    return collection(c, found ? [found] : []);
  });
  // ArcGIS answers 200 to everything, and says in the body what was wrong.
  app.get('/geocoder/arcgis/GeocodeServer/findAddressCandidates', (c) =>
    c.json(answerCandidates(c.req.query(), town), 200, headers),
  );
  app.get('/geocoder/arcgis/GeocodeServer/reverseGeocode', (c) =>
    c.json(answerReverse(c.req.query(), town), 200, headers),
  );
  return app;
}

function faultIn(c: Context): string | undefined {
  const { lang, limit } = c.req.query();
  if (lang !== undefined && !languages.has(lang))
    return `language ${lang} is not supported, supported are ${[...languages].join(', ')}`;
  return limit !== undefined && !/^\d{1,6}$/.test(limit) ? 'limit is no number' : undefined;
}

const refusal = (c: Context, message: string) => c.json({ message }, 400, { ...headers, 'Cache-Control': 'no-store' });

const collection = (c: Context, places: readonly KnownPlace[]) =>
  c.json({ type: 'FeatureCollection', features: places.map(featureOf) }, 200, headers);

/** As Photon writes it, without the ids of OpenStreetMap, which the seed has not. */
function featureOf({ kind, name, number, street, lat, long }: KnownPlace) {
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [long, lat] },
    properties: {
      ...tagOf(kind),
      name,
      housenumber: number,
      street,
      ...town,
      county: 'Saint Joseph',
      country: 'United States',
      countrycode: 'US',
    },
  };
}

function tagOf(kind: string) {
  if (kind === 'house') return { osm_key: 'place', osm_value: 'house', type: 'house' };
  if (kind === 'street') return { osm_key: 'highway', osm_value: 'residential', type: 'street' };
  if (kind === 'crossing') return { osm_key: 'highway', osm_value: 'crossing', type: 'other' };
  return { osm_key: kind === 'park' ? 'leisure' : 'amenity', osm_value: kind, type: 'house' };
}

function spotIn(lat: unknown, long: unknown): Spotted | undefined {
  const spot = { lat: Number(lat ?? NaN), long: Number(long ?? NaN) };
  return lat !== '' && long !== '' && Math.abs(spot.lat) <= 90 && Math.abs(spot.long) <= 180 ? spot : undefined;
}

const countIn = (limit: string | undefined, otherwise: number): number =>
  Math.min(mostResults, Math.max(1, Number(limit ?? otherwise) || otherwise));

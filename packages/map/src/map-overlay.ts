/** What is drawn over the city's style: the ring of a rough location, and the things that can be picked. */
import type { GeoJSONSource, Map as MapLibre, MapMouseEvent } from 'maplibre-gl';
import type { Asset, Point } from './map-options.ts';
import { circle } from './mercator.ts';

const ring = 'citydesk-ring';
const things = 'citydesk-assets';
/** CSS pixels round a tap in which a thing counts as tapped: a target of 44. */
const reach = 22;

const none = { type: 'FeatureCollection', features: [] } as const;
type Data = Parameters<GeoJSONSource['setData']>[0];

export function addOverlay(map: MapLibre): void {
  // After a lost context the library brings them back itself.
  if (map.getSource(ring)) return;
  map.addSource(ring, { type: 'geojson', data: none });
  map.addSource(things, { type: 'geojson', data: none });
  map.addLayer({
    id: `${ring}-fill`,
    type: 'fill',
    source: ring,
    paint: { 'fill-color': '#14191d', 'fill-opacity': 0.1 },
  });
  map.addLayer({
    id: `${ring}-line`,
    type: 'line',
    source: ring,
    paint: { 'line-color': '#14191d', 'line-width': 2, 'line-dasharray': [3, 2] },
  });
  map.addLayer({
    id: things,
    type: 'circle',
    source: things,
    paint: { 'circle-radius': 7, 'circle-color': '#fff', 'circle-stroke-color': '#14191d', 'circle-stroke-width': 3 },
  });
}

/** Draws how rough a location is; without accuracy, nothing. */
export function drawRing(map: MapLibre, point: Point | undefined): void {
  const data = point?.accuracy ? { type: 'Polygon', coordinates: [circle(point, point.accuracy)] } : none;
  (map.getSource(ring) as GeoJSONSource | undefined)?.setData(data as Data);
}

export function drawAssets(map: MapLibre, assets: readonly Asset[]): void {
  const features = assets.map(({ id, point: { lat, long } }) => ({
    type: 'Feature',
    properties: { id },
    geometry: { type: 'Point', coordinates: [long, lat] },
  }));
  (map.getSource(things) as GeoJSONSource | undefined)?.setData({ type: 'FeatureCollection', features } as Data);
}

/** The thing that was tapped, the nearest of several. */
export function assetAt(map: MapLibre, { point }: MapMouseEvent, assets: readonly Asset[]): Asset | undefined {
  const away = ({ point: { lat, long } }: Asset) => map.project([long, lat]).dist(point);
  const near = assets.filter((asset) => away(asset) <= reach);
  return near.toSorted((one, other) => away(one) - away(other))[0];
}

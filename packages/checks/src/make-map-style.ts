// How the demo city's map looks: a calm ground on which a cross, a pin and the names of streets stand out. The names are drawn in
// the reader's own font, so there are no glyphs and no pictures to fetch.

import { names } from './make-map-names.ts';
import { byZoom, is, source, type Stops } from './make-map-zooms.ts';

/** What can lie under a name. */
export const ground = {
  land: '#eceae4',
  park: '#cfdcc0',
  wood: '#c5d4b5',
  pitch: '#c3d3b2',
  school: '#e8e2d4',
  parking: '#e2dfd7',
  runway: '#dcd9d1',
  water: '#b9d3dc',
  building: '#dedad1',
  street: '#ffffff',
  mainStreet: '#fbf1cf',
  path: '#f8f6f1',
} as const;

const casing = '#c9c3b6';

/**
 * A MapLibre style, version 8.
 * @param url the source's; what follows `pmtiles://` is relative to the style's own address
 */
export function styleFor(url: string, attribution: string): object {
  return {
    version: 8,
    name: 'Three Rivers',
    center: [-85.6321, 41.9443],
    zoom: 16,
    sources: { [source]: { type: 'vector', url, attribution } },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': ground.land } },
      ...surfaces(),
      ...roads(),
      ...names(),
    ],
  };
}

function surfaces(): object[] {
  const area = (id: string, layer: string, kinds: readonly string[], colour: string, more: object = {}): object => ({
    id,
    type: 'fill',
    source,
    'source-layer': layer,
    ...(kinds.length > 0 ? { filter: is(kinds) } : {}),
    paint: { 'fill-color': colour, ...more },
  });
  return [
    area('school', 'land', ['school'], ground.school),
    area('park', 'land', ['park'], ground.park),
    area('wood', 'land', ['wood'], ground.wood),
    area('pitch', 'land', ['pitch'], ground.pitch, { 'fill-outline-color': '#b3c69e' }),
    area('runway', 'land', ['runway'], ground.runway),
    area('parking', 'land', ['parking'], ground.parking),
    line('river', 'rivers', [], ground.water, [12, 2, 16, 9, 19, 40]),
    area('water', 'water', [], ground.water, { 'fill-outline-color': '#9dbfca' }),
    {
      ...area('building', 'buildings', [], ground.building, { 'fill-outline-color': '#c8c2b5' }),
      minzoom: 15,
    },
  ];
}

function roads(): object[] {
  const service = ['service', 'aisle'];
  // As wide as in the picture of a street from above, with room for its name from zoom 16 on.
  const serviceWidth: Stops = [15, 1.5, 16, 4, 17, 7, 19, 20];
  const streetWidth: Stops = [12, 1, 14, 3.5, 16, 13, 17, 18, 19, 46];
  const mainWidth: Stops = [12, 2.5, 14, 6, 16, 19, 17, 24, 19, 62];
  return [
    {
      ...dashed(line('path', 'roads', ['path'], '#b3a994', [15, 1, 16, 1.5, 19, 4]), 3, 2),
      minzoom: 15.5,
    },
    { ...line('service-casing', 'roads', service, casing, edged(serviceWidth)), minzoom: 15 },
    line('street-casing', 'roads', ['street'], casing, edged(streetWidth)),
    line('main-casing', 'roads', ['main'], '#c9b884', edged(mainWidth)),
    { ...line('service', 'roads', service, ground.path, serviceWidth), minzoom: 15 },
    line('street', 'roads', ['street'], ground.street, streetWidth),
    line('main', 'roads', ['main'], ground.mainStreet, mainWidth),
    line('rail', 'roads', ['rail'], '#a59f92', [12, 1, 16, 2.5, 19, 5]),
    {
      ...dashed(line('rail-ties', 'roads', ['rail'], '#a59f92', [12, 3, 16, 8, 19, 16]), 0.2, 1.6),
      minzoom: 15,
    },
  ];
}

interface Line {
  readonly id: string;
  readonly type: 'line';
  readonly source: string;
  readonly 'source-layer': string;
  readonly filter?: unknown;
  readonly layout: object;
  readonly paint: object;
}

function line(id: string, layer: string, kinds: readonly string[], colour: string, width: Stops): Line {
  return {
    id,
    type: 'line',
    source,
    'source-layer': layer,
    ...(kinds.length > 0 ? { filter: is(kinds) } : {}),
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': colour, 'line-width': byZoom(width) },
  };
}

/** The same line in dashes, as many line widths long and apart as said. */
function dashed(whole: Line, on: number, off: number): Line {
  return { ...whole, layout: { 'line-join': 'round' }, paint: { ...whole.paint, 'line-dasharray': [on, off] } };
}

/** A road with its edges. */
function edged(width: Stops): Stops {
  return width.map((value, at) => {
    const zoom = width[at - 1] ?? 0;
    if (at % 2 === 0) return value;
    return value + (zoom < 14 ? 1.5 : zoom < 17 ? 3 : 4.5);
  });
}

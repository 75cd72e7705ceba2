// What is written on the demo city's map: streets along their line, then places, the more public ones first.

import { byZoom, is, source, type Stops } from './make-map-zooms.ts';

/** What is written, with at least 7:1 on all of it. */
export const ink = { name: '#2a3338', park: '#2c4122', water: '#17404e' } as const;

const halo = { 'text-halo-color': 'rgba(255, 255, 255, 0.9)', 'text-halo-width': 1.75 };
const font = { 'text-font': ['sans-serif'] };

/** From the least to the most important. */
export function names(): object[] {
  const along = (id: string, kinds: readonly string[], size: Stops | number, minzoom: number): object => ({
    id,
    type: 'symbol',
    source,
    'source-layer': 'road_names',
    minzoom,
    filter: is(kinds),
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 240,
      'text-field': ['get', 'name'],
      'text-size': byZoom(size),
      'text-max-angle': 35,
      'text-padding': 4,
      'text-letter-spacing': 0.01,
      ...font,
    },
    paint: { 'text-color': ink.name, ...halo },
  });
  const place = (
    id: string,
    kinds: readonly string[],
    colour: string,
    size: Stops | number,
    minzoom: number,
  ): object => ({
    id,
    type: 'symbol',
    source,
    'source-layer': 'places',
    minzoom,
    filter: is(kinds),
    layout: {
      'text-field': ['get', 'name'],
      'text-size': byZoom(size),
      'text-max-width': 8,
      'text-line-height': 1.15,
      'text-padding': 6,
      'symbol-sort-key': ['get', 'rank'],
      // Two offices in one house are written above each other.
      'text-variable-anchor-offset': ['center', [0, 0], 'top', [0, 1.7], 'bottom', [0, -1.7]],
      'text-justify': 'center',
      ...font,
    },
    paint: { 'text-color': colour, ...halo },
  });
  const river: object = {
    id: 'river-name',
    type: 'symbol',
    source,
    'source-layer': 'river_names',
    minzoom: 13,
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 400,
      'text-field': ['get', 'name'],
      'text-size': byZoom([13, 13, 16, 15, 19, 18]),
      'text-letter-spacing': 0.06,
      ...font,
    },
    paint: { 'text-color': ink.water, ...halo },
  };
  // What stands later is placed first.
  return [
    place('shop', ['shop'], ink.name, 13, 17.5),
    river,
    along('rail-name', ['rail', 'path', 'service'], 13, 17),
    place('water-name', ['water'], ink.water, 14, 15),
    place('park-name', ['park'], ink.park, [13, 13, 16, 14, 19, 17], 14),
    place('civic', ['civic'], ink.name, [13, 13, 16, 14, 19, 17], 14.5),
    along('street-name', ['street'], [14, 13, 16, 14, 19, 18], 15),
    along('main-name', ['main'], [13, 13, 16, 15, 19, 19], 13),
  ];
}

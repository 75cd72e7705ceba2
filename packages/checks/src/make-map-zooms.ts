// Small pieces that the layers of a map style are made of.

/** The one source of the demo city's map. */
export const source = 'three-rivers';

/** Zooms and values by turns; between them it grows steadily. */
export type Stops = readonly number[];

/** A value that follows the zoom. */
export function byZoom(stops: Stops | number): unknown {
  return typeof stops === 'number' ? stops : ['interpolate', ['exponential', 1.4], ['zoom'], ...stops];
}

/** Only things of these kinds. */
export function is(kinds: readonly string[]): unknown {
  return ['in', ['get', 'kind'], ['literal', kinds]];
}

/**
 * Reads where requests shall lie: `lat`, `long` and `radius` in metres (CitySDK), and `bbox` as west, south, east and north
 * (uReport, 6aika, Mark-a-Spot). Given both, both must hold.
 */

import type { StoreQuery } from './store-query.ts';

/** Metres. Further than that a list is no longer about a place. */
const largestRadius = 100_000;

/**
 * @param argument the value of an argument, `undefined` where it says nothing
 * @param mistakes gets a line for each that cannot be read
 */
export function areaIn(
  argument: (name: string) => string | undefined,
  mistakes: string[],
): Pick<StoreQuery, 'near' | 'box'> {
  const near = circleIn(argument, mistakes);
  const box = boxIn(argument('bbox'), mistakes);
  return { ...(near && { near }), ...(box && { box }) };
}

function circleIn(argument: (name: string) => string | undefined, mistakes: string[]): StoreQuery['near'] {
  const [lat, long, radius] = [argument('lat'), argument('long'), argument('radius')];
  if (lat === undefined && long === undefined && radius === undefined) return undefined;
  if (lat === undefined || long === undefined || radius === undefined) {
    mistakes.push('Send lat, long and radius together. (lat, long, radius)');
    return undefined;
  }
  const circle = { lat: degreesIn(lat, 90), long: degreesIn(long, 180), radius: decimalIn(radius) };
  if (Number.isNaN(circle.lat)) mistakes.push('lat needs degrees from -90 to 90, like 41.9439. (lat)');
  if (Number.isNaN(circle.long)) mistakes.push('long needs degrees from -180 to 180, like -85.6327. (long)');
  if (!(circle.radius > 0 && circle.radius <= largestRadius)) {
    mistakes.push(`radius needs metres, more than 0 and at most ${largestRadius}, like 100. (radius)`);
  }
  return circle;
}

function boxIn(text: string | undefined, mistakes: string[]): StoreQuery['box'] {
  if (text === undefined) return undefined;
  const edges = text.split(',').map((each) => each.trim());
  const [west = NaN, south = NaN, east = NaN, north = NaN] = edges.map((each, at) =>
    degreesIn(each, at % 2 === 0 ? 180 : 90),
  );
  if (edges.length === 4 && west <= east && south <= north) return { west, south, east, north };
  mistakes.push('bbox needs degrees as west,south,east,north, like -85.64,41.94,-85.63,41.95. (bbox)');
  return undefined;
}

/** NaN for what is no number of degrees. */
function degreesIn(text: string, most: number): number {
  const degrees = decimalIn(text);
  return Math.abs(degrees) <= most ? degrees : NaN;
}

function decimalIn(text: string): number {
  return /^[+-]?\d{1,9}(\.\d{0,20})?$/.test(text) ? Number(text) : NaN;
}

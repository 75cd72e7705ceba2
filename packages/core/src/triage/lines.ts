/** Lines on the map, such as the roads of a county: read from GeoJSON (RFC 7946), and asked how near a place is. */
import { geometriesIn, isPosition, type Position } from '../city/geojson.ts';
import type { Point } from '../request/draft.ts';

/** Each a list of positions. */
export type Lines = readonly (readonly Position[])[];

/** The lines that a GeoJSON value draws. `undefined` where there are none, or one is broken. */
export function readLines(value: unknown): Lines | undefined {
  const found = geometriesIn(value, 'LineString', isLine);
  return found?.length ? found : undefined;
}

const isLine = (value: unknown): value is readonly Position[] =>
  Array.isArray(value) && value.length > 1 && value.every(isPosition);

/** Metres in a degree of latitude. */
const degree = 111_195;

/** Whether a place is at most `metres` away from one of the lines. Right to a thousandth within some kilometres. */
export function isWithin(lines: Lines, { lat, long }: Point, metres: number): boolean {
  const east = degree * Math.cos((lat * Math.PI) / 180);
  const onGround = ([x = 0, y = 0]: readonly number[]) => [(x - long) * east, (y - lat) * degree] as const;
  return lines.some((line) =>
    line.some((to, at) => at > 0 && distance(onGround(line[at - 1]!), onGround(to)) <= metres),
  );
}

/** From here to the line between two points, in metres. */
function distance([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const along = -(x1 * dx + y1 * dy) / (dx * dx + dy * dy || 1);
  const at = Math.min(1, Math.max(0, along));
  return Math.hypot(x1 + at * dx, y1 + at * dy);
}

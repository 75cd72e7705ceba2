/** Lines on the map, such as the roads of a county: read from GeoJSON (RFC 7946), and asked how near a place is. */
import type { Point } from '../request/draft.ts';

/** Each a list of positions, [long, lat] in WGS84 degrees. */
export type Lines = readonly (readonly (readonly number[])[])[];

/** The lines that a GeoJSON value draws, also in features and collections. `undefined` where there are none, or one is broken. */
export function readLines(value: unknown): Lines | undefined {
  const found: (readonly (readonly number[])[])[] = [];
  return gather(value, found, 0) && found.length ? found : undefined;
}

function gather(value: unknown, found: (readonly (readonly number[])[])[], depth: number): boolean {
  if (typeof value !== 'object' || !value || depth > 4) return false;
  const { type, coordinates, geometry, geometries, features } = value as Readonly<Record<string, unknown>>;
  const all = (list: unknown) => Array.isArray(list) && list.every((one) => gather(one, found, depth + 1));
  switch (type) {
    case 'LineString':
      return isLine(coordinates) && found.push(coordinates) > 0;
    case 'MultiLineString':
      return Array.isArray(coordinates) && coordinates.every((one) => isLine(one) && found.push(one) > 0);
    case 'Feature':
      return geometry === null || gather(geometry, found, depth + 1);
    case 'FeatureCollection':
      return all(features);
    case 'GeometryCollection':
      return all(geometries);
    default:
      return /^(Multi)?(Point|Polygon)$/.test(String(type));
  }
}

const isLine = (value: unknown): value is readonly (readonly number[])[] =>
  Array.isArray(value) && value.length > 1 && value.every(isPosition);

const isPosition = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length > 1 &&
  value.every((one) => Number.isFinite(one)) &&
  Math.abs(value[0] as number) <= 180 &&
  Math.abs(value[1] as number) <= 90;

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

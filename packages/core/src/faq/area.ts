/** Areas on the map: read from GeoJSON (RFC 7946), and asked whether they hold a place. */
import { geometriesIn, isPosition, type Position } from '../city/geojson.ts';
import type { Point } from '../request/draft.ts';
import type { MultiPolygon, Polygon } from './areas.ts';

type Rings = readonly (readonly Position[])[];

/**
 * The area that a GeoJSON value draws, as one. `undefined` where there is none, or one of its parts is broken: a place is better in no area than in
 * the wrong one.
 */
export function readArea(value: unknown): Polygon | MultiPolygon | undefined {
  const found = geometriesIn(value, 'Polygon', isRings) ?? [];
  if (!found.length) return undefined;
  return found.length === 1
    ? { type: 'Polygon', coordinates: found[0]! }
    : { type: 'MultiPolygon', coordinates: found };
}

/** The outline first, then its holes. A ring whose end does not meet its beginning can still mean only one thing. */
const isRings = (value: unknown): value is Rings =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((ring) => Array.isArray(ring) && ring.length > 2 && ring.every(isPosition));

/** Whether `place` lies in `area` or on its edge. Never, where the area is broken. Areas across the 180th meridian have to be drawn in two. */
export function holds(area: Polygon | MultiPolygon, { lat, long }: Point): boolean {
  const sound = readArea(area);
  const polygons = sound?.type === 'Polygon' ? [sound.coordinates] : (sound?.coordinates ?? []);
  return polygons.some((rings) => {
    const sides = rings.map((ring) => sideOf(ring, long, lat));
    return sides.includes('edge') || (sides[0] === 'inside' && !sides.includes('inside', 1));
  });
}

/** Degrees: a tenth of a millimetre. Sums of fractions are no more exact. */
const tolerance = 1e-9;

/** By the number of sides that a line to the east crosses. */
function sideOf(ring: readonly Position[], x: number, y: number): 'inside' | 'outside' | 'edge' {
  let inside = false;
  let [x1, y1] = ring.at(-1) as [number, number];
  for (const [x2, y2] of ring as readonly [number, number][]) {
    if (distance(x, y, x1, y1, x2, y2) <= tolerance) return 'edge';
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
    [x1, y1] = [x2, y2];
  }
  return inside ? 'inside' : 'outside';
}

/** From a point to the line between two others. */
function distance(x: number, y: number, x1: number, y1: number, x2: number, y2: number): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const along = ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1);
  const at = Math.min(1, Math.max(0, along));
  return Math.hypot(x - x1 - at * dx, y - y1 - at * dy);
}

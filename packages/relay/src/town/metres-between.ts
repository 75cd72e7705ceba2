/** How far it is from one point to another, over a round earth. */

export interface Point {
  /** WGS84 degrees. */
  readonly lat: number;
  readonly long: number;
}

const earthRadius = 6_371_009;

/** In metres; within half a percent. Source: the haversine formula. */
export function metresBetween(from: Point, to: Point): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const half = (a: number, b: number): number => Math.sin(radians(b - a) / 2) ** 2;
  const chord =
    half(from.lat, to.lat) + Math.cos(radians(from.lat)) * Math.cos(radians(to.lat)) * half(from.long, to.long);
  return 2 * earthRadius * Math.asin(Math.sqrt(Math.min(1, chord)));
}

/** How far it is from one place to another. */

/** WGS84 degrees. */
export interface Position {
  readonly lat: number;
  readonly long: number;
}

/** Metres between two places, as the crow flies (haversine, on a round earth: right to half a percent). */
export function distanceMetres(a: Position, b: Position): number {
  const radians = Math.PI / 180;
  const half = (from: number, to: number) => Math.sin(((to - from) * radians) / 2) ** 2;
  const chord = half(a.lat, b.lat) + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * half(a.long, b.long);
  return 2 * 6_371_009 * Math.asin(Math.sqrt(Math.min(1, chord)));
}

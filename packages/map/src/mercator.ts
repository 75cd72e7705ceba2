/** Moves on the flat map in CSS pixels, as the map library lays it out: the world is 512 px wide at zoom 0. */
import type { Point } from './map-options.ts';

export interface Camera {
  readonly point: Point;
  readonly zoom: number;
}

/** Where the middle of the map is after a move to the right and down. */
export function movedBy({ point, zoom }: Camera, right: number, down: number): Point {
  const world = 512 * 2 ** zoom;
  const x = (point.long + 180) / 360 + right / world;
  const y = (1 - Math.asinh(Math.tan((point.lat * Math.PI) / 180)) / Math.PI) / 2 + down / world;
  return {
    lat: (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI,
    long: x * 360 - 180,
  };
}

/** Metres on the ground in one CSS pixel. */
export const metresPerPixel = ({ point, zoom }: Camera): number =>
  (40_075_016.686 * Math.cos((point.lat * Math.PI) / 180)) / (512 * 2 ** zoom);

/** A circle of so many metres round a point, as a closed ring of longitudes and latitudes. */
export function circle({ lat, long }: Point, metres: number): [number, number][] {
  const north = metres / 111_320;
  const east = north / Math.max(0.01, Math.cos((lat * Math.PI) / 180));
  return Array.from({ length: 65 }, (_, at) => {
    const angle = (at % 64) * (Math.PI / 32);
    return [long + east * Math.sin(angle), lat + north * Math.cos(angle)];
  });
}

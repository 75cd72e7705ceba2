/** The middle of the city, as the city file and the page write it: "41.944,-85.633". */
import type { Point } from '@citydesk/core/request';

export function centerOf(center = ''): Point | undefined {
  const [lat = NaN, long = NaN] = center.split(',').map(Number);
  return Math.abs(lat) <= 90 && Math.abs(long) <= 180 ? { lat, long } : undefined;
}

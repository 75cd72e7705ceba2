// How far it is from one point to another, for places of one town: the earth is flat there.

import type { Point } from '@citydesk/core/request';

const metresPerDegree = 111_195;

export function metresBetween(from: Point, to: Point): number {
  const shrink = Math.cos((((from.lat + to.lat) / 2) * Math.PI) / 180);
  return metresPerDegree * Math.hypot(to.lat - from.lat, (to.long - from.long) * shrink);
}

/** The door through which a geocoder's answers come: what is no place on the globe stays outside. */
import type { FoundPlace } from './address-search.ts';

/** One place, or none where the label is empty or the degrees are none. */
export const foundPlace = (label: string, lat: unknown, long: unknown): readonly FoundPlace[] =>
  label && isDegree(lat, 90) && isDegree(long, 180) ? [{ label, lat, long }] : [];

/** Whether this is a number of degrees, at most so many either way. */
export const isDegree = (value: unknown, most: number): value is number =>
  typeof value === 'number' && Math.abs(value) <= most;

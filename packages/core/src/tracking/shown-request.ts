/** What every list of reports asks of one: may it be shown, and how far away is it. */
import type { ServiceRequest } from '@citydesk/open311';
import { distanceMetres, type Position } from '../place/distance.ts';

/**
 * Whether a report may stand in a list. Where there are private services, one that does not say its service is left out: it may be
 * of those.
 */
export function isPublic({ serviceCode }: ServiceRequest, privateServices: readonly string[]): boolean {
  return !privateServices.length || (serviceCode !== undefined && !privateServices.includes(serviceCode));
}

/** Metres from here to the place of a report; `undefined` where it has none. */
export function distanceFrom(here: Position, { lat, long }: ServiceRequest): number | undefined {
  // Zero, zero lies in the sea: it is what some servers send for no place.
  return lat !== undefined && long !== undefined && (lat || long) ? distanceMetres(here, { lat, long }) : undefined;
}

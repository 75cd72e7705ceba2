/** The city file of a town: what the widgets of any page need to know of it, from the settings of its relay. */

import type { RelayConfig } from '../config.ts';

export const townCityFile = '/citydesk/city.json';

/**
 * By the keys of docs/reference/city-file.md. Addresses are whole: the page that reads it lies elsewhere.
 * @param root where residents reach the relay
 */
export function cityFileOf(config: RelayConfig, root: string, now: Date): Readonly<Record<string, unknown>> {
  const at = (path: string) => new URL(path, root).href;
  const { city, zone, phone, emergency, tracker, contactRule, privateServices, alerts, counts, limits } = config;
  return {
    endpoint: at(config.base),
    cityName: city,
    ...(phone !== undefined && { phone }),
    ...(emergency !== undefined && { emergency }),
    ...(zone !== undefined && { zone }),
    contact: contactRule,
    media: limits.photos > 0 ? 'multipart:media[]' : 'none',
    mostPhotos: Math.min(3, limits.photos),
    takesUpdates: true,
    feedUrl: at('/feed.atom'),
    requestIdExample: `${String(now.getUTCFullYear()).slice(-2)}-00012`,
    ...(privateServices.length > 0 && { privateServices }),
    ...(tracker !== undefined && { trackerUrl: tracker }),
    ...(alerts && { alerts }),
    ...(counts && { counts }),
  };
}

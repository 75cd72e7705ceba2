/** Service Discovery: the relay says that it is the endpoint. Source: http://wiki.open311.org/Service_Discovery */

import type { Discovery } from '@citydesk/open311/wire';
import type { RelayConfig } from '../config.ts';

const changeset = '2026-11-01 09:00';

/** @param endpoint where the relay answers, without a slash at the end */
export function discoveryOf(
  { city, contact, test }: Pick<RelayConfig, 'city' | 'contact' | 'test'>,
  endpoint: string,
): Discovery {
  return {
    changeset,
    contact: contact ?? `Whoever runs the website of ${city}.`,
    keyService: 'No api_key is needed.',
    endpoints: [
      {
        specification: 'http://wiki.open311.org/GeoReport_v2',
        url: endpoint,
        changeset,
        type: test ? 'test' : 'production',
        formats: ['application/json', 'text/xml'],
      },
    ],
  };
}

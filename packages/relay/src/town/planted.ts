/** A past request of a seed, as the store keeps one. */

import type { SeedRequest, SeedService } from './seed.ts';
import type { NewRequest } from './stored-request.ts';

export function newRequestFrom(past: SeedRequest, kind: SeedService | undefined): NewRequest {
  return {
    serviceCode: past.service_code,
    serviceName: kind?.service_name ?? past.service_code,
    description: past.description ?? null,
    agencyResponsible: kind?.agency ?? null,
    serviceNotice: kind?.notice ?? null,
    address: past.address ?? null,
    addressId: past.address_id ?? null,
    zipcode: past.zipcode ?? null,
    lat: past.lat ?? null,
    long: past.long ?? null,
    mediaUrl: past.media_url ?? null,
    email: past.email ?? null,
    firstName: past.first_name ?? null,
    lastName: past.last_name ?? null,
    phone: past.phone ?? null,
    deviceId: null,
    accountId: null,
    attributes: past.attributes ?? {},
  };
}

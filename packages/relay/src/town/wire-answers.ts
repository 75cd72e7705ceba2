/**
 * What of the city's memory the public may read, in the client's types, ready for the encoders of `@citydesk/open311/wire`.
 * Contact details and the answers to questions stay inside.
 */

import type { Attribute, Receipt, RequestNote, Service, ServiceDefinition, ServiceRequest } from '@citydesk/open311';
import type { SeedAttribute, SeedService } from './seed.ts';
import { followersOf, type DeskStatus, type HistoryEntry, type StoredRequest } from './stored-request.ts';

export function publicService(service: SeedService): Service {
  return {
    serviceCode: service.service_code,
    serviceName: service.service_name,
    ...said({ description: service.description, group: service.group }),
    metadata: hasDefinition(service),
    type: service.type ?? 'realtime',
    keywords: (service.keywords ?? '').split(',').filter((word) => word !== ''),
  };
}

export function hasDefinition(service: SeedService): boolean {
  return service.metadata ?? (service.attributes?.length ?? 0) > 0;
}

export function publicDefinition(service: SeedService): ServiceDefinition {
  return { serviceCode: service.service_code, attributes: (service.attributes ?? []).map(publicAttribute) };
}

function publicAttribute(attribute: SeedAttribute, index: number): Attribute {
  return {
    variable: attribute.variable ?? true,
    code: attribute.code,
    datatype: attribute.datatype ?? 'string',
    required: attribute.required ?? false,
    order: attribute.order ?? index + 1,
    description: attribute.description,
    ...said({ datatypeDescription: attribute.datatype_description }),
    values: attribute.values ?? [],
  };
}

/** The address of a photo by its name. */
export type PhotoAt = (name: string) => string;

/** The addresses of all photos that came with a request. */
export function photosOf({ mediaUrl, photos }: StoredRequest, photoAt: PhotoAt): readonly string[] {
  const own = photos.map(photoAt);
  return mediaUrl === null ? own : [mediaUrl, ...own];
}

/**
 * @param extensions whether to tell what the spec does not know: all photos, the finer status, how many follow it, what
 *   happened when, with the photos of staff. Of the resident's own photos, the first alone is the spec's `media_url`
 */
export function publicRequest(request: StoredRequest, photoAt: PhotoAt, extensions: boolean): ServiceRequest {
  const { lat, long } = request;
  const photos = photosOf(request, photoAt);
  const followers = followersOf(request);
  return {
    serviceRequestId: request.serviceRequestId,
    status: request.deskStatus === 'Closed' ? 'closed' : 'open',
    statusLabel: request.deskStatus,
    ...said({
      statusNotes: request.statusNotes,
      serviceName: request.serviceName,
      serviceCode: request.serviceCode,
      description: request.description,
      agencyResponsible: request.agencyResponsible,
      serviceNotice: request.serviceNotice,
    }),
    requestedDatetime: new Date(request.requestedDatetime),
    updatedDatetime: new Date(request.updatedDatetime),
    ...(request.expectedDatetime === null ? {} : { expectedDatetime: new Date(request.expectedDatetime) }),
    ...said({ address: request.address, addressId: request.addressId, zipcode: request.zipcode }),
    ...(lat === null || long === null ? {} : { lat, long }),
    mediaUrls: extensions ? photos : photos.slice(0, 1),
    ...(extensions && {
      detailedStatus: [finerStatus[request.deskStatus]],
      ...(followers > 0 && { extendedAttributes: { followers: String(followers) } }),
      notes: request.history.map((entry) => publicNote(entry, photoAt)),
    }),
  };
}

const finerStatus: Readonly<Record<DeskStatus, string>> = {
  Received: 'RECEIVED',
  'In progress': 'IN_PROCESS',
  Closed: 'PROCESSED',
};

function publicNote({ at, status, note, photo }: HistoryEntry, photoAt: PhotoAt): RequestNote {
  return {
    datetime: new Date(at),
    ...said({ description: note }),
    type: finerStatus[status].toLowerCase(),
    statusLabel: status === 'Closed' ? 'closed' : 'open',
    mediaUrls: photo === null ? [] : [photoAt(photo)],
  };
}

/** The answer to a POST: an id, a token, or (blackbox) neither. */
export function publicReceipt(request: StoredRequest, service: SeedService | undefined): Receipt {
  const rest = said({ serviceNotice: request.serviceNotice, accountId: request.accountId });
  switch (service?.type ?? 'realtime') {
    case 'realtime':
      return { serviceRequestId: request.serviceRequestId, ...rest };
    case 'batch':
      return { ...said({ token: request.token }), ...rest };
    case 'blackbox':
      return rest;
  }
}

/** Leaves out what is not known. */
function said<T extends Readonly<Record<string, string | null | undefined>>>(fields: T): { [K in keyof T]?: string } {
  const known = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return Object.fromEntries(known) as { [K in keyof T]?: string };
}

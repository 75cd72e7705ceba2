/** What of a request goes out: the fields of the spec, and of the extensions those everybody knows. Whatever else a city lets slip stays here. */

import type { RequestNote, ServiceRequest } from '@citydesk/open311';

export interface PublicOptions {
  /** Whether the caller asked for more than the spec. */
  readonly extensions: boolean;
  /** Fields under `extended_attributes` that go out too. */
  readonly fields: ReadonlySet<string>;
  /** The address under which a photo is given out. */
  readonly mediaAddress: (url: string) => string;
}

/** Of `extended_attributes`, what says something of the matter and nothing of a person. */
export const knownFields = ['followers', 'duplicate_of', 'parent_service_request_id'] as const;

/** Named one by one: what the client learns to read one day does not go out by itself. */
export function publicRequest(request: ServiceRequest, options: PublicOptions): ServiceRequest {
  const { extensions, mediaAddress } = options;
  const { serviceRequestId, status, statusLabel, statusNotes, serviceCode, serviceName, description } = request;
  const { agencyResponsible, serviceNotice, requestedDatetime, updatedDatetime, expectedDatetime } = request;
  const { address, addressId, zipcode, lat, long, mediaUrls } = request;
  const photos = mediaUrls.map(mediaAddress);
  return said({
    serviceRequestId,
    status,
    statusLabel,
    statusNotes,
    serviceName,
    serviceCode,
    description,
    agencyResponsible,
    serviceNotice,
    requestedDatetime,
    updatedDatetime,
    expectedDatetime,
    address,
    addressId,
    zipcode,
    lat,
    long,
    mediaUrls: extensions ? photos : photos.slice(0, 1),
    ...(extensions && publicExtensions(request, options)),
  });
}

function publicExtensions(
  { title, detailedStatus, status, statusLabel, notes, extendedAttributes = {} }: ServiceRequest,
  { fields, mediaAddress }: PublicOptions,
): Partial<ServiceRequest> {
  const more = Object.entries(extendedAttributes).filter(([name]) => fields.has(name));
  // The spec's status has two words; the city's finer one is not lost.
  const finer =
    detailedStatus ?? (statusLabel.toLowerCase() === status ? undefined : [statusLabel.replaceAll(',', ' ')]);
  return said({
    title,
    detailedStatus: finer,
    notes: notes?.map((note) => publicNote(note, mediaAddress)),
    extendedAttributes: more.length > 0 ? Object.fromEntries(more) : undefined,
  }) as Partial<ServiceRequest>;
}

function publicNote(note: RequestNote, mediaAddress: (url: string) => string): RequestNote {
  const { id, datetime, description, summary, type, statusLabel, mediaUrls } = note;
  return said({ id, datetime, description, summary, type, statusLabel, mediaUrls: mediaUrls.map(mediaAddress) });
}

/** Leaves out what is not known. */
function said<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

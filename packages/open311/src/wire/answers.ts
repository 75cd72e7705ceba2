/**
 * Our types → strict GeoReport v2 JSON, as a server answers it. Give the result to `JSON.stringify`.
 */
import type {
  Discovery,
  Receipt,
  RequestNote,
  Service,
  ServiceDefinition,
  ServiceRequest,
  SpecError,
} from '../types.ts';
import { toWire, type ToWire } from './names.ts';

export type WireServices = readonly (Omit<ToWire<Service>, 'keywords'> & { readonly keywords: string })[];
export type WireServiceDefinition = ToWire<ServiceDefinition>;
export type WireReceipts = readonly ToWire<Receipt>[];
type Beyond = 'status_label' | 'media_urls' | 'title' | 'detailed_status' | 'extended_attributes' | 'notes';
export type WireRequests = readonly (Omit<ToWire<ServiceRequest>, Beyond> & {
  readonly media_url?: string;
  readonly extended_attributes?: Readonly<Record<string, unknown>>;
  readonly notes?: readonly unknown[];
})[];
export type WireErrors = readonly SpecError[];
export type WireDiscovery = ToWire<Discovery>;

/** GET services. */
export function encodeServices(services: readonly Service[]): WireServices {
  return services.map(({ keywords, ...service }) => ({ ...toWire(service), keywords: keywords.join(',') }));
}

/** GET services/{code}: one object, no list around it. */
export function encodeServiceDefinition(definition: ServiceDefinition): WireServiceDefinition {
  return toWire(definition);
}

/** POST requests and GET tokens/{token}: a list of one. */
export function encodeReceipt(receipt: Receipt): WireReceipts {
  return [toWire(receipt)];
}

/**
 * GET requests and requests/{id}. The spec knows open and closed and one picture: the label is left out, and what else it does not know
 * goes where CitySDK and Spot put it, if the request has it.
 */
export function encodeRequests(requests: readonly ServiceRequest[]): WireRequests {
  return requests.map(
    ({ statusLabel: _label, mediaUrls, title, detailedStatus, extendedAttributes, notes, ...rest }) => {
      const [media_url] = mediaUrls;
      const extended = {
        ...extendedAttributes,
        ...(title !== undefined && { title }),
        ...(detailedStatus && { detailed_status: detailedStatus.join(',') }),
        ...(mediaUrls.length > 1 && { media_urls: mediaUrls }),
      };
      return {
        ...toWire(rest),
        ...(media_url !== undefined && { media_url }),
        ...(Object.keys(extended).length > 0 && { extended_attributes: extended }),
        ...(notes && { notes: notes.map(wireNote) }),
      };
    },
  );
}

function wireNote({ id, statusLabel, mediaUrls, ...note }: RequestNote): Readonly<Record<string, unknown>> {
  const [media_url] = mediaUrls;
  return toWire({ update_id: id, ...note, status: statusLabel, media_url });
}

/** A list of errors, for any status from 400 on. */
export function encodeErrors(errors: readonly SpecError[]): WireErrors {
  return errors.map(({ code, description }) => ({ code, description }));
}

/** GET discovery. */
export function encodeDiscovery(discovery: Discovery): WireDiscovery {
  return toWire(discovery);
}

/** Finds out whether the city has a report, in the city's own list. */
import type { Client, ServiceRequest } from '@citydesk/open311';

/** What is looked for. */
export interface Wanted {
  readonly reportId: string;
  readonly reference: string;
  readonly serviceCode: string;
  readonly serviceType?: 'realtime' | 'batch' | 'blackbox' | undefined;
  readonly isPrivate?: boolean | undefined;
}

/**
 * `absent`: the list was readable to its end, shows reports of this kind with their words, and this one is not among them (yet).
 * `untold`: the list cannot tell. `unread`: it could not be read now.
 */
export type Found =
  | { readonly is: 'found'; readonly serviceRequestId: string }
  | { readonly is: 'absent' }
  | { readonly is: 'untold' }
  | { readonly is: 'unread' };

/**
 * Reads the whole list of the service; without dates, because this device's clock may be wrong. Never throws, an abort is `unread`.
 */
export async function lookFor(client: Pick<Client, 'requests'>, wanted: Wanted, signal?: AbortSignal): Promise<Found> {
  const { serviceCode, serviceType, isPrivate } = wanted;
  let isTelling = false;
  try {
    for await (const request of client.requests({ serviceCodes: [serviceCode] }, { signal })) {
      if (isThis(request, wanted)) return { is: 'found', serviceRequestId: request.serviceRequestId };
      isTelling ||= request.serviceCode === serviceCode && !!request.description;
    }
  } catch (error) {
    // A city that has no list says so; all else may be otherwise next time.
    const { name, status = 0 } = error as { name?: string; status?: number };
    const hasNone = name === 'UnsupportedError' || (status >= 400 && status < 500 && status !== 408 && status !== 429);
    return { is: hasNone ? 'untold' : 'unread' };
  }
  // What gets its number later, or is nobody's business, is not in the list although the city has it.
  const isListed = !isPrivate && serviceType !== 'batch' && serviceType !== 'blackbox';
  return isTelling && isListed ? { is: 'absent' } : { is: 'untold' };
}

const isThis = ({ description, attributes = [] }: ServiceRequest, { reference, reportId }: Wanted): boolean =>
  !!description?.includes(reference) || attributes.some(({ value }) => value === reportId);

/** One attempt to send an item: whom it goes to, what goes along, and what the answer means. */
import type { Client } from '@citydesk/open311';
import type { Item } from './item.ts';
import type { Outcome } from './outbox.ts';

/** What an attempt needs from outside. */
export interface AttemptPorts {
  /** Gives the client of the item's city; it may load late, with all that it sends with. */
  client(item: Item): Promise<Pick<Client, 'relay' | 'services' | 'submitRequest'>>;
  /** Proof that the device has worked for this report, where a relay asks for some and it is there. */
  work?(item: Item): Promise<string | undefined>;
  /** How much of the report has left the device, from 0 to 1; `undefined` where nobody can tell. */
  progress?(): number | undefined;
  /** Aborted when the resident stops the photos. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Sends the item once. Never throws. Only a readable receipt is `sent`, and only what tells for sure that nothing was filed is `refused` or
 * `not-sent`; all else is `unknown`.
 * @param begun see `OutboxPorts.send`
 */
export async function attempt(
  item: Item,
  begun: (relay: boolean | undefined) => Promise<boolean>,
  { client: clientOf, work, progress, signal }: AttemptPorts,
): Promise<Outcome> {
  const { report, reportId, insisted } = item;
  const notSent = { is: 'not-sent' } as const;
  if (!report) return notSent;
  let client;
  try {
    client = await clientOf(item);
    // Who answers there is not known yet, or was another one: a question tells.
    if (client.relay === undefined) await client.services({ signal });
  } catch (error) {
    return { ...notSent, retryAfter: (error as Failed).retryAfter };
  }
  const { relay } = client;
  const proof = relay ? await work?.(item) : undefined;
  if (signal?.aborted || !(await begun(relay))) return notSent;
  try {
    const receipt = await client.submitRequest(report, { signal, reportId, work: proof, insist: insisted });
    return { is: 'sent', receipt };
  } catch (error) {
    // A body that has not gone out whole is no report to any server.
    if (report.media?.length && (progress?.() ?? 1) < 1) return notSent;
    if (signal?.aborted) return { is: 'unknown' };
    return outcomeOf(error as Failed, !!relay, !!report.media?.length);
  }
}

/** What may be known of an error of the client. */
interface Failed {
  readonly name?: string;
  readonly status?: number;
  readonly retryAfter?: number | undefined;
  readonly reasons?: readonly string[];
  readonly errors?: readonly { readonly code: string }[];
  readonly alreadyFiled?: boolean;
}

/** What a failed POST means. */
export function outcomeOf(error: Failed, relay: boolean, hasPhotos: boolean): Outcome {
  const { name, status = 0, retryAfter, reasons = [], errors = [], alreadyFiled = false } = error;
  const says = (code: string) => relay && errors.some((one) => one.code === code);
  // The same id with another body: which of the two the city has, a relay does not say.
  if (says('held') || says('mismatch')) return { is: 'untold' };
  if (says('busy') || says('slow') || [408, 425, 429].includes(status)) return { is: 'not-sent', retryAfter };
  if (says('in-flight') || says('unknown')) return { is: 'unknown', retryAfter };
  const isTooMuch = hasPhotos && (status === 413 || status === 415);
  // Some cities say no under 200. A relay does not: somebody on the way did.
  const isSaid = status < 500 && (!relay || status >= 400);
  const isRefusal = isTooMuch || (/^(Rejected|NotFound)Error$/.test(name ?? '') && isSaid);
  if (name !== 'UnsupportedError' && !isRefusal) return { is: 'unknown', retryAfter };
  return { is: 'refused', reasons, alreadyFiled, photos: isTooMuch || (hasPhotos && isAboutPhotos(error)) };
}

/** Without the photos the city could have it: it takes none, or says what is wrong with them. */
function isAboutPhotos({ name, reasons = [] }: Failed): boolean {
  if (name === 'UnsupportedError') return true;
  return reasons.some((reason) => /\b(photos?|pictures?|images?|media|files?|uploads?)\b/i.test(reason));
}

/** The two calls about alerts: what is on offer, and the wish for them. Neither brings cookies or says from which page it comes. */
import type { Channel } from './wish.ts';

/** Which report, and where its messages go. */
export interface AlertWish {
  /** Number or token, by the name of its field. */
  readonly report: Readonly<Partial<Record<'service_request_id' | 'token', string | undefined>>>;
  readonly channel: Channel;
  readonly address: string;
  /** The language that is spoken here: BCP 47. */
  readonly locale: string;
  /** What opens a report of a private service. */
  readonly code?: string | undefined;
}

export type AlertAnswer =
  | { readonly is: 'sent' | 'failed' | 'often' | 'none' }
  /** `reason`: what is wrong, in the city's words; empty where the address is. */
  | { readonly is: 'wrong'; readonly reason: string };

/** Milliseconds to the last byte. */
const patience = 15_000;

const call = (url: string, init: RequestInit = {}): Promise<Response> =>
  fetch(url, { ...init, credentials: 'omit', referrerPolicy: 'no-referrer', signal: AbortSignal.timeout(patience) });

/** Nobody at this address knows of alerts. */
const isUnknown = ({ status }: Response) => [404, 405, 410, 501].includes(status);

/**
 * How messages can come; none where the endpoint sends none.
 * @param base of the city's API, absolute, with a slash at the end
 * @throws {Error} where no answer came that can be read
 */
export async function channelsOf(base: string): Promise<readonly Channel[]> {
  const answer = await call(new URL('alerts.json', base).href);
  if (isUnknown(answer)) return [];
  const offered = (await answer.json()) as Partial<Record<Channel, unknown>>;
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return (['email', 'phone'] as const).filter((channel) => offered[channel] === true);
}

/** Asks once for a link to confirm with. A form, so that another origin needs no preflight. Never throws. */
export async function askForAlerts(base: string, wish: AlertWish): Promise<AlertAnswer> {
  const { report, channel, address, locale, code } = wish;
  const fields = { ...report, [channel]: address, locale, code };
  const body = new URLSearchParams(Object.entries(fields).filter((one): one is [string, string] => !!one[1]));
  try {
    const answer = await call(new URL('alerts', base).href, { method: 'POST', body, redirect: 'manual' });
    if (isUnknown(answer)) return { is: 'none' };
    if (answer.status === 429) return { is: 'often' };
    const [told] = (await answer.json()) as readonly { readonly status?: unknown; readonly description?: unknown }[];
    if (answer.ok && told?.status === 'confirm') return { is: 'sent' };
    if (answer.status !== 400) return { is: 'failed' };
    const reason = typeof told?.description === 'string' ? told.description : '';
    // What names its own field only says what the resident is told in their own language.
    return { is: 'wrong', reason: reason.endsWith(`(${channel})`) ? '' : reason };
  } catch {
    return { is: 'failed' };
  }
}

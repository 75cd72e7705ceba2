/** Asks the city once for the followed reports, and says what came of each. */
import type { Client, Open311Error, ServiceRequest } from '@citydesk/open311';
import type { Tracked, TrackingAction } from './tracking.ts';

/** What is asked of the client. */
export type LookUpClient = Pick<Client, 'request' | 'requests' | 'requestIdFor'>;

/**
 * One request for one number; one for several where the city lists by number. A token costs one of its own.
 * @throws {Open311Error} when the city cannot be asked; or the signal's reason
 */
export async function lookUp(
  client: LookUpClient,
  tracked: readonly Tracked[],
  now: () => Date,
  signal: AbortSignal,
): Promise<readonly TrackingAction[]> {
  const told: TrackingAction[] = [];
  const numbers: string[] = [];

  for (const { reference, isToken } of tracked) {
    const number = isToken ? await numberOf(reference) : reference;
    if (number !== undefined) numbers.push(number);
  }
  if (numbers.length === 1) await one(numbers[0]!);
  else if (numbers.length) await several();
  return told;

  /** The number behind a token, once there is one. */
  async function numberOf(token: string): Promise<string | undefined> {
    try {
      const number = await client.requestIdFor(token, { signal });
      told.push(
        number === undefined
          ? { type: 'unnumbered', reference: token, at: now() }
          : { type: 'numbered', token, reference: number },
      );
      return number;
    } catch (error) {
      refuse(token, error);
      return undefined;
    }
  }

  async function one(reference: string): Promise<void> {
    try {
      found(reference, await client.request(reference, { signal, extensions: true }));
    } catch (error) {
      // Who types what the receipt showed may have typed a token: it stands where a number would.
      const number = isToken(reference) && whyOf(error) === 'missing' ? await numberOf(reference) : undefined;
      if (number !== undefined) await one(number);
      else if (!told.length) refuse(reference, error);
    }
  }

  async function several(): Promise<void> {
    const left = new Map(numbers.map((number) => [tidy(number), number]));
    for await (const request of client.requests({ serviceRequestIds: numbers, extensions: true }, { signal })) {
      const number = left.get(tidy(request.serviceRequestId));
      left.delete(tidy(request.serviceRequestId));
      if (number !== undefined) found(number, request);
    }
    for (const number of left.values()) told.push({ type: 'refused', reference: number, why: 'missing', at: now() });
  }

  function found(reference: string, request: ServiceRequest): void {
    told.push({ type: 'found', reference, request, at: now() });
  }

  /** Notes what an error says of this report; one that says nothing of it goes on. */
  function refuse(reference: string, error: unknown): void {
    const why = whyOf(error);
    if (!why) throw error;
    told.push({ type: 'refused', reference, why, at: now() });
  }
}

/** By name and status: this package knows the client's types only. */
function whyOf(error: unknown): 'missing' | 'gone' | 'private' | undefined {
  const { name, status } = error as Partial<Open311Error>;
  if (name === 'NotFoundError') return status === 410 ? 'gone' : 'missing';
  if (name === 'RejectedError' && (status === 401 || status === 403)) return 'private';
  return undefined;
}

/** Long, and with letters among the figures: no city numbers its reports so. */
function isToken(reference: string): boolean {
  return reference.length >= 16 && /\d/.test(reference) && /[a-z]/i.test(reference);
}

/** Numbers as typed and as the city writes them may differ in leading zeros, case and blanks around them. */
function tidy(id: string): string {
  return id
    .trim()
    .toLowerCase()
    .replace(/^0+(?=.)/, '');
}

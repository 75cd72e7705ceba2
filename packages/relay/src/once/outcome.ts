/** What one attempt at the city has brought, told from what the client threw. */
import { Open311Error, RejectedError, UnsupportedError, type Receipt, type SpecError } from '@citydesk/open311';
import { StrayError } from '../guarded-fetch.ts';
import type { Settled } from './key-store.ts';

export type Outcome =
  | (Settled & {
      /** A refusal that says that the city has this report already. */
      readonly alreadyFiled?: boolean;
    })
  /** It has not arrived, for sure. */
  | { readonly is: 'not-sent'; readonly retryAfter?: number | undefined }
  /** It may have arrived. */
  | { readonly is: 'unknown'; readonly retryAfter?: number | undefined };

export const filed = (receipt: Receipt): Settled => ({ is: 'filed', receipt });

/** Of a city's words, so many are kept. */
const mostErrors = 20;
const longest = 1_000;

/** @param viaRelay the city is a relay itself, whose 409 says that it is at it */
export function outcomeOf(error: unknown, viaRelay: boolean): Outcome {
  if (!(error instanceof Open311Error)) return { is: 'unknown' };
  const { status, retryAfter } = error;
  // 408: it has not got all of it. 425: it does not want it yet. 429: it does not want any just now.
  if (status === 408 || status === 425 || status === 429) return { is: 'not-sent', retryAfter };
  if (status === undefined && (hasNeverLeft(error) || error instanceof UnsupportedError)) {
    return error instanceof UnsupportedError
      ? refused(400, [{ code: '400', description: 'The city does not take this kind of report this way.' }])
      : { is: 'not-sent' };
  }
  if (status !== undefined && status < 500 && !(viaRelay && status === 409)) {
    if (error instanceof UnsupportedError) {
      return refused(status, [{ code: String(status), description: 'The city takes no reports here.' }]);
    }
    if (error instanceof RejectedError && !error.errors.some(({ code }) => /^5\d\d$/.test(code))) {
      const errors = error.errors
        .slice(0, mostErrors)
        .map(({ code, description }) => ({ code: code.slice(0, longest), description: description.slice(0, longest) }));
      // Some cities say no with a status that says yes.
      return { ...refused(status >= 400 ? status : 400, errors), alreadyFiled: error.alreadyFiled };
    }
  }
  return { is: 'unknown', retryAfter };
}

const refused = (status: number, errors: readonly SpecError[]) => ({ is: 'refused', status, errors }) as const;

/** Whether the connection was refused, or the name not found, before a byte had left: only then Node names these calls. */
function hasNeverLeft(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > 5) return false;
  if (error instanceof StrayError) return true;
  const { code, syscall, cause } = error as NodeJS.ErrnoException;
  if (syscall === 'connect' || syscall === 'getaddrinfo' || code === 'UND_ERR_CONNECT_TIMEOUT') return true;
  // An address by IPv6 and one by IPv4.
  if (error instanceof AggregateError)
    return error.errors.length > 0 && error.errors.every((each) => hasNeverLeft(each, depth + 1));
  return hasNeverLeft(cause, depth + 1);
}

/**
 * Work for a device to do: a challenge bound to one report, and the proof that it was done. No store is needed against replays: the report's
 * key lets it in once.
 */
import { createChallenge, extractParams, verifySolution } from 'altcha-lib/v1';
import type { Challenge, Payload } from 'altcha-lib/v1/types';

const algorithm = 'SHA-256';
/** Characters: a proof takes some 400. */
const longestProof = 2_000;

export interface Issuing {
  readonly secret: string;
  readonly reportId: string;
  /** Milliseconds since 1970, like `expires`. */
  readonly issued: number;
  readonly expires: number;
  readonly maxNumber: number;
}

/** The salt says for which report it is, when it was made and until when it counts; all of it is signed. */
export function newChallenge({ secret, reportId, issued, expires, maxNumber }: Issuing): Promise<Challenge> {
  const params = { report_id: reportId, issued: String(Math.floor(issued)) };
  return createChallenge({ algorithm, hmacKey: secret, maxnumber: maxNumber, expires: new Date(expires), params });
}

/**
 * Never rejects, whatever was sent.
 * @param work base64 of the JSON that ALTCHA calls a payload
 * @returns when the challenge was made; `undefined` where this proves nothing for this report
 */
export async function timeOfProof(
  work: string,
  { secret, reportId, now }: { readonly secret: string; readonly reportId: string; readonly now: number },
): Promise<number | undefined> {
  try {
    const payload = payloadOf(work);
    if (!payload) return undefined;
    const { report_id: owner, issued, expires } = extractParams(payload);
    if (owner !== reportId || !(Number(expires) * 1000 > now)) return undefined;
    // The library would go by its own clock.
    return (await verifySolution(payload, secret, false)) ? Number(issued) : undefined;
  } catch {
    return undefined;
  }
}

function payloadOf(work: string): Payload | undefined {
  if (work.length > longestProof) return undefined;
  const { challenge, number, salt, signature, ...rest } = JSON.parse(atob(work)) as Record<string, unknown>;
  if (rest['algorithm'] !== algorithm || typeof number !== 'number') return undefined;
  if (typeof challenge !== 'string' || typeof salt !== 'string' || typeof signature !== 'string') return undefined;
  return { algorithm, challenge, number, salt, signature };
}

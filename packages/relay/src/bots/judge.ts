/** Tells people from scripts, in silence. Whoever looks like a script is slowed, never turned away: the same report passes later. */
import type { SpecError } from '@citydesk/open311';
import type { Challenge } from 'altcha-lib/v1/types';
import { limit, type Bucket } from '../limits.ts';
import { timeOfProof, newChallenge } from './proof.ts';

export interface BotOptions {
  /** Signs challenges. The same in all relays of a city; at least 32 characters. */
  readonly secret: string;
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds of a clock that nobody sets back. Default: `performance.now`. */
  readonly steady?: (() => number) | undefined;
  /** Suspicious reports from one address. */
  readonly perAddress?: Bucket | undefined;
  /** All suspicious reports together, so that many addresses do not help. */
  readonly together?: Bucket | undefined;
  /** The work: numbers to try at most, half of them on average. Default 30,000: a second of a phone of 2022. */
  readonly maxNumber?: number | undefined;
  /** Milliseconds from challenge to report that no person is quicker than. */
  readonly fillTime?: number | undefined;
  /** Milliseconds for which a proof is good. As long as a browser keeps an unsent report, and more. */
  readonly proofLasts?: number | undefined;
}

/** What a report came with. */
export interface Arrival {
  /** As `addressOf` gives it: who counts as one. */
  readonly ip?: string | undefined;
  /** Idempotency key, which is the report's id. */
  readonly key?: string | undefined;
  /** As `Citydesk-Work` has it. */
  readonly work?: string | undefined;
  /** What stands in the field that people do not see (`honeypotField`). */
  readonly honeypot?: string | undefined;
}

export type Suspicion = 'no-work' | 'bad-work' | 'too-fast' | 'honeypot';

/** `passes: false`: answer 429 with `errors` (code `slow`), and Retry-After from `retryAfter` in milliseconds. */
export type Verdict =
  | { readonly passes: true; readonly suspicion?: Suspicion | undefined }
  | {
      readonly passes: false;
      readonly suspicion: Suspicion;
      readonly status: 429;
      readonly errors: readonly SpecError[];
      readonly retryAfter: number;
    };

export interface Bots {
  /** What `challenge.json` answers. @param reportId the key that the report will come with */
  challenge(reportId: string): Promise<Challenge>;
  /** To ask before anything is done with a report. */
  judge(arrival: Arrival): Promise<Verdict>;
}

/** Name of the field that people do not see and scripts fill in. */
export const honeypotField = 'further_details';

const day = 24 * 60 * 60 * 1000;

export const botDefaults = {
  perAddress: { burst: 5, perMinute: 1 },
  together: { burst: 30, perMinute: 20 },
  maxNumber: 30_000,
  fillTime: 2_000,
  proofLasts: 8 * day,
} as const;

/** @throws RangeError for a secret that could be guessed */
export function createBots(options: BotOptions): Bots {
  const { secret, now, steady = () => performance.now() } = options;
  const { fillTime = botDefaults.fillTime, proofLasts = botDefaults.proofLasts } = options;
  if (secret.length < 32) throw new RangeError('The secret for challenges needs at least 32 characters.');
  const perAddress = limit(options.perAddress ?? botDefaults.perAddress, steady);
  const together = limit(options.together ?? botDefaults.together, steady);

  const suspicionOf = async ({ key, work, honeypot }: Arrival): Promise<Suspicion | undefined> => {
    if (honeypot) return 'honeypot';
    if (key === undefined || !work) return 'no-work';
    const issued = await timeOfProof(work, { secret, reportId: key, now: now() });
    if (issued === undefined) return 'bad-work';
    return now() - issued < fillTime ? 'too-fast' : undefined;
  };

  return {
    challenge: (reportId) =>
      newChallenge({
        secret,
        reportId,
        issued: now(),
        expires: now() + proofLasts,
        maxNumber: options.maxNumber ?? botDefaults.maxNumber,
      }),

    async judge(arrival) {
      const suspicion = await suspicionOf(arrival);
      if (!suspicion) return { passes: true };
      const retryAfter = perAddress.take(arrival.ip ?? 'unknown') || together.take('all');
      if (retryAfter === 0) return { passes: true, suspicion };
      const errors = [
        { code: 'slow', description: 'Many reports come in just now. Send this one again a little later.' },
      ];
      return { passes: false, suspicion, status: 429, errors, retryAfter };
    },
  };
}

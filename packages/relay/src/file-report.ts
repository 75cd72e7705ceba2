/** A report's whole way through the relay: judged, its photos checked, and sent to the city once. */

import type { Bots } from './bots/judge.ts';
import type { CityBehind } from './city.ts';
import type { KeyStore } from './once/key-store.ts';
import { submitOnce, type OncePorts, type Submitted } from './once/submit-once.ts';
import type { RelayTimes } from './once/times.ts';
import { checkPhoto, PhotoRefused } from './photos.ts';
import { fingerprintOf, type SentReport } from './read-report.ts';
import { Refusal } from './spec-answer.ts';

export interface FilingOptions {
  readonly city: CityBehind;
  readonly bots: Bots;
  readonly keys: KeyStore;
  readonly times: RelayTimes;
  readonly now: () => number;
  readonly idAttribute?: string | undefined;
  /** See `OncePorts`. */
  readonly isOnce?: boolean | undefined;
  readonly isPrivate: (serviceCode: string) => boolean;
  /** Whether photos reach the city at all. */
  readonly takesPhotos: boolean;
  /** Bytes of one photo. */
  readonly photoLimit: number;
  readonly onTrouble: NonNullable<OncePorts['onTrouble']>;
}

export interface Filed {
  readonly submitted: Submitted;
  readonly suspicion?: string | undefined;
}

/**
 * @param ip whose report it is, for the slow lane
 * @throws {Refusal} for what never gets as far as the city
 */
export type FileReport = (sent: SentReport, ip: string) => Promise<Filed>;

export function filing(options: FilingOptions): FileReport {
  const { city, bots, keys, times, now, idAttribute, isOnce, isPrivate, onTrouble } = options;
  const ports = { city: city.client, keys, times, now, idAttribute, isOnce, onTrouble };
  /** What came before may be filed, and only the store tells: nobody is told "later" instead. Nor where the store is away. */
  const isKnown = async (key: string | undefined) => key !== undefined && keys.knows(key).catch(() => true);
  return async ({ report, files, fields, key, work, honeypot, insist }, ip) => {
    const verdict = await bots.judge({ ip, key, work, honeypot });
    const { suspicion } = verdict;
    if (!verdict.passes && !(await isKnown(key))) return { submitted: { ...verdict, replayed: false }, suspicion };
    if (files.length > 0 && !options.takesPhotos) throw new Refusal(400, 'This city takes no photos here. (media)');
    const photos = [];
    for (const file of files) photos.push(await checked(file, options.photoLimit));
    const fingerprint = await fingerprintOf(
      fields,
      photos.map(({ sha256 }) => sha256),
    );
    const submitted = await submitOnce(ports, {
      report: photos.length > 0 ? { ...report, media: photos.map(({ file }) => file) } : report,
      key,
      fingerprint,
      insist,
      serviceType: city.service(report.serviceCode)?.type,
      isPrivate: isPrivate(report.serviceCode),
    });
    return { submitted, suspicion };
  };
}

async function checked(file: Blob, bytes: number) {
  try {
    return await checkPhoto(file, { bytes });
  } catch (error) {
    if (error instanceof PhotoRefused) throw new Refusal(error.status, `${error.message} (media)`);
    throw error;
  }
}

/** The secret that signs what the relay gives out: from the environment, or made once and kept in a file that only its owner may read. */

import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { StartError } from './start-error.ts';

const shortest = 32;

/**
 * @param given CITYDESK_RELAY_SECRET
 * @param file where it is kept otherwise; `undefined` where several relays have to share it
 * @throws {StartError} for one that could be guessed, and where there is none and may be none of its own
 */
export function ownSecret(given: string | undefined, file: string | undefined): string {
  if (given !== undefined && given !== '') {
    if (given.length >= shortest) return given;
    throw new StartError(
      `CITYDESK_RELAY_SECRET has to be ${shortest} characters or more. Make one with: openssl rand -hex 32`,
    );
  }
  if (file === undefined) {
    throw new StartError(
      'Relays that share their keys share a secret: set CITYDESK_RELAY_SECRET. Make one with: openssl rand -hex 32',
    );
  }
  const secret = randomBytes(32).toString('hex');
  try {
    mkdirSync(dirname(file), { recursive: true });
    // Fails where there is one, so that of two relays that start at once both have the same.
    writeFileSync(file, secret, { mode: 0o600, flag: 'wx' });
    return secret;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw new StartError(`Nothing can be written to ${dirname(file)}. Choose another place with --keys.`);
    }
  }
  const kept = readFileSync(file, 'utf8').trim();
  if (kept.length >= shortest) return kept;
  throw new StartError(`The secret in ${file} is too short. Remove the file, or set CITYDESK_RELAY_SECRET.`);
}

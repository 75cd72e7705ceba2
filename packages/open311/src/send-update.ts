/**
 * What a resident says about a report after it was filed, on its way to the city. Loaded with the first update.
 */
import { UnsupportedError } from './errors.ts';
import { addressOf, type City } from './http/asking.ts';
import { exchange } from './http/exchange.ts';
import { settle } from './settle.ts';
import type { Update } from './types.ts';
import { decodeErrors } from './wire/decode-errors.ts';
import type { Credentials } from './wire/encode.ts';

/** Bytes: what comes back is an id at most. */
const limit = 64_000;

/**
 * Sent once, as a form and without preflight, never again by itself. It is taken if nothing says that it is not: cities answer with an
 * id, with an empty list, or with nothing.
 * @throws {UnsupportedError} 404, 405 and 501: a city that knows the extension knows its address
 */
export async function sendUpdate(
  { base, format, line }: Pick<City, 'base' | 'format' | 'line'>,
  credentials: Credentials,
  update: Update,
  signal: AbortSignal | undefined,
): Promise<void> {
  // The jurisdiction goes along in the body.
  const url = addressOf({ base, format, jurisdictionId: undefined }, 'servicerequestupdates');
  const failure = { method: 'POST' as const, url };
  const answer = await exchange(line, { ...failure, body: fieldsOf(update, credentials), limit, signal });
  const { status, text, retryAfter } = answer;
  if (status === 404) {
    throw new UnsupportedError({ ...failure, status, retryAfter }, 'not offered by this endpoint');
  }
  if (status >= 200 && status < 300 && text.trim() === '') return;
  await settle(answer, { ...failure, decode: taken, single: false, secret: credentials.apiKey?.trim() });
}

function taken(value: unknown): true | undefined {
  return decodeErrors(value).length === 0 ? true : undefined;
}

/** Blanks are left out, as in a report. */
function fieldsOf(update: Update, { apiKey, jurisdictionId }: Credentials): URLSearchParams {
  const fields = {
    api_key: apiKey,
    jurisdiction_id: jurisdictionId,
    service_request_id: update.serviceRequestId,
    updated_datetime: new Date().toISOString().replace(/\.\d+/, ''),
    description: update.description,
    question: update.question,
    answer: update.answer,
  };
  const said = Object.entries(fields).filter((field): field is [string, string] => !!field[1]?.trim());
  return new URLSearchParams(said);
}

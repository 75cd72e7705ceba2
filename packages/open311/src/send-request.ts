/**
 * A report on its way to the city. Loaded with the first report; a page that will send one can import
 * `@citydesk/open311/send-request` ahead, so that nothing has to be fetched when the resident presses the button.
 */
import { UnreadableError, UnsupportedError } from './errors.ts';
import { addressOf, type City } from './http/asking.ts';
import { exchange } from './http/exchange.ts';
import { settle } from './settle.ts';
import type { SubmitOptions } from './client.ts';
import type { ClientOptions } from './client-options.ts';
import { alreadyFiled } from './already-filed.ts';
import { part } from './part.ts';
import type { Receipt, Report, ServiceType } from './types.ts';
import { decodeReceipt } from './wire/decode-receipt.ts';
import { encodeReport, type Credentials } from './wire/encode.ts';

/** Bytes: a receipt is a few lines. */
const receiptLimit = 64_000;
/** Bytes a millisecond: what photos count on of a slow uplink, 256 kbit/s. */
const uplink = 32;

/**
 * Sent once, and never again by itself.
 * @param typeOf how a service answers a report, asked only when it gave neither id nor token
 * @throws {Open311Error} as `submitRequest` of the client
 */
export async function sendRequest(
  { base, line, media, reading, format }: City & { readonly media: NonNullable<ClientOptions['media']> },
  { apiKey, jurisdictionId }: Credentials,
  { media: photos = [], ...report }: Report,
  typeOf: (serviceCode: string) => Promise<ServiceType | undefined>,
  signal: AbortSignal | undefined,
  { reportId, work, insist }: Omit<SubmitOptions, 'signal'> = {},
): Promise<Receipt> {
  // The jurisdiction goes along in the body.
  const url = addressOf({ base, format, jurisdictionId: undefined }, 'requests');
  const failure = { method: 'POST' as const, url };
  let body: URLSearchParams | FormData = encodeReport(report, { apiKey, jurisdictionId });
  let bytes = 0;
  if (photos.length > 0) {
    if (media === 'none') throw new UnsupportedError(failure, 'the `media` option says that this city takes no photos');
    const { bodyWithPhotos } = await part(import('./photos.ts'), base);
    ({ body, bytes } = await bodyWithPhotos(body, photos, media, signal));
  }
  const headers = {
    ...(reportId !== undefined && { 'Idempotency-Key': `"${reportId}"` }),
    ...(work !== undefined && { 'Citydesk-Work': work }),
    ...(insist && { 'Citydesk-Insist': '1' }),
  };
  const patience = bytes / uplink;
  const answer = await exchange(line, { ...failure, body, headers, limit: receiptLimit, patience, signal });
  const worked = answer.status >= 200 && answer.status < 300;
  // An empty body is as good as an empty list: below it is asked whether that is a receipt.
  const receipt: Receipt =
    worked && answer.text.trim() === ''
      ? {}
      : await settle(answer, {
          ...failure,
          decode: decodeReceipt,
          single: false,
          reading,
          alreadyFiled,
          secret: apiKey?.trim(),
        });
  // Without an id and a token there is nothing to hold on to: an answer only where the city said beforehand that it gives none.
  if (receipt.serviceRequestId === undefined && receipt.token === undefined) {
    if ((await typeOf(report.serviceCode)) !== 'blackbox') {
      throw new UnreadableError({ ...failure, status: answer.status }, 'a receipt with neither id nor token');
    }
  }
  return receipt;
}

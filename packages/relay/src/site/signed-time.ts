/** When a plain form was begun, in a form that nobody can make up: it goes out with the form and comes back with it. */
import { base64Url } from '../photos/delete-key.ts';

/** A form that was begun so long ago is begun anew. */
export const longestBegun = 24 * 3_600_000;

async function signatureOf(secret: string, key: string, since: string): Promise<string> {
  const text = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('raw', text.encode(secret), algorithm, false, ['sign']);
  const signed = await crypto.subtle.sign('HMAC', imported, text.encode(`citydesk form begun ${key} ${since}`));
  return base64Url(new Uint8Array(signed));
}

/** @param key the report's, so that one time serves no other report */
export async function signedTime(secret: string, key: string, milliseconds: number): Promise<string> {
  const since = Math.round(milliseconds).toString(36);
  return `${since}.${await signatureOf(secret, key, since)}`;
}

/** The time in `given`; `undefined` where it is not ours, lies ahead, or is too long ago. */
export async function timeSigned(secret: string, key: string, given: string, now: number): Promise<number | undefined> {
  const [, since = '', signature = ''] = /^([0-9a-z]{1,10})\.([\w-]{43})$/.exec(given) ?? [];
  const expected = await signatureOf(secret, key, since);
  // Every letter is looked at, whichever differs.
  let different = 0;
  for (let at = 0; at < expected.length; at += 1)
    different |= expected.charCodeAt(at) ^ (signature.charCodeAt(at) || 0);
  const time = parseInt(since, 36);
  return different === 0 && time <= now && now - time < longestBegun ? time : undefined;
}

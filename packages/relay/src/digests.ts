/**
 * SHA-256 of text, plain and keyed. Web Crypto hands even a few bytes to another thread, which costs more than the digest; where Node's own is
 * there, it is asked instead.
 */

const node = globalThis.process?.getBuiltinModule?.('node:crypto');
const utf8 = new TextEncoder();

export async function sha256(text: string): Promise<Uint8Array> {
  if (node) return node.hash('sha256', text, 'buffer');
  return new Uint8Array(await crypto.subtle.digest('SHA-256', utf8.encode(text)));
}

/** HMAC by one key, for any text. */
export function hmac(secret: string): (text: string) => Promise<Uint8Array> {
  if (node) return async (text) => node.createHmac('sha256', secret).update(text).digest();
  let key: Promise<CryptoKey> | undefined;
  return async (text) => {
    key ??= crypto.subtle.importKey('raw', utf8.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    return new Uint8Array(await crypto.subtle.sign('HMAC', await key, utf8.encode(text)));
  };
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

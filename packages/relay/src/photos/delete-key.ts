/** The key with which whoever brought a photo can have it removed. It follows from the photo's name, so that nothing is stored for it. */

const keyFor = (secret: string) =>
  crypto.subtle.importKey('raw', new TextEncoder().encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
    'verify',
  ]);

const said = (name: string) => new TextEncoder().encode(`citydesk delete photo ${name}`);

export async function deleteKey(secret: string, name: string): Promise<string> {
  return base64Url(new Uint8Array(await crypto.subtle.sign('HMAC', await keyFor(secret), said(name))));
}

/** In a time that tells nothing about where a wrong key differs. */
export async function isDeleteKey(secret: string, name: string, given: string): Promise<boolean> {
  const bytes = bytesOf(given);
  return bytes !== undefined && crypto.subtle.verify('HMAC', await keyFor(secret), bytes, said(name));
}

export function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

/** `undefined` for what is no such key at all. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]{43}$/.test(text)) return undefined;
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
}

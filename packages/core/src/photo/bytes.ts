/** Reads numbers and letters in bytes of strangers. Beyond the end everything is 0, so that no length has to be believed. */

/** A whole number of `length` bytes, most significant first. */
export function big(bytes: Uint8Array, at: number, length: number): number {
  let value = 0;
  for (let step = 0; step < length; step++) value = value * 256 + (bytes[at + step] ?? 0);
  return value;
}

/** A whole number of `length` bytes, least significant first. */
export function little(bytes: Uint8Array, at: number, length: number): number {
  let value = 0;
  for (let step = length - 1; step >= 0; step--) value = value * 256 + (bytes[at + step] ?? 0);
  return value;
}

/** Bytes as Latin letters; fewer at the end. `length` is small: each byte is an argument. */
export function letters(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}

/** Where `word` stands in Latin letters at or after `from`; -1 where it does not before `end`. */
export function find(bytes: Uint8Array, word: string, from: number, end: number): number {
  const first = word.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at >= 0 && at < end; at = bytes.indexOf(first, at + 1)) {
    if (letters(bytes, at, word.length) === word) return at;
  }
  return -1;
}

export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

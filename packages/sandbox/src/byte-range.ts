/** Reads which part of a file a request asks for (RFC 9110, section 14): a map asks for its tiles that way. */

/** The bytes asked for, `start` to `end` (not included); `none` when no byte of the file is among them. */
export type ByteRange = { readonly start: number; readonly end: number } | 'none';

/**
 * @param size of the whole file in bytes
 * @param etag of the file as it is now; a request may want a part only of the file it knows
 * @returns undefined where the whole file is the answer: no range, several, one that cannot be read, or of another file
 */
export function byteRange(request: Request, size: number, etag: string): ByteRange | undefined {
  const known = request.headers.get('if-range');
  if (request.method !== 'GET' || (known !== null && known !== etag)) return undefined;
  const [, first, last] = /^bytes=\s*(\d*)-(\d*)\s*$/i.exec(request.headers.get('range') ?? '') ?? [];
  if (first === undefined || last === undefined || first + last === '') return undefined;
  if (first === '') {
    const start = Math.max(0, size - Number(last));
    return start < size ? { start, end: size } : 'none';
  }
  if (last !== '' && Number(last) < Number(first)) return undefined;
  if (Number(first) >= size) return 'none';
  return { start: Number(first), end: last === '' ? size : Math.min(size, Number(last) + 1) };
}

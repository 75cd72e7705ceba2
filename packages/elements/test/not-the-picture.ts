/** What is in a JPEG that no picture needs, told by walking it byte by byte: written apart from the code that takes it out. */

/** Markers of ITU T.81 that make the picture: tables, frames, scans, restart interval. */
const needed = new Set([0xc0, 0xc1, 0xc2, 0xc4, 0xda, 0xdb, 0xdd]);

/** A line for each thing that should not be there; the first that ends the walk, too. */
export function notThePicture(bytes: Uint8Array): readonly string[] {
  const found: string[] = [];
  const hex = (value: number | undefined) => (value ?? 0).toString(16);
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return ['no JPEG'];
  let at = 2;
  let scans = 0;
  for (;;) {
    if (bytes[at] !== 0xff) return [...found, `byte ${at}: ${hex(bytes[at])} in place of a marker`];
    const marker = bytes[at + 1];
    if (marker === 0xd9) break;
    if (marker === undefined) return [...found, 'no end'];
    const length = bytes[at + 2]! * 256 + bytes[at + 3]!;
    const name = new TextDecoder('latin1').decode(bytes.slice(at + 4, at + 9));
    const isBareJfif = marker === 0xe0 && length === 16 && name === 'JFIF\0' && !bytes[at + 16] && !bytes[at + 17];
    const isBareAdobe = marker === 0xee && length === 14 && name === 'Adobe';
    if (!needed.has(marker) && !isBareJfif && !isBareAdobe) found.push(`segment ${hex(marker)}: ${name}`);
    at += 2 + length;
    if (marker !== 0xda) continue;
    scans += 1;
    while (at < bytes.length && !(bytes[at] === 0xff && bytes[at + 1] !== 0 && (bytes[at + 1]! & 0xf8) !== 0xd0))
      at += 1;
  }
  if (!scans) found.push('no scan');
  if (at + 2 !== bytes.length) found.push(`${bytes.length - at - 2} bytes after the end`);
  return found;
}

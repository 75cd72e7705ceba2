/** What is in a photo's file that no picture needs, told by walking it byte by byte: written apart from the code that takes it out. */

export interface Left {
  /** Bytes of EXIF, XMP, IPTC, comments, text and whatever else is no picture; a note of the orientation alone is none. */
  readonly metadata: number;
  /** Bytes behind the end of the picture. */
  readonly trailing: number;
  /** The orientation it notes; 1 where it notes none. */
  readonly orientation: number;
}

/** @throws Error for what is no whole JPEG, PNG or WebP */
export function leftIn(bytes: Uint8Array): Left {
  const start = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (start.startsWith('\xff\xd8')) return inJpeg(Buffer.from(bytes));
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return inPng(Buffer.from(bytes));
  if (start.startsWith('RIFF') && start.endsWith('WEBP')) return inWebp(Buffer.from(bytes));
  throw new Error('no picture');
}

/** Of ITU T.81: tables, frames, scans, restart interval. */
const markers = new Set([0xc0, 0xc1, 0xc2, 0xc4, 0xda, 0xdb, 0xdd]);
/** All of the note before its number, in hex: "Exif", one list, one tag of one short. */
const note = '4578696600004d4d002a000000080001011200030000000100';
const isNote = (content: Buffer) => {
  const hex = content.toString('hex');
  return hex.startsWith(note) && /^0[1-8]000000000000$/.test(hex.slice(note.length));
};

function inJpeg(bytes: Buffer): Left {
  let [at, metadata, orientation] = [2, 0, 1];
  for (;;) {
    if (bytes[at] !== 0xff) throw new Error(`no marker at ${at}`);
    const marker = bytes[at + 1]!;
    if (marker === 0xd9) return { metadata, trailing: bytes.length - at - 2, orientation };
    const length = bytes.readUInt16BE(at + 2);
    const content = bytes.subarray(at + 4, at + 2 + length).toString('latin1');
    const isColour =
      (marker === 0xe0 && length === 16 && content.startsWith('JFIF\0') && content.endsWith('\0\0')) ||
      (marker === 0xee && length === 14 && content.startsWith('Adobe')) ||
      (marker === 0xe2 && content.startsWith('ICC_PROFILE\0'));
    if (marker === 0xe1 && isNote(bytes.subarray(at + 4, at + 2 + length))) orientation = content.charCodeAt(25);
    else if (!markers.has(marker) && !isColour) metadata += length + 2;
    at += 2 + length;
    while (marker === 0xda && !(bytes[at] === 0xff && bytes[at + 1] !== 0 && (bytes[at + 1]! & 0xf8) !== 0xd0)) at += 1;
  }
}

const chunks = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'cICP', 'sBIT', 'iCCP']);

function inPng(bytes: Buffer): Left {
  for (let [at, metadata] = [8, 0]; ;) {
    const [length, name] = [bytes.readUInt32BE(at), bytes.subarray(at + 4, at + 8).toString('latin1')];
    if (!chunks.has(name)) metadata += length + 12;
    at += length + 12;
    if (name === 'IEND') return { metadata: metadata + length, trailing: bytes.length - at, orientation: 1 };
  }
}

function inWebp(bytes: Buffer): Left {
  const end = 8 + bytes.readUInt32LE(4);
  let metadata = 0;
  for (let at = 12; at < end;) {
    const length = bytes.readUInt32LE(at + 4);
    const name = bytes.subarray(at, at + 4).toString('latin1');
    if (!['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP'].includes(name)) metadata += length + 8;
    at += 8 + length + (length % 2);
  }
  return { metadata, trailing: bytes.length - end, orientation: 1 };
}

/** The bare picture in a WebP file: its frames, its transparency, and how its colours are meant. */
import { joined, little } from './bytes.ts';
import { endOfWebp, riffChunksOf } from './pieces.ts';

const needed = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
/** A frame has no frames in it. */
const neededInFrame = new Set(['VP8 ', 'VP8L', 'ALPH']);
/** Flags of the first chunk. */
const has = { profile: 0x20, exif: 0x08, xmp: 0x04 };

/** `undefined` where no picture is in it. Never throws. */
export function strippedWebp(bytes: Uint8Array, profile: boolean): Uint8Array<ArrayBuffer> | undefined {
  const parts = partsIn(bytes, 12, endOfWebp(bytes), profile);
  if (!parts.some(([name]) => /^(VP8[ L]|ANMF)$/.test(name))) return undefined;
  const whole = joined([bytes.subarray(0, 12), ...parts.map(([, part]) => part)]);
  new DataView(whole.buffer).setUint32(4, whole.length - 8, true);
  return whole;
}

function partsIn(bytes: Uint8Array, from: number, to: number, profile: boolean): [name: string, part: Uint8Array][] {
  const parts: [string, Uint8Array][] = [];
  for (const { name, at, data, end } of riffChunksOf(bytes, from, to)) {
    if (!needed.has(name) || (name === 'ICCP' && !profile)) continue;
    if (name === 'ANMF') {
      const frame = bareFrame(bytes, at, data, data + little(bytes, at + 4, 4));
      if (frame) parts.push([name, frame]);
      continue;
    }
    const part = bytes.slice(at, end);
    if (name === 'VP8X') part[8]! &= ~(has.exif | has.xmp | (profile ? 0 : has.profile));
    parts.push([name, part]);
  }
  return parts;
}

/** A frame has 16 bytes of its own, then chunks again. A shorter one is none: what stands behind it belongs to others. */
function bareFrame(bytes: Uint8Array, at: number, data: number, end: number): Uint8Array | undefined {
  if (end - data < 16) return undefined;
  const inside = [...riffChunksOf(bytes, data + 16, end)].filter(({ name }) => neededInFrame.has(name));
  const frame = joined([bytes.subarray(at, data + 16), ...inside.map((piece) => bytes.subarray(piece.at, piece.end))]);
  new DataView(frame.buffer).setUint32(4, frame.length - 8, true);
  return frame;
}

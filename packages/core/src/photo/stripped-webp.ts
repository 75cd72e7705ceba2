/** The bare picture in a WebP file: its frames, its transparency, and how its colours are meant. */
import { joined, little } from './bytes.ts';
import { endOfWebp, riffChunksOf } from './pieces.ts';

const needed = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
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
      // A frame has 16 bytes of its own, then chunks again.
      const inside = partsIn(bytes, data + 16, data + little(bytes, at + 4, 4), profile).map(([, part]) => part);
      const frame = joined([bytes.subarray(at, data + 16), ...inside]);
      new DataView(frame.buffer).setUint32(4, frame.length - 8, true);
      parts.push([name, frame]);
      continue;
    }
    const part = bytes.slice(at, end);
    if (name === 'VP8X') part[8]! &= ~(has.exif | has.xmp | (profile ? 0 : has.profile));
    parts.push([name, part]);
  }
  return parts;
}

/**
 * Keeps a photo the right way up. Phones store it as the sensor lay and note beside it how to turn it; without a canvas the pixels cannot be
 * turned here, so that one number is kept: in a note of our own making, in which nothing else can stand.
 */
import type { Orientation } from '@citydesk/core/photo';

/** An APP1 segment with an EXIF block of one tag. Its last byte but six is the number. */
const note = [
  ...[0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0], // "Exif"
  ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1], // TIFF, most significant first; one tag follows
  ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 1, 0, 0], // Orientation, a short, once: 1
  ...[0, 0, 0, 0], // no further list
];
const numberAt = 29;

/**
 * @param bare a JPEG without metadata
 * @param orientation as the photo said before; 1 needs no note
 */
export function uprightAs(bare: Uint8Array<ArrayBuffer>, orientation: Orientation): Uint8Array<ArrayBuffer> {
  if (orientation === 1) return bare;
  // Behind the JFIF header, where there is one: both want to be first, and readers know it this way round.
  const at = bare[3] === 0xe0 ? 4 + bare[4]! * 256 + bare[5]! : 2;
  const turned = new Uint8Array(bare.length + note.length);
  turned.set(bare.subarray(0, at));
  turned.set(note, at);
  turned[at + numberAt] = orientation;
  turned.set(bare.subarray(at), at + note.length);
  return turned;
}

/** Bytes of the note. */
export const noteLength = note.length;

import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import {
  ascii,
  chunk,
  exif,
  exifSegment,
  jfif,
  jpeg,
  png,
  riff,
  segment,
  vp8,
  vp8x,
  webp,
  xmpSegment,
} from '../../test/pictures.ts';
import { orientationOf, takenAt } from './exif.ts';
import { isAbsurd, photoHeader } from './photo-header.ts';
import { stripMetadata } from './strip-metadata.ts';

const told = { orientation: 6, lat: [1, 2, 3, 'N'], long: [4, 5, 6, 'W'] } as const;
const seeds = [
  jpeg([...jfif, ...exifSegment(told), ...xmpSegment('exif:GPSLatitude="1,2.3N"'), ...segment(0xfe, [1])]),
  png([...chunk('eXIf', exif(told)), ...chunk('tEXt', [1])]),
  webp([
    ...vp8x(0x2c, 3, 2),
    ...riff('ANMF', [...Array<number>(16).fill(1), ...vp8(3, 2)]),
    ...riff('EXIF', exif(told)),
  ]),
  Uint8Array.from([
    0,
    0,
    0,
    16,
    ...ascii('ftypheic'),
    0,
    0,
    0,
    0,
    ...ascii('ispe'),
    ...ascii('Exif\0\0'),
    ...exif(told),
  ]),
  Uint8Array.from([...ascii('GIF89a'), 1, 0, 1, 0]),
];

/** A picture in which a few bytes are others, and perhaps the end is missing. */
const damaged = fc
  .tuple(
    fc.constantFrom(...seeds),
    fc.array(fc.tuple(fc.nat(400), fc.constantFrom(0, 1, 2, 127, 255, 0xda, 0xd9)), { maxLength: 8 }),
    fc.option(fc.nat(400)),
  )
  .map(([seed, changes, length]) => {
    const bytes = seed.slice();
    for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
    return bytes.subarray(0, length ?? bytes.length);
  });
const any = fc.oneof(damaged, fc.uint8Array({ maxLength: 300 }));

it('no bytes make the reading of photos throw, or give what cannot be', () => {
  fc.assert(
    fc.property(any, (bytes) => {
      const header = photoHeader(bytes);
      if (header) assert.equal(typeof isAbsurd(header), 'boolean');
      assert.ok([1, 2, 3, 4, 5, 6, 7, 8].includes(orientationOf(bytes)));
      const point = takenAt(bytes);
      if (point) assert.ok(Math.abs(point.lat) <= 90 && Math.abs(point.long) <= 180);
    }),
    { numRuns: 20_000 },
  );
});

it('a bare picture has the size of the picture, tells nothing of itself, and stays as it is when it is stripped again', () => {
  fc.assert(
    fc.property(any, fc.boolean(), (bytes, profile) => {
      const stripped = stripMetadata(bytes, { profile });
      if (!stripped) return;
      assert.deepEqual(photoHeader(stripped), photoHeader(bytes));
      assert.equal(orientationOf(stripped), 1);
      assert.equal(takenAt(stripped), undefined);
      assert.deepEqual(stripMetadata(stripped, { profile }), stripped);
    }),
    { numRuns: 20_000 },
  );
});

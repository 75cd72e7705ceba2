import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  ascii,
  chunk,
  exif,
  exifSegment,
  frame,
  jfif,
  jpeg,
  png,
  riff,
  scan,
  segment,
  vp8,
  vp8x,
  webp,
  xmpSegment,
} from '../../test/pictures.ts';
import { stripMetadata } from './strip-metadata.ts';

const secret = ascii('<script>secret</script>');
const icc = segment(0xe2, [...ascii('ICC_PROFILE\0'), 1, 1, 9, 9]);
const adobe = segment(0xee, [...ascii('Adobe'), 0, 100, 0, 0, 0, 0, 1]);
const bare = (bytes: Uint8Array, profile = true) => {
  const stripped = stripMetadata(bytes, { profile });
  assert.ok(stripped);
  assert.ok(!Buffer.from(stripped).includes('secret'));
  return stripped;
};

describe('the bare picture of a JPEG', () => {
  it('has no EXIF, XMP, IPTC, comment, unknown segment, or byte behind its end', () => {
    const told = [
      ...exifSegment({ orientation: 6 }),
      ...xmpSegment('<secret/>'),
      ...segment(0xed, [...ascii('Photoshop 3.0\0'), ...secret]),
      ...segment(0xfe, secret),
      ...segment(0xe0, [...ascii('JFXX\0'), ...secret]),
      ...segment(0xe2, [...ascii('MPF\0'), ...secret]),
      ...segment(0xef, secret),
    ];
    const stripped = bare(jpeg([...jfif, ...told], { after: [...secret, ...jpeg(told)] }));
    assert.deepEqual([...stripped], [...jpeg(jfif)]);
  });
  it('keeps how colours are meant, and the profile where it is wanted', () => {
    const meant = jpeg([...jfif, ...icc, ...adobe]);
    assert.deepEqual([...bare(meant)], [...meant]);
    assert.deepEqual([...bare(meant, false)], [...jpeg([...jfif, ...adobe])]);
  });
  it('has no thumbnail and no room behind its headers', () => {
    const wide = segment(0xe0, [...ascii('JFIF\0'), 1, 2, 0, 0, 1, 0, 1, 1, 8, ...secret, 0]);
    const long = segment(0xee, [...ascii('Adobe'), 0, 100, 0, 0, 0, 0, 1, ...secret]);
    assert.deepEqual([...bare(jpeg([...wide, ...long]))], [...jpeg([...jfif, ...adobe])]);
  });
  it('has nothing between or inside its scans but the picture', () => {
    const file = [
      0xff,
      0xd8,
      ...jfif,
      ...secret,
      0xff,
      ...frame(9, 9),
      ...scan,
      ...segment(0xfe, secret),
      ...scan,
      0xff,
      0xd9,
    ];
    assert.deepEqual(
      [...bare(Uint8Array.from(file))],
      [0xff, 0xd8, ...jfif, ...frame(9, 9), ...scan, ...scan, 0xff, 0xd9],
    );
  });
  it('is ended where it was cut off', () => {
    const whole = jpeg(jfif);
    assert.deepEqual([...bare(whole.subarray(0, whole.length - 2))], [...whole]);
  });
  it('is none where there is no picture', () => {
    assert.equal(stripMetadata(Uint8Array.from([0xff, 0xd8, ...jfif, ...frame(9, 9), 0xff, 0xd9])), undefined);
    assert.equal(stripMetadata(Uint8Array.from([0xff, 0xd8, ...jfif, ...scan, 0xff, 0xd9])), undefined);
  });
});

describe('the bare picture of a PNG', () => {
  it('has no text, EXIF, time, private chunk, animation, or byte behind its end', () => {
    const told = ['tEXt', 'zTXt', 'iTXt', 'tIME', 'eXIf', 'pHYs', 'prVt', 'acTL'].flatMap((name) =>
      chunk(name, secret),
    );
    const colours = [...chunk('gAMA', [0, 0, 1, 2]), ...chunk('sRGB', [0])];
    const stripped = bare(png([...colours, ...told], { after: secret }));
    assert.deepEqual([...stripped], [...png(colours)]);
  });
  it('keeps its profile where it is wanted', () => {
    const meant = png(chunk('iCCP', [1, 2, 3]));
    assert.deepEqual([...bare(meant)], [...meant]);
    assert.deepEqual([...bare(meant, false)], [...png()]);
  });
  it('is none where it was cut off', () => {
    assert.equal(stripMetadata(png().subarray(0, -3)), undefined);
  });
});

describe('the bare picture of a WebP', () => {
  it('has no EXIF, XMP, unknown chunk, or byte behind its end, and does not say so', () => {
    const told = [...riff('EXIF', exif({})), ...riff('XMP ', secret), ...riff('JUNK', secret)];
    const stripped = bare(webp([...vp8x(0x2c, 3, 2), ...riff('ICCP', [1]), ...vp8(3, 2), ...told], secret));
    assert.deepEqual([...stripped], [...webp([...vp8x(0x20, 3, 2), ...riff('ICCP', [1]), ...vp8(3, 2)])]);
    assert.deepEqual([...bare(stripped, false)], [...webp([...vp8x(0, 3, 2), ...vp8(3, 2)])]);
  });
  it('has nothing else in its frames', () => {
    const own = Array<number>(16).fill(7);
    const moving = (inside: readonly number[]) =>
      webp([...vp8x(2, 3, 2), ...riff('ANIM', Array(6).fill(0)), ...riff('ANMF', inside)]);
    const stripped = bare(moving([...own, ...riff('JUNK', secret), ...vp8(3, 2)]));
    assert.deepEqual([...stripped], [...moving([...own, ...vp8(3, 2)])]);
  });
  it('has no frame that is too short for one, and nothing of what stands behind it', () => {
    const still = [...vp8x(2, 3, 2), ...vp8(3, 2)];
    const short = webp([...still, ...riff('ANMF', [7, 7]), ...riff('EXIF', secret)]);
    assert.deepEqual([...bare(short)], [...webp(still)]);
    assert.equal(stripMetadata(webp([...vp8x(2, 3, 2), ...riff('ANMF', []), ...riff('EXIF', secret)])), undefined);
  });
  it('has no frames inside a frame, however deep', () => {
    const own = Array<number>(16).fill(7);
    const frameOf = (inside: readonly number[]) => riff('ANMF', [...own, ...inside]);
    const moving = (frame: readonly number[]) => webp([...vp8x(2, 3, 2), ...frame]);
    let deep = riff('JUNK', secret);
    for (let depth = 0; depth < 9; depth += 1) deep = frameOf(deep);
    assert.deepEqual([...bare(moving(frameOf([...deep, ...vp8(3, 2)])))], [...moving(frameOf(vp8(3, 2)))]);
  });
});

it('gives no bare picture of what is none of the three', () => {
  for (const file of ['GIF89a\x01\0\x01\0', '<svg/>', ''])
    assert.equal(stripMetadata(Uint8Array.from(ascii(file))), undefined);
});

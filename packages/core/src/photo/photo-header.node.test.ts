import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ascii, jpeg, jfif, png, riff, segment, vp8, vp8x, webp } from '../../test/pictures.ts';
import { isAbsurd, photoHeader } from './photo-header.ts';

const box = (name: string, content: readonly number[]) => [0, 0, 0, content.length + 8, ...ascii(name), ...content];
const extent = (width: number, height: number) =>
  box('ispe', [0, 0, 0, 0, 0, 0, width >> 8, width & 255, 0, 0, height >> 8, height & 255]);
const heif = (brand: string) =>
  Uint8Array.from([
    ...box('ftyp', ascii(`${brand}\0\0\0\0`)),
    ...extent(512, 512),
    ...extent(4032, 3024),
    ...extent(512, 512),
  ]);
const bmp = (height: number) =>
  Uint8Array.from([
    ...ascii('BM'),
    ...Array(12).fill(0),
    40,
    0,
    0,
    0,
    64,
    0,
    0,
    0,
    height & 255,
    height < 0 ? 255 : 0,
    height < 0 ? 255 : 0,
    height < 0 ? 255 : 0,
  ]);

describe('what a file is', () => {
  const files: Record<string, [Uint8Array, object | undefined]> = {
    'a JPEG': [jpeg(jfif, { width: 4032, height: 3024 }), { kind: 'jpeg', width: 4032, height: 3024 }],
    'a JPEG with long segments in front': [
      jpeg([0xe1, 0xe2, 0xed].flatMap((marker) => segment(marker, Array(60_000).fill(0xff)))),
      { kind: 'jpeg', width: 40, height: 30 },
    ],
    'a JPEG without a frame': [
      Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1),
      { kind: 'jpeg', width: 0, height: 0 },
    ],
    'a PNG': [png([], { width: 70_000, height: 2 }), { kind: 'png', width: 70_000, height: 2 }],
    'a GIF': [Uint8Array.from([...ascii('GIF89a'), 16, 1, 2, 0]), { kind: 'gif', width: 272, height: 2 }],
    'a WebP with losses': [webp(vp8(300, 200)), { kind: 'webp', width: 300, height: 200 }],
    'a WebP without': [webp(riff('VP8L', [0x2f, 0x2b, 0xc1, 0x31, 0])), { kind: 'webp', width: 300, height: 200 }],
    'a WebP whose picture is larger than it says': [
      webp([...vp8x(0, 3, 2), ...vp8(300, 200)]),
      { kind: 'webp', width: 300, height: 200 },
    ],
    'a bitmap': [bmp(48), { kind: 'bmp', width: 64, height: 48 }],
    'a bitmap from top to bottom': [bmp(-48), { kind: 'bmp', width: 64, height: 48 }],
    'an AVIF': [heif('avif'), { kind: 'avif', width: 4032, height: 3024 }],
    'a photo of an iPhone': [heif('heic'), { kind: 'heic', width: 4032, height: 3024 }],
    'a video': [heif('isom'), undefined],
    'a page': [Uint8Array.from(ascii('<!doctype html>')), undefined],
    'a letter that begins like a bitmap': [Uint8Array.from(ascii('BM wants to see you at once, please.')), undefined],
    nothing: [new Uint8Array(), undefined],
  };
  for (const [name, [bytes, header]] of Object.entries(files)) {
    it(`tells ${name}`, () => assert.deepEqual(photoHeader(bytes), header));
  }
});

describe('an absurd picture', () => {
  for (const [width, height] of [
    [0, 0],
    [65_500, 65_500],
    [20_000, 20_000],
    [20_001, 3000],
    [10_799, 1],
    [1, 101],
  ] as const) {
    it(`is one of ${width} × ${height}`, () => assert.equal(isAbsurd({ width, height }), true));
  }
  for (const [width, height] of [
    [1, 1],
    [12_032, 9024],
    [16_384, 3800],
    [4000, 40],
  ] as const) {
    it(`is none of ${width} × ${height}`, () => assert.equal(isAbsurd({ width, height }), false));
  }
});

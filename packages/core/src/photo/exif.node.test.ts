import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ascii, chunk, exif, exifSegment, jfif, jpeg, png, riff, vp8, webp, xmpSegment } from '../../test/pictures.ts';
import { orientationOf, takenAt } from './exif.ts';

const threeRivers = { lat: [41, 56, 37.5, 'N'], long: [85, 37, 57, 'W'] } as const;
const point = { lat: 41.94375, long: -85.6325 };
const near = (found: object | undefined) =>
  found &&
  Object.fromEntries(Object.entries(found).map(([name, value]) => [name, Number((value as number).toFixed(6))]));
const xmp = (form: (name: string, value: string) => string) =>
  `<x:xmpmeta><rdf:Description ${form('GPSLatitude', '41,56.625N')} ${form('GPSLongitude', '85,37.95W')}/></x:xmpmeta>`;

describe('which side of a photo is up', () => {
  for (let orientation = 1; orientation <= 8; orientation++) {
    for (const order of ['II', 'MM'] as const) {
      it(`is read as ${orientation}, ${order}`, () => {
        assert.equal(orientationOf(jpeg([...jfif, ...exifSegment({ orientation, order })])), orientation);
        assert.equal(orientationOf(png(chunk('eXIf', exif({ orientation, order })))), orientation);
        assert.equal(orientationOf(webp([...vp8(3, 2), ...riff('EXIF', exif({ orientation, order }))])), orientation);
      });
    }
  }
  it('is up where it does not say, or says what cannot be', () => {
    assert.equal(orientationOf(jpeg()), 1);
    assert.equal(orientationOf(jpeg(exifSegment({ orientation: 9 }))), 1);
    assert.equal(orientationOf(jpeg(exifSegment({ orientation: 0 }))), 1);
  });
  it('is up in HEIC, which turns itself', () => {
    const heic = [
      0,
      0,
      0,
      16,
      ...ascii('ftypheic'),
      0,
      0,
      0,
      0,
      ...ascii('Exif\0\0'),
      ...exif({ orientation: 6, ...threeRivers }),
    ];
    assert.equal(orientationOf(Uint8Array.from(heic)), 1);
    assert.deepEqual(near(takenAt(Uint8Array.from(heic))), point);
  });
});

describe('where a photo was taken', () => {
  for (const order of ['II', 'MM'] as const) {
    it(`is read from EXIF, ${order}`, () => {
      assert.deepEqual(near(takenAt(jpeg(exifSegment({ ...threeRivers, order })))), point);
    });
  }
  it('is read from the EXIF of PNG and WebP, also as some write it', () => {
    assert.deepEqual(near(takenAt(png(chunk('eXIf', exif(threeRivers))))), point);
    const marked = riff('EXIF', [...ascii('Exif\0\0'), ...exif(threeRivers)]);
    assert.deepEqual(near(takenAt(webp([...vp8(3, 2), ...marked]))), point);
  });
  it('is read from XMP, as attributes or elements', () => {
    const attributes = xmp((name, value) => `exif:${name}="${value}"`);
    const elements = xmp((name, value) => `><exif:${name}>${value}</exif:${name}>`);
    assert.deepEqual(near(takenAt(jpeg(xmpSegment(attributes)))), point);
    assert.deepEqual(near(takenAt(jpeg(xmpSegment(elements)))), point);
    assert.deepEqual(near(takenAt(png(chunk('iTXt', ascii(`XML:com.adobe.xmp\0\0\0\0\0${attributes}`))))), point);
  });
  it('is south and west of zero, too', () => {
    const sydney = { lat: [33, 51, 30, 'S'], long: [151, 12, 36, 'E'] } as const;
    assert.deepEqual(near(takenAt(jpeg(exifSegment(sydney)))), { lat: -33.858333, long: 151.21 });
  });
  it('is not known of a camera without a fix, or beyond the poles', () => {
    assert.equal(takenAt(jpeg(exifSegment({ lat: [0, 0, 0, 'N'], long: [0, 0, 0, 'E'] }))), undefined);
    assert.equal(takenAt(jpeg(exifSegment({ lat: [91, 0, 0, 'N'], long: [10, 0, 0, 'E'] }))), undefined);
    assert.equal(takenAt(jpeg(exifSegment({}))), undefined);
    assert.equal(takenAt(jpeg()), undefined);
  });
});

// A phone's camera for tests: a photo of a pothole that says, as phones do, how it was held and where it was taken.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Point } from '@citydesk/core/request';
import type { CityPage } from './city-browser.ts';
import { reportLike } from './city-reports.ts';

export interface Taking {
  /** Held so that the pixels lie on their side and the EXIF says how to turn them. */
  readonly isSideways?: boolean;
  /** Where it was taken, for its EXIF. */
  readonly at?: Point;
}

export interface Camera {
  /** Takes a photo; gives the path of its JPEG. */
  take(taking?: Taking): Promise<string>;
  /**
   * How far a picture is from what the camera saw, the right way up: 0 is the same, 255 black for white; Infinity where it has another
   * shape. And how far it is from the same upside down, to see what that number is worth.
   */
  difference(photo: Uint8Array): Promise<{ readonly upright: number; readonly upsideDown: number }>;
  /** Deletes the photos. */
  close(): void;
}

/** @param room a page to draw on; left blank */
export async function openCamera({ page }: Pick<CityPage, 'page'>, origin: string): Promise<Camera> {
  const folder = mkdtempSync(path.join(tmpdir(), 'citydesk-camera-'));
  const { media_url: url } = await reportLike(origin, (one) => /pothole/i.test(one.service_name) && !!one.media_url);
  const picture = Buffer.from(await (await fetch(String(url))).arrayBuffer());
  let count = 0;
  return {
    async take({ isSideways = false, at } = {}) {
      const drawn = await page.evaluate(draw, picture.toString('base64'), isSideways);
      const plain = Buffer.from(drawn, 'base64');
      const exif = exifSegment(isSideways ? 6 : 1, at);
      count += 1;
      const file = path.join(folder, `IMG_${2600 + count}.jpg`);
      writeFileSync(file, Buffer.concat([plain.subarray(0, 2), exif, plain.subarray(2)]));
      return file;
    },
    difference: (photo) => page.evaluate(compare, picture.toString('base64'), Buffer.from(photo).toString('base64')),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** In the page: the picture as a JPEG of 1200 by 800 pixels, or of 800 by 1200 on its side. */
async function draw(picture: string, isSideways: boolean): Promise<string> {
  const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes]));
  const [width, height] = [1200, 800];
  const canvas = new OffscreenCanvas(isSideways ? height : width, isSideways ? width : height);
  const context = canvas.getContext('2d')!;
  if (isSideways) {
    context.translate(0, width);
    context.rotate(-Math.PI / 2);
  }
  context.drawImage(bitmap, 0, 0, width, height);
  const jpeg = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg' })).arrayBuffer());
  return btoa(Array.from(jpeg, (byte) => String.fromCharCode(byte)).join(''));
}

/** In the page: two pictures as a few fields each. */
async function compare(seen: string, photo: string): Promise<{ upright: number; upsideDown: number }> {
  const [columns, rows] = [24, 16];
  const fieldsOf = async (picture: string, turn = 0) => {
    const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
    // As the pixels lie: nothing in the file may be needed to see it upright.
    const bitmap = await createImageBitmap(new Blob([bytes]), { imageOrientation: 'none' as ImageOrientation });
    const context = new OffscreenCanvas(columns, rows).getContext('2d')!;
    context.imageSmoothingQuality = 'high';
    if (turn) context.transform(-1, 0, 0, -1, columns, rows);
    context.drawImage(bitmap, 0, 0, columns, rows);
    return { shape: bitmap.width / bitmap.height, fields: context.getImageData(0, 0, columns, rows).data };
  };
  const one = await fieldsOf(photo);
  const away = async (turn: number) => {
    const other = await fieldsOf(seen, turn);
    if (Math.abs(one.shape - other.shape) > 0.02) return Infinity;
    return one.fields.reduce((sum, value, at) => sum + Math.abs(value - other.fields[at]!), 0) / one.fields.length;
  };
  return { upright: await away(0), upsideDown: await away(1) };
}

/** Source: https://www.cipa.jp/std/documents/download_e.html?DC-008-Translation-2023-E (Exif 3.0, 4.6). */
function exifSegment(orientation: number, at?: Point): Buffer {
  const u16 = (...values: readonly number[]) => values.flatMap((value) => [value >> 8, value & 255]);
  const u32 = (...values: readonly number[]) => values.flatMap((value) => u16(value >>> 16, value & 0xffff));
  const entry = (tag: number, type: number, count: number, value: readonly number[]) => [
    ...u16(tag, type),
    ...u32(count),
    ...value,
  ];
  // Where things lie, counted from the first byte of the TIFF header: the first list at 8, the list of the place behind it.
  const [places, lat, long] = [38, 92, 116];
  const lists = [
    ...[...u16(2), ...entry(0x112, 3, 1, u16(orientation, 0)), ...entry(0x8825, 4, 1, u32(at ? places : 0)), ...u32(0)],
    ...(at
      ? [
          ...u16(4),
          ...entry(1, 2, 2, [at.lat < 0 ? 83 : 78, 0, 0, 0]),
          ...entry(2, 5, 3, u32(lat)),
          ...entry(3, 2, 2, [at.long < 0 ? 87 : 69, 0, 0, 0]),
          ...entry(4, 5, 3, u32(long)),
          ...u32(0),
          ...u32(...degrees(at.lat), ...degrees(at.long)),
        ]
      : []),
  ];
  const content = [...Buffer.from('Exif\0\0', 'latin1'), ...u16(0x4d4d, 42), ...u32(8), ...lists];
  return Buffer.from([0xff, 0xe1, ...u16(content.length + 2), ...content]);
}

/** Degrees, minutes and seconds as three fractions. */
function degrees(value: number): readonly number[] {
  const seconds = Math.abs(value) * 3600;
  return [Math.floor(seconds / 3600), 1, Math.floor((seconds % 3600) / 60), 1, Math.round((seconds % 60) * 1000), 1000];
}

/** Files of pictures for tests, made of the pieces that count: headers, metadata, and a few bytes where the pixels would be. */

export const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0) & 255);
const big16 = (value: number) => [value >> 8, value & 255];
const big32 = (value: number) => [...big16(value >>> 16), ...big16(value & 0xffff)];
const little32 = (value: number) => big32(value).reverse();

export const segment = (marker: number, content: readonly number[]): number[] => [
  0xff,
  marker,
  ...big16(content.length + 2),
  ...content,
];

export const jfif = segment(0xe0, [...ascii('JFIF\0'), 1, 2, 0, 0, 1, 0, 1, 0, 0]);
export const frame = (width: number, height: number): number[] =>
  segment(0xc0, [8, ...big16(height), ...big16(width), 1, 1, 0x11, 0]);
/** A scan with a restart and a pixel of 255 in it. */
export const scan = [...segment(0xda, [1, 1, 0, 0, 63, 0]), 1, 2, 0xff, 0, 3, 0xff, 0xd0, 4];

/** A JPEG with these segments in front of its frame. */
export function jpeg(
  before: readonly number[] = [],
  { width = 40, height = 30, after = [] as readonly number[] } = {},
): Uint8Array {
  return Uint8Array.from([0xff, 0xd8, ...before, ...frame(width, height), ...scan, 0xff, 0xd9, ...after]);
}

export const chunk = (name: string, content: readonly number[]): number[] => [
  ...big32(content.length),
  ...ascii(name),
  ...content,
  ...big32(0),
];

/** A PNG with these chunks in front of its pixels. */
export function png(
  before: readonly number[] = [],
  { width = 40, height = 30, after = [] as readonly number[] } = {},
): Uint8Array {
  const header = chunk('IHDR', [...big32(width), ...big32(height), 8, 2, 0, 0, 0]);
  const end = [0, 0, 0, 0, ...ascii('IEND'), 0xae, 0x42, 0x60, 0x82];
  return Uint8Array.from([
    ...ascii('\x89PNG\r\n\x1a\n'),
    ...header,
    ...before,
    ...chunk('IDAT', [1, 2]),
    ...end,
    ...after,
  ]);
}

export const riff = (name: string, content: readonly number[]): number[] => [
  ...ascii(name),
  ...little32(content.length),
  ...content,
  ...(content.length % 2 ? [0] : []),
];

/** A WebP of these chunks. */
export function webp(chunks: readonly number[], after: readonly number[] = []): Uint8Array {
  return Uint8Array.from([...ascii('RIFF'), ...little32(chunks.length + 4), ...ascii('WEBP'), ...chunks, ...after]);
}

export const vp8 = (width: number, height: number): number[] =>
  riff('VP8 ', [0, 0, 0, 0x9d, 1, 0x2a, width & 255, width >> 8, height & 255, height >> 8]);

/** The first chunk of a WebP that has more than its pixels. */
export const vp8x = (flags: number, width: number, height: number): number[] =>
  riff('VP8X', [flags, 0, 0, 0, ...little32(width - 1).slice(0, 3), ...little32(height - 1).slice(0, 3)]);

interface ExifTold {
  readonly orientation?: number;
  /** Degrees, minutes, seconds, side. */
  readonly lat?: readonly [number, number, number, string];
  readonly long?: readonly [number, number, number, string];
  readonly order?: 'II' | 'MM';
}

/** An EXIF block that tells so. */
export function exif({ orientation = 1, lat, long, order = 'MM' }: ExifTold): number[] {
  const u16 = (value: number) => (order === 'MM' ? big16(value) : big16(value).reverse());
  const u32 = (value: number) => (order === 'MM' ? big32(value) : little32(value));
  const first = [
    ...u16(2),
    ...[...u16(0x112), ...u16(3), ...u32(1), ...u16(orientation), 0, 0],
    ...[...u16(0x8825), ...u16(4), ...u32(1), ...u32(lat ? 38 : 0)],
    ...u32(0),
  ];
  const fractions = (parts: readonly (number | string)[]) =>
    parts.slice(0, 3).flatMap((part) => [...u32(Number(part) * 100), ...u32(100)]);
  const entry = (tag: number, type: number, count: number, value: readonly number[]) => [
    ...[...u16(tag), ...u16(type), ...u32(count)],
    ...value,
  ];
  const gps =
    lat && long
      ? [
          ...u16(4),
          ...entry(1, 2, 2, [...ascii(lat[3]), 0, 0, 0]),
          ...entry(2, 5, 3, u32(92)),
          ...entry(3, 2, 2, [...ascii(long[3]), 0, 0, 0]),
          ...entry(4, 5, 3, u32(116)),
          ...u32(0),
          ...fractions(lat),
          ...fractions(long),
        ]
      : [];
  return [...ascii(order), ...u16(42), ...u32(8), ...first, ...gps];
}

export const exifSegment = (told: ExifTold): number[] => segment(0xe1, [...ascii('Exif\0\0'), ...exif(told)]);
export const xmpSegment = (xmp: string): number[] =>
  segment(0xe1, [...ascii('http://ns.adobe.com/xap/1.0/\0'), ...ascii(xmp)]);

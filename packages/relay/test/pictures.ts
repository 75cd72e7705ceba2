/** Files of pictures for tests, made of the pieces that count: headers, metadata, and a few bytes where the pixels would be. */

const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0) & 255);
const big16 = (value: number) => [value >> 8, value & 255];
const big32 = (value: number) => [...big16(value >>> 16), ...big16(value & 0xffff)];
const little32 = (value: number) => big32(value).reverse();

const segment = (marker: number, content: readonly number[]): number[] => [
  ...[0xff, marker],
  ...big16(content.length + 2),
  ...content,
];

/** A JPEG that says how it lies, where it was taken and what its owner thinks, with a page of HTML behind its end. */
export function talkativeJpeg({ orientation = 1, width = 40, height = 30, words = 'secret' } = {}): File {
  const exif = [
    ...ascii('Exif\0\0MM\0\x2a\0\0\0\x08\0\x02'),
    ...[...big16(0x112), ...big16(3), ...big32(1), ...big16(orientation), 0, 0],
    ...[...big16(0x10e), ...big16(2), ...big32(words.length + 1), ...big32(38)],
    ...[...big32(0), ...ascii(`${words}\0`)],
  ];
  return new File(
    [
      Uint8Array.from([
        ...[0xff, 0xd8, ...segment(0xe0, [...ascii('JFIF\0'), 1, 2, 0, 0, 1, 0, 1, 0, 0])],
        ...segment(0xe1, exif),
        ...segment(0xe1, ascii(`http://ns.adobe.com/xap/1.0/\0<x>${words}</x>`)),
        ...segment(0xed, ascii(`Photoshop 3.0\0${words}`)),
        ...segment(0xfe, ascii(`<script>${words}</script>`)),
        ...segment(0xc0, [8, ...big16(height), ...big16(width), 1, 1, 0x11, 0]),
        ...[...segment(0xda, [1, 1, 0, 0, 63, 0]), 1, 2, 0xff, 0, 3, 0xff, 0xd0, 4, 0xff, 0xd9],
        ...ascii(`<html><script>${words}</script></html>`),
      ]),
    ],
    '../../holiday of Jane.html',
    { type: 'text/html' },
  );
}

const chunk = (name: string, content: readonly number[]): number[] => [
  ...big32(content.length),
  ...ascii(name),
  ...content,
  ...big32(0),
];

/** A PNG with words in it and behind it. */
export function talkativePng({ width = 40, height = 30, words = 'secret' } = {}): File {
  return new File(
    [
      Uint8Array.from([
        ...ascii('\x89PNG\r\n\x1a\n'),
        ...chunk('IHDR', [...big32(width), ...big32(height), 8, 2, 0, 0, 0]),
        ...['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'prVt'].flatMap((name) => chunk(name, ascii(words))),
        ...chunk('IDAT', [1, 2]),
        ...chunk('IEND', []),
        ...ascii(words),
      ]),
    ],
    'photo.png',
  );
}

const riff = (name: string, content: readonly number[]): number[] => [
  ...ascii(name),
  ...little32(content.length),
  ...content,
  ...(content.length % 2 ? [0] : []),
];

/** A WebP with words in it and behind it. */
export function talkativeWebp({ words = 'secret' } = {}): File {
  const chunks = [
    ...riff('VP8X', [0x0c, 0, 0, 0, 2, 0, 0, 1, 0, 0]),
    ...riff('VP8 ', [0, 0, 0, 0x9d, 1, 0x2a, 3, 0, 2, 0]),
    ...riff('EXIF', ascii(words)),
    ...riff('XMP ', ascii(words)),
    ...riff('JUNK', ascii(words)),
  ];
  const whole = [...ascii('RIFF'), ...little32(chunks.length + 4), ...ascii('WEBP'), ...chunks, ...ascii(words)];
  return new File([Uint8Array.from(whole)], 'photo.webp');
}

/** What keeps a photo from being taken, in a sentence that tells a person what to do. */

/** `kind`: no photo at all, or of a kind that is not taken. `pixels`: more than anybody should decode. */
export type PhotoFault = 'empty' | 'kind' | 'heic' | 'size' | 'pixels' | 'damaged';

const sayings: Readonly<Record<PhotoFault, string>> = {
  empty: 'This file is empty. Choose another photo.',
  kind: 'We cannot read this file. Choose a JPEG, PNG or WebP photo.',
  heic: 'We cannot take HEIC photos. Choose a JPEG photo, or take a new one.',
  size: 'This photo is too big. Choose one that is smaller than {limit}.',
  pixels: 'This photo has too many pixels. Choose one with less than {limit}.',
  damaged: 'This photo is damaged. Choose another one.',
};

const statuses: Readonly<Record<PhotoFault, 400 | 413 | 415>> = {
  empty: 400,
  kind: 415,
  heic: 415,
  size: 413,
  pixels: 413,
  damaged: 400,
};

/** Thrown for a file that is not taken. Its message is for the person who chose the file. */
export class PhotoRefused extends Error {
  override readonly name = 'PhotoRefused';
  readonly fault: PhotoFault;
  /** As HTTP would say it. */
  readonly status: 400 | 413 | 415;

  /** @param limit what `size` and `pixels` allow, in words */
  constructor(fault: PhotoFault, limit = '') {
    super(sayings[fault].replace('{limit}', limit));
    this.fault = fault;
    this.status = statuses[fault];
  }
}

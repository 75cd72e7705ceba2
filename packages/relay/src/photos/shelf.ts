/** Where photos are kept for a while, as a port, and what their names look like. The name is all that leads to a photo. */
import { hex, endings, type CheckedPhoto, type PhotoType } from './check-photo.ts';

/** A shelf forgets by itself: what is older than it keeps is not given any more, swept or not. */
export interface Shelf {
  /** All of it or nothing. Throws `ShelfFull` where there is no room. */
  put(name: string, photo: CheckedPhoto): Promise<void>;
  /** `undefined` for what is not there, or no longer. */
  get(name: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Gives whether it was there. */
  remove(name: string): Promise<boolean>;
  /** Removes what is too old and gives how many photos that were. */
  sweep(): Promise<number>;
}

/** There is no room for another photo. */
export class ShelfFull extends Error {
  override readonly name = 'ShelfFull';
  constructor() {
    super('There is no room for photos now. Try again later, or go on without the photo.');
  }
}

/** 128 bits by chance, and an ending that says what is in it. */
export function photoName(type: PhotoType): string {
  return `${hex(crypto.getRandomValues(new Uint8Array(16)))}.${endings[type]}`;
}

export function isPhotoName(name: string): boolean {
  return /^[0-9a-f]{32}\.(?:jpg|png|webp)$/.test(name);
}

/** What a name says is in the photo; the bytes were checked when it was put there. */
export function typeOfName(name: string): PhotoType {
  if (name.endsWith('.png')) return 'image/png';
  return name.endsWith('.webp') ? 'image/webp' : 'image/jpeg';
}

/** Where a photo answers. */
export function photoUrl(name: string, publicBase: string): string {
  return new URL(name, publicBase.endsWith('/') ? publicBase : `${publicBase}/`).href;
}

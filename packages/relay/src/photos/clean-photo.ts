/** A photo that staff or a department brings, as a town keeps it: checked like a resident's, and bare of what its camera wrote into it. */

import { checkPhoto } from './check-photo.ts';
import { photoLimit, type Photo } from '../town/photos.ts';

/**
 * Its name and the type it claims are not looked at.
 * @throws {PhotoRefused} for what is not taken (JPEG, PNG and WebP of 8 MB or less are), with a sentence for the person who chose it
 */
export async function cleanPhoto(file: Blob): Promise<Photo> {
  const { file: bare, type } = await checkPhoto(file, { bytes: photoLimit });
  return { type, bytes: new Uint8Array(await bare.arrayBuffer()) };
}

/** The photos of a plain form: those it brings, checked, and those it brought before, from the shelf. */
import type { Context } from 'hono';
import { checkPhoto } from '../photos/check-photo.ts';
import { PhotoRefused } from '../photos/photo-refused.ts';
import { isPhotoName, photoName, typeOfName } from '../photos/shelf.ts';
import type { Entry } from './entry.ts';
import type { Mistake } from './problem-words.ts';
import type { SiteOptions } from './site-options.ts';
import { say, type Words } from './words.ts';

export interface EntryPhotos {
  /** On the shelf now, by name. */
  readonly kept: readonly string[];
  /** To be sent, in order. */
  readonly checked: readonly Blob[];
  /** Of those, what is on no shelf: only the browser has it. */
  readonly files: readonly Blob[];
  readonly mistakes: readonly Mistake[];
}

export async function photosIn(
  entry: Entry,
  photos: SiteOptions['photos'],
  words: Words,
  context: Context,
): Promise<EntryPhotos> {
  if (!photos) return { kept: [], checked: [], files: [], mistakes: [] };
  const { most, limits, shelf, mayKeep = () => true } = photos;
  const mistakes: Mistake[] = [];
  const complain = (text: string) => {
    if (!mistakes.some((one) => one.text === text)) mistakes.push({ field: 'photos-add', text });
  };
  const wanted = entry.kept.filter((name) => isPhotoName(name) && !entry.dropped.includes(name)).slice(0, most);
  const kept: string[] = [];
  const checked: Blob[] = [];
  for (const name of wanted) {
    const bytes = await shelf?.get(name);
    if (!bytes) {
      complain(words.photosAgain);
      continue;
    }
    kept.push(name);
    checked.push(new File([bytes], 'photo', { type: typeOfName(name) }));
  }
  if (kept.length + entry.files.length > most) {
    complain(most === 1 ? words.photosManyOne : say(words.photosMany, { most }));
    return { kept, checked, files: entry.files, mistakes };
  }
  const files: Blob[] = [];
  for (const file of entry.files) {
    try {
      const photo = await checkPhoto(file, limits);
      checked.push(photo.file);
      const name = photoName(photo.type);
      // A shelf that is full or away is no reason to send nothing: the browser still has them.
      const isKept = await (mayKeep(context) ? shelf : undefined)?.put(name, photo).then(
        () => true,
        () => false,
      );
      if (isKept) kept.push(name);
      else files.push(photo.file);
    } catch (error) {
      if (!(error instanceof PhotoRefused)) throw error;
      complain(error.message);
    }
  }
  return { kept, checked, files, mistakes };
}

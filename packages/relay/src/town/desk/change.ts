/** What staff want to do about a request: the fields of the desk's form, held against the request as it stands. */

import { hasControlCharacters } from '../control-characters.ts';
import { photosIn, type Photo } from '../photos.ts';
import { SpecError } from '../spec-error.ts';
import { deskStatuses, type DeskStatus, type StoredRequest } from '../stored-request.ts';
import type { SentForm } from '../report-form.ts';

export interface Change {
  readonly status: DeskStatus;
  readonly note: string | null;
  readonly photo: Photo | undefined;
}

/** What cannot be saved, in words for the clerk, and the field that needs another look. */
export interface Mistake {
  readonly field: 'status' | 'note' | 'media';
  readonly message: string;
}

const longestNote = 4000;

/** What was typed as the note, in lines of one kind. */
export function noteIn({ fields }: SentForm): string {
  return (fields.get('note') ?? '').replaceAll('\r\n', '\n').trim();
}

/** Makes a file into a photo to be kept. @throws {SpecError} with a sentence for whoever chose it */
export type TakePhoto = (file: Blob) => Promise<Photo>;

/**
 * The change, or the first mistake in it.
 * @param take default: a photo is kept as it came
 */
export async function changeIn(request: StoredRequest, form: SentForm, take?: TakePhoto): Promise<Change | Mistake> {
  const status = deskStatuses.find((each) => each === form.fields.get('status'));
  const note = noteIn(form);
  if (!status) return { field: 'status', message: 'Choose Received, In progress or Closed.' };
  if (note.length > longestNote) {
    return { field: 'note', message: `Use ${longestNote} characters or fewer. This note has ${note.length}.` };
  }
  if (hasControlCharacters(note)) {
    return { field: 'note', message: 'The note has a character that cannot be kept. Type it again.' };
  }
  const photo = await photoIn(form.files, take);
  if (photo && 'message' in photo) return photo;
  if (note === '' && status === request.deskStatus && !photo) {
    return { field: 'note', message: 'Choose another status, write a note or add a photo.' };
  }
  const seen = form.fields.get('seen');
  if (seen !== null && seen !== String(request.history.length)) {
    return { field: 'note', message: 'Someone changed this request just now. Look at what was done, then save again.' };
  }
  return { status, note: note === '' ? null : note, photo };
}

async function photoIn(files: readonly Blob[], take?: TakePhoto): Promise<Photo | Mistake | undefined> {
  try {
    const [photo] = await photosIn(files, 1);
    const [file] = files.filter(({ size }) => size > 0);
    return photo && file && take ? await take(file) : photo;
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    // The API names the field; here the message stands beside it.
    return { field: 'media', message: error.message.replace(/\s*\(media\)$/, '') };
  }
}

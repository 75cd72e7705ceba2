/** What a department wants to do, as its form says it, held against what may be done. */

import { cleanPhoto } from '../photos/clean-photo.ts';
import { PhotoRefused } from '../photos/photo-refused.ts';
import { hasControlCharacters } from '../town/control-characters.ts';
import { deeds, type Deed } from './do-links.ts';
import { handingTo, type Handing } from './onward.ts';
import type { SentForm } from '../town/report-form.ts';
import type { Photo } from '../town.ts';
import type { Here } from './open-link.ts';

export type Wanted =
  | { readonly deed: 'started'; readonly note: string | null }
  | { readonly deed: 'done'; readonly note: string | null; readonly photo: Photo | undefined }
  | { readonly deed: 'not-ours'; readonly handing: Handing; readonly why: string }
  | { readonly deed: 'not-here'; readonly note: string };

export type WantedField = 'note' | 'media' | 'to' | 'why';

/** What cannot be saved, in words for whoever pressed the button, and the field that needs another look. */
export interface WantedMistake {
  readonly deed: Deed;
  readonly field: WantedField;
  readonly message: string;
}

const longest = 4000;

/** The text in a field, in lines of one kind. */
export function typedIn({ fields }: SentForm, name: WantedField): string {
  return (fields.get(name) ?? '').replaceAll('\r\n', '\n').trim();
}

/** Which button was pressed; `undefined` for none that we know. */
export function deedIn({ fields }: SentForm): Deed | undefined {
  return deeds.find((each) => each === fields.get('do'));
}

/**
 * `undefined` for what is not among the deeds of now.
 * @param all keys of the departments, the first first
 */
export async function wantedIn(
  form: SentForm,
  { request: { deskStatus }, had, deeds: possible }: Here,
  all: readonly string[],
): Promise<Wanted | WantedMistake | undefined> {
  const deed = deedIn(form);
  if (deed === undefined || !possible.includes(deed)) return undefined;
  const wrong = (field: WantedField, message: string): WantedMistake => ({ deed, field, message });
  const field = deed === 'not-ours' ? 'why' : 'note';
  const text = typedIn(form, field);
  if (text.length > longest) return wrong(field, `Use ${longest} characters or fewer. This has ${text.length}.`);
  if (hasControlCharacters(text)) return wrong(field, 'This has a character that cannot be kept. Type it again.');
  const note = text === '' ? null : text;
  switch (deed) {
    case 'started':
      if (deskStatus === 'In progress' && !note) return wrong('note', 'Write a note. It is in progress already.');
      return { deed, note };
    case 'done': {
      const photo = await photoIn(form.files);
      if (typeof photo === 'string') return wrong('media', photo);
      if (deskStatus === 'Closed' && !note && !photo) return wrong('note', 'Write a note or add a photo.');
      return { deed, note, photo };
    }
    case 'not-ours': {
      const handing = handingTo(typedIn(form, 'to'), had, all);
      if (!handing) return wrong('to', 'Choose who gets it.');
      if (!note) return wrong('why', 'Write why, so that they know what to do.');
      return { deed, handing, why: note };
    }
    case 'not-here':
      if (!note) return wrong('note', 'Write where the resident can go with it.');
      return { deed, note };
  }
}

/** A sentence for what is not taken. */
async function photoIn(files: readonly Blob[]): Promise<Photo | string | undefined> {
  // A field that was left alone sends an empty file.
  const sent = files.filter(({ size }) => size > 0);
  if (sent.length > 1) return 'Send one photo.';
  try {
    return sent[0] && (await cleanPhoto(sent[0]));
  } catch (error) {
    if (!(error instanceof PhotoRefused)) throw error;
    return error.message;
  }
}

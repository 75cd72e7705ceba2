/** What changes in the draft: by what the resident enters, and by what the page knows beforehand. */
import { typed } from '../place/typed.ts';
import type { Draft } from './draft.ts';
import type { Action, Beginning } from './action.ts';

/** The draft after what was entered; the same one for any other action. */
export function written(draft: Draft, action: Action): Draft {
  switch (action.type) {
    case 'edited':
      return { ...draft, ...action.change };
    case 'placed':
      return { ...draft, place: typed(draft.place, action.words) };
    case 'place-set':
      return { ...draft, place: action.place };
    case 'pictured':
      return { ...draft, photos: action.photos };
    case 'answered':
      return { ...draft, answers: { ...draft.answers, [action.code]: action.answer } };
    case 'introduced':
      return { ...draft, contact: { ...draft.contact, ...action.contact } };
    default:
      return draft;
  }
}

/** Fills what is known beforehand into what is still empty: never over what was typed. */
export function prefilled(draft: Draft, { place, description, contact, answers }: Beginning): Draft {
  const { words, point } = draft.place;
  const known = { words: words || (place?.words ?? ''), point: point ?? place?.point };
  // Words and a point that come together are of one place.
  const isOne = !words && !point && known.words && known.point;
  return {
    ...draft,
    place: { ...draft.place, ...known, ...(isOne && { address: known.words }) },
    description: draft.description || (description ?? ''),
    contact: {
      name: draft.contact.name || (contact?.name ?? ''),
      email: draft.contact.email || (contact?.email ?? ''),
      phone: draft.contact.phone || (contact?.phone ?? ''),
    },
    answers: { ...answers, ...draft.answers },
  };
}

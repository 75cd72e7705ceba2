/** What changes in the draft: by what the resident enters, and by what the page knows beforehand. */
import type { Draft } from './draft.ts';
import type { Action, Beginning } from './journey.ts';

/** The draft after what was entered; the same one for any other action. */
export function written(draft: Draft, action: Action): Draft {
  switch (action.type) {
    case 'edited':
      return { ...draft, ...action.change };
    case 'placed':
      return { ...draft, place: { ...draft.place, words: action.words } };
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
  return {
    ...draft,
    place: { words: draft.place.words || (place?.words ?? ''), point: draft.place.point ?? place?.point },
    description: draft.description || (description ?? ''),
    contact: {
      name: draft.contact.name || (contact?.name ?? ''),
      email: draft.contact.email || (contact?.email ?? ''),
      phone: draft.contact.phone || (contact?.phone ?? ''),
    },
    answers: { ...answers, ...draft.answers },
  };
}

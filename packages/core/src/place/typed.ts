/** What is typed into the place: part of the first download, so it stands alone. */
import type { Place } from '../request/draft.ts';

/**
 * Words that held the address of the point and no longer do take the point out; `before` keeps the former place. Whatever else is typed
 * stands beside the point.
 */
export function typed(place: Place, words: string): Place {
  return holds(place.words, place.address) && !holds(words, place.address)
    ? { words, before: { ...place, before: undefined } }
    : { ...place, words };
}

/** Whether `words` say `address`, from its first letter to its last; capitals, blanks, points and commas count for nothing. */
export const holds = (words: string, address = '') => !!address && plain(words).includes(plain(address));

const plain = (text: string) => ` ${text.toLowerCase()} `.replace(/[\s,.;]+/g, ' ');

/**
 * Pin and address never contradict: whichever was set last leads, the other follows or is cleared, and what made room stands in `before`.
 * Typing has its own file: typed.ts.
 */
import type { Place, PlacedBy, Point } from '../request/draft.ts';
import type { FoundPlace } from './address-search.ts';
import { holds } from './typed.ts';

/**
 * The place after a point was set. Words that were the address of the old point give way to the new address, or to none where it is not
 * known; the resident's own words stay, and the address stands beside them. Called again for the same point, it names it.
 * @param address of `point`, where it is known
 */
export function pointed(place: Place, point: Point, by: PlacedBy, address?: string): Place {
  const known = address ?? (isSame(place.point, point) ? place.address : undefined);
  const words = isOwn(place) ? place.words : (known ?? '');
  return after(place, { words, point, address: known, by });
}

/** The place after an address was chosen from a list: words and point are its own. */
export function chosen(place: Place, { label, lat, long }: FoundPlace): Place {
  return after(place, { words: label, point: { lat, long }, address: label, by: 'address' });
}

/** Puts back what was there before, and keeps what is there now in its stead; the place as it is where nothing was before. */
export function restored(place: Place): Place {
  return place.before ? after({ ...place, before: undefined }, place.before) : place;
}

/** Words that are not the address of the point. */
const isOwn = ({ words, address }: Place) => words.trim() !== '' && !holds(words, address);

const isSame = (one: Point | undefined, other: Point | undefined) =>
  one?.lat === other?.lat && one?.long === other?.long;

/** `next`, with the former place behind it where some of that is lost. */
function after(place: Place, next: Place): Place {
  const lost = (place.point && !isSame(place.point, next.point)) || (place.words.trim() && place.words !== next.words);
  return { ...next, before: lost ? { ...place, before: undefined } : place.before };
}

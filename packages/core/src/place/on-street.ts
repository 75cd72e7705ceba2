/** Which addresses of a list are on the street that was typed, however it was written. */
import type { FoundPlace } from './address-search.ts';

/**
 * The addresses on the street that was typed, surest first: on the streets of that name, then on those that begin so, then on those that have it
 * within. Each list is whole, so that most are in several.
 */
export function onStreet(
  addresses: readonly FoundPlace[],
  { street, bare, full }: Parts,
): readonly (readonly Known[])[] {
  if (!full) return [];
  const all = knownOf(addresses);
  // Who leaves out the E of "E Hoffman St" means it too.
  const tries: readonly ((one: Parts) => boolean)[] = [
    (one) => one.street === street,
    (one) => street === bare && one.bare === bare,
    // "sout" begins South St, which is "s st" for short.
    (one) => one.full.startsWith(full),
    (one) => one.street.startsWith(street),
    (one) => street === bare && one.bare.startsWith(bare),
    // "gare" is the Rue de la Gare.
    (one) => full.length > 2 && one.full.includes(` ${full}`),
  ];
  return tries.map((fits) => all.filter(fits));
}

/** An address and what it is made of. */
export interface Known extends Parts {
  readonly address: FoundPlace;
}

export interface Parts {
  /** Of the house. */
  readonly number: number | undefined;
  /** In small letters, with short endings. */
  readonly street: string;
  /** `street` without the part of the town. */
  readonly bare: string;
  /** `street` with its endings as they were written. */
  readonly full: string;
}

/** Nearest house numbers first. */
export function byNumber(known: readonly Known[], number = 0): readonly Known[] {
  const away = (one: Parts) => Math.abs((one.number ?? 0) - number);
  return [...known].sort((one, other) => away(one) - away(other));
}

const known = new WeakMap<readonly FoundPlace[], readonly Known[]>();

/** Taken apart once: a list is searched at every key. */
function knownOf(addresses: readonly FoundPlace[]): readonly Known[] {
  const all = known.get(addresses) ?? addresses.map((address) => ({ address, ...partsOf(address.label) }));
  known.set(addresses, all);
  return all;
}

const endings: Readonly<Record<string, string>> = {
  street: 'st',
  avenue: 'ave',
  av: 'ave',
  road: 'rd',
  drive: 'dr',
  lane: 'ln',
  court: 'ct',
  place: 'pl',
  boulevard: 'blvd',
  highway: 'hwy',
  north: 'n',
  south: 's',
  east: 'e',
  west: 'w',
};

/** What an address is made of, as it is typed or as it is listed. */
export function partsOf(text: string): Parts {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    // What follows a comma is the town.
    .replace(/,.*/s, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const number = /^\d{1,6}$/.test(words[0] ?? '') ? Number(words.shift()) : undefined;
  const short = words.map((word) => (Object.hasOwn(endings, word) ? endings[word]! : word));
  const bare = short.filter((word) => !/^[nesw]$/.test(word));
  return { number, street: short.join(' '), bare: bare.join(' '), full: words.join(' ') };
}

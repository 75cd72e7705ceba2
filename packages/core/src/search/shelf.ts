/**
 * Ranks entries of one language.
 *
 * BM25 over terms, where a word of the question that an entry does not have may be stood in for by one that looks alike: one that shares
 * most of its three-letter pieces (typos, endings), or that it begins or ends (half-typed words, compounds). Comparing words with the
 * index's vocabulary rather than with its texts keeps pieces out of the index.
 */

import type { Language } from './languages/language.ts';
import { isPiece, termsIn } from './terms.ts';

/** What a word counts by where it stands: in an alias, the title, the body. */
const boosts = [3, 2.5, 1];
/** How soon more of the same word stops counting, and how much a long text is held against its words. */
const saturation = 1.2;
const lengthMatters = 0.75;
/** What a word that only looks alike counts at most, and how much it has to look alike. */
const alike = 0.65;
const leastAlike = 0.3;
/** How alike two words are at least when one begins or ends the other, and how long that one has to be. */
const inside = 0.75;
const leastInside = 4;
/** How much of a misspelt word has to be right. */
const leastFits = 0.75;
/** What pieces with Japanese kana count: they carry grammar more often than meaning. */
const kana = 0.7;

/** Where a term stands: four times the number of the entry, and the field. */
type Place = number;
export const places = 4;
export const fields = { alias: 0, title: 1, body: 2 } as const;

/** A question that has not been put in so many characters will not be put in more. */
const longest = 600;

interface Term {
  readonly name: string;
  /** Each as often as the term stands there. */
  readonly places: Place[];
  /** The entries, and how much each is about the term, 0 to 1. Empty until they are first needed. */
  readonly entries: number[];
  readonly weights: number[];
}

export interface Shelf {
  readonly terms: ReadonlyMap<string, Term>;
  /** The term of this name, made if there is none. Only before the first question. */
  term(name: string): Term;
  /** Puts a text of the entry with this number into one of its `fields`. Only before the first question. */
  add(entry: number, field: number, text: string): void;
  /** By entry, the share of what the words could have matched at best: 0 to 1, or a little more where they are joined in it. */
  scores(words: string): Float64Array;
}

/** A shelf for `size` entries, numbered from 0. */
export function createShelf(language: Language, size: number): Shelf {
  const terms = new Map<string, Term>();
  const pieces = new Map<string, Term[]>();
  /** By place: first how many terms there are, then what one of them counts. */
  const counts = new Float64Array(size * places);
  const sums = new Float64Array(size);
  let open = true;

  const term = (name: string): Term => {
    let found = terms.get(name);
    if (!found) {
      found = { name, places: [], entries: [], weights: [] };
      // What is only asked for is not remembered.
      if (open) terms.set(name, found);
    }
    return found;
  };
  const eachTerm = termsIn(language, term);

  const close = (): void => {
    open = false;
    const usual = boosts.map(() => 0);
    for (const one of terms.values()) {
      for (const place of one.places) {
        counts[place]! += 1;
        usual[place % places]! += 1 / size;
      }
    }
    counts.forEach((length, place) => {
      const field = place % places;
      counts[place] = boosts[field]! / (1 - lengthMatters + (lengthMatters * length) / usual[field]!);
    });
    for (const one of terms.values()) {
      if (isPiece(one.name)) continue;
      for (const piece of piecesOf(one.name)) {
        const having = pieces.get(piece);
        if (!having) pieces.set(piece, [one]);
        else if (having.at(-1) !== one) having.push(one);
      }
    }
  };

  /** The term with its entries, which are found out when they are first needed. */
  const weighed = (one: Term): Term => {
    if (one.places.length && !one.entries.length) {
      for (const place of one.places) {
        const entry = Math.floor(place / places);
        if (!sums[entry]) one.entries.push(entry);
        sums[entry]! += counts[place]!;
      }
      for (const entry of one.entries) {
        one.weights.push(sums[entry]! / (sums[entry]! + saturation));
        sums[entry] = 0;
      }
    }
    return one;
  };

  /** Terms that look like this one, each with what it counts. */
  const lookalikes = (name: string): readonly (readonly [Term, number])[] => {
    const asked = new Set(piecesOf(name));
    const shared = new Map<Term, number>();
    for (const piece of asked) for (const one of pieces.get(piece) ?? []) shared.set(one, (shared.get(one) ?? 0) + 1);
    return [...shared].flatMap(([one, count]) => {
      const [short, long] = one.name.length < name.length ? [one.name, name] : [name, one.name];
      let begins = 0;
      while (short[begins] && short[begins] === long[begins]) begins += 1;
      let ends = 0;
      while (begins + ends < short.length && short.at(-ends - 1) === long.at(-ends - 1)) ends += 1;
      const swapped =
        begins + ends === name.length - 2 && short[begins] === long[begins + 1] && short[begins + 1] === long[begins];
      const fits = (begins + ends + Number(swapped)) / long.length;
      const likeness = Math.max(
        // Half of it is the share of both words' pieces, half the share of the asked word's.
        count / (asked.size + one.name.length) + count / asked.size / 2,
        short.length >= leastInside && (begins === short.length || long.endsWith(short)) ? inside : 0,
        // A word that no entry has may be one of theirs with a wrong letter or two swapped: up to there both begin alike, behind it both end
        // alike.
        fits >= leastFits && !terms.has(name) ? fits : 0,
      );
      return likeness < leastAlike || one.name === name ? [] : [[one, likeness * alike]];
    });
  };

  const rarity = (one: Term): number => Math.log(1 + size / (weighed(one).entries.length + 0.5));

  return {
    terms,
    term,

    add(entry, field, text) {
      const place = entry * places + field;
      eachTerm(text, (one) => one.places.push(place));
    },

    scores(words) {
      if (open) close();
      const totals = new Float64Array(size);
      const best = new Float64Array(size);
      const count = (weight: number, found: readonly (readonly [Term, number])[]): void => {
        for (const [one, likeness] of found) {
          const most = weight * likeness * rarity(one);
          one.entries.forEach((entry, at) => (best[entry] = Math.max(best[entry]!, most * one.weights[at]!)));
        }
        best.forEach((score, entry) => (totals[entry]! += score));
        best.fill(0);
      };

      let ideal = 0;
      const asked: Term[] = [];
      eachTerm(words.slice(0, longest), (one) => asked.push(one));
      new Set(asked).forEach((one) => {
        const isPart = isPiece(one.name);
        const weight = /\p{sc=Hira}/u.test(one.name) ? kana : 1;
        ideal += weight * rarity(one);
        count(weight, [[one, 1], ...(isPart ? [] : lookalikes(one.name))]);
      });
      // "pot hole" is also "pothole".
      asked.forEach(({ name }, at) => {
        const joined = terms.get(name + asked[at + 1]?.name);
        if (joined && !isPiece(name)) count(1, [[joined, 1]]);
      });
      return totals.map((total) => total / ideal);
    },
  };
}

/** The three-letter pieces of a word, its edges included. */
function piecesOf(word: string): readonly string[] {
  const found = [];
  const edged = `^${word}$`;
  for (let at = 0; at < word.length; at++) found.push(edged.slice(at, at + 3));
  return found;
}

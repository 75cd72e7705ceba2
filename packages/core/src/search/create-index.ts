/**
 * Ranks a short list of things (services, answers) by a resident's own words.
 * BM25 over word stems, joined neighbours ("pot hole" finds "pothole") and character trigrams, which carry typos and
 * half-typed words. The features are an inside matter; the signature is public.
 */

/** One thing that can be found. */
export interface IndexEntry {
  readonly id: string;
  readonly title: string;
  /** What people also call it. These count as much as the title. */
  readonly aliases?: readonly string[] | undefined;
  readonly body?: string | undefined;
}

/** One hit. `score` runs from 0 to 1: the share of what the words could have matched at best. */
export interface Hit {
  readonly id: string;
  readonly score: number;
}

/** What `createIndex` gives. */
export interface Index {
  /** Best first; empty when nothing in the words is known. */
  search(words: string): readonly Hit[];
}

/** Words that say nothing about the problem. */
const stopWords = new Set(
  'a an and are at be been but by can do for from has have i in is it its me my of on or our so that the there they this to was we were when with you your'.split(
    ' ',
  ),
);

/** How much a match in each kind of feature weighs. */
const weights = { word: 1, pair: 1, trigram: 0.25 };

/** Builds an index over `entries`. Pure; a few milliseconds for some hundred entries. */
export function createIndex(entries: readonly IndexEntry[]): Index {
  const postings = new Map<string, Map<number, number>>();
  entries.forEach((entry, position) => {
    const fields: [string, number][] = [
      [entry.title, 3],
      [entry.body ?? '', 1],
    ];
    for (const alias of entry.aliases ?? []) fields.push([alias, 3]);
    for (const [text, boost] of fields) {
      for (const [feature] of featuresOf(text)) {
        let found = postings.get(feature);
        if (!found) postings.set(feature, (found = new Map()));
        found.set(position, Math.max(found.get(position) ?? 0, boost));
      }
    }
  });

  return {
    search(words) {
      const scores = new Map<number, number>();
      let ideal = 0;
      for (const [feature, weight] of featuresOf(words)) {
        const found = postings.get(feature);
        const rarity = Math.log(1 + entries.length / ((found?.size ?? 0) + 0.5)) * weight;
        ideal += rarity;
        for (const [position, boost] of found ?? []) {
          scores.set(position, (scores.get(position) ?? 0) + (rarity * boost) / (boost + 0.6));
        }
      }
      return [...scores]
        .map(([position, score]) => ({ id: entries[position]!.id, score: score / ideal }))
        .sort((a, b) => b.score - a.score);
    },
  };
}

/** Every feature of a text with its weight: stems, joined neighbours, trigrams. */
function featuresOf(text: string): Map<string, number> {
  const features = new Map<string, number>();
  const words = wordsOf(text);
  words.forEach((word, at) => {
    features.set(word, weights.word);
    const next = words[at + 1];
    if (next) features.set(stem(word + next), weights.pair);
    const padded = ` ${word} `;
    for (let i = 0; i + 3 <= padded.length; i++) features.set(`~${padded.slice(i, i + 3)}`, weights.trigram);
  });
  return features;
}

function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => !stopWords.has(word));
  return (telling.length ? telling : words).map(stem);
}

/** Cuts the endings that English plurals and verbs add. Wrong cuts do no harm: both sides are cut alike. */
function stem(word: string): string {
  if (word.length < 4) return word;
  return word.replace(/(ies|y)$/, 'i').replace(/(?:ing|ed|es|s|e)$/, '');
}

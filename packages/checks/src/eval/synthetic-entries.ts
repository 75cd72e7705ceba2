// Makes entries of no meaning, with words as rare and frequent as in real texts, to measure speed and bytes: always the same ones.

import type { IndexEntry } from '@citydesk/core/search';

export const syntheticLocales = ['en', 'de', 'es'] as const;

/** What words are made of, by language: beginnings, middles, endings. */
const syllables = {
  en: [
    'b br c ch cl d dr f g gr h l m n p pl r s sh st t tr w',
    'a ea e i o oo ou u ai',
    'ck d ft l ll m n nd ng nt p r rd rk st t th ver der ning tion ment er ed',
  ],
  de: [
    'b br d f fl g gr h k kl l m n p r s sch st str t w z',
    'a ä e ei i ie o ö u ü au eu',
    'cht ck ld ll m n nd ng r rd rk ss st t tz gen der ung en er lich keit',
  ],
  es: [
    'b c ch d f g gr h j l ll m n p pr r s t tr v',
    'a e i o u ia ie ue',
    'l n r s z do da ción miento mos ra ro res dad nte les',
  ],
} as const;
const smallWords = {
  en: 'the a of to in and is for on at by with or from are be your you we it',
  de: 'der die das und in zu den mit von für auf ist im sich ein eine nicht oder wir sie',
  es: 'de la que el en y a los se del las un por con una su para es al lo',
} as const;

/** `count` entries, the languages in turn, with bodies of 700 to 1,300 bytes. */
export function syntheticEntries(
  count: number,
): readonly (IndexEntry & { readonly body: string; readonly locale: string })[] {
  const random = randomNumbers();
  const words = Object.fromEntries(syntheticLocales.map((locale) => [locale, vocabulary(locale, random)]));
  return Array.from({ length: count }, (_, at) => {
    const locale = syntheticLocales[at % syntheticLocales.length]!;
    const text = (length: number): string => {
      let found = '';
      while (found.length < length) found += (found && ' ') + frequent(words[locale]!, random);
      return found;
    };
    return {
      id: `answer-${at}`,
      title: text(20 + random() * 25),
      aliases: [text(10 + random() * 15), text(10 + random() * 15)],
      body: `${text(650 + random() * 550)}.`,
      locale,
    };
  });
}

/** Questions as they are typed: some words of an entry, some cut off, some misspelt. */
export function syntheticQueries(entries: readonly IndexEntry[], count: number): readonly string[] {
  const random = randomNumbers();
  return Array.from({ length: count }, (_, at) => {
    const entry = entries[Math.floor(random() * entries.length)]!;
    const words = `${entry.title} ${entry.aliases!.join(' ')} ${entry.body}`.split(' ');
    const from = Math.floor(random() * (words.length - 6));
    const asked = words.slice(from, from + 2 + Math.floor(random() * 4)).join(' ');
    if (at % 3 === 1) return asked.slice(0, -2);
    const cut = Math.floor(asked.length / 2);
    return at % 3 === 2 ? asked.slice(0, cut) + asked.slice(cut + 1) : asked;
  });
}

/** The most frequent word first, as Zipf found: the second is half as frequent, the third a third. */
function vocabulary(locale: (typeof syntheticLocales)[number], random: () => number): readonly string[] {
  const [begins, middles, ends] = syllables[locale].map((all) => all.split(' '));
  const one = (of: readonly string[] | undefined): string => of![Math.floor(random() * of!.length)]!;
  const words = new Set(smallWords[locale].split(' '));
  while (words.size < 8000) {
    let word = '';
    for (let left = 1 + Math.floor(random() * 2.6); left > 0; left--) word += one(begins) + one(middles);
    words.add(word + one(ends));
  }
  return [...words];
}

function frequent(words: readonly string[], random: () => number): string {
  return words[Math.floor(words.length ** random()) - 1]!;
}

/** Numbers from 0 to 1, the same in every run (mulberry32). */
function randomNumbers(): () => number {
  let state = 311;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

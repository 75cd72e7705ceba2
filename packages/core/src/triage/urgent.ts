/**
 * Is it urgent? Words that mean danger now: gas, wires down, fire, a crime under way, someone hurt or in the water. What each language says is in
 * `urgent/languages`. How it is judged: `npm run eval:urgent`.
 */
import type { Danger } from './stop.ts';
import { plain } from './urgent/plain.ts';

/** What a language has for danger. Patterns are regular expressions for `plain` text; doubled letters count once in them, too. */
export interface Phrases {
  /** Is said of danger; with two patterns, both within a few words of each other, in any order. A `~` stands for up to three words. */
  readonly dangers: readonly (readonly [Danger, string, string?])[];
  /** What only sounds like danger: it is taken out first. */
  readonly ignore?: readonly string[];
  /** Where a pattern like this stands in the same part of a sentence, these kinds of danger are long over or a mere worry. */
  readonly unless?: readonly (readonly [string, readonly Danger[]])[];
  /** Right before what is said, it takes it back. */
  readonly not?: string;
}

/** What a city adds, in its own words: not patterns. */
export interface OwnPhrases {
  readonly words?: readonly { readonly phrase: string; readonly danger: Danger }[] | undefined;
  readonly ignore?: readonly string[] | undefined;
}

/** The kind of danger that a text means, the gravest first; but none of those that `passed` tells. */
export type DangerCheck = (text: string, passed?: (danger: Danger) => boolean) => Danger | undefined;

interface Rule {
  readonly danger: Danger;
  readonly pattern: RegExp;
  readonly not: RegExp;
  readonly unless: readonly RegExp[];
}

/** @param languages as `phrasesIn` gives them */
export function createDangerCheck(
  { words = [], ignore = [] }: OwnPhrases = {},
  languages: readonly Phrases[] = [],
): DangerCheck {
  const rules = languages.flatMap(({ dangers, not = '(?!)', unless = [] }) =>
    dangers.map(([danger, one, other]): Rule => ({
      danger,
      pattern: regExp(other ? `(${one})( \\S+){0,4} (${other})|(${other})( \\S+){0,4} (${one})` : one),
      not: new RegExp(`(^| )(${once(not)})$`),
      unless: unless.flatMap(([pattern, kinds]) => (kinds.includes(danger) ? regExp(pattern) : [])),
    })),
  );
  const own = words.map(({ phrase, danger }) => [danger, regExp(literal(phrase))] as const);
  const ignored = [...languages.flatMap((one) => one.ignore ?? []), ...ignore.map(literal)].map((one) =>
    regExp(one, 'g'),
  );
  const wordsIn = (patterns: unknown) =>
    once(String(patterns))
      .replace(/[a-z]\?/g, '')
      .match(/(?<!\\)[a-z]{4,}(?![a-z\\?(])/g) ?? [];
  const meant = new Set(languages.flatMap(({ dangers }) => wordsIn(dangers)));
  const right = new Set([...meant, ...languages.flatMap((one) => wordsIn(one.ignore))]);
  // `beep\\w*` knows every word that begins so.
  const begins = languages.flatMap((one) => once(JSON.stringify(one)).match(/[a-z]{3,}(?=\\)/g) ?? []);
  const isRight = (word: string) => right.has(word) || begins.some((one) => word.startsWith(one));

  return (text, passed = () => false) => {
    for (const clause of plain(text).split(
      /[.,;:!?()\n\u3000-\u3002\uff01\uff0c\uff1f\u060c\u061b\u061f\u06d4\u0964]|\bbut\b/,
    )) {
      const typed = clause.replace(/[a-z]+/g, (word) => (isRight(word) ? word : mended(word, meant))).trim();
      const said = ignored.reduce((rest, pattern) => rest.replace(pattern, ' # '), typed).replace(/ +/g, ' ');
      const mine = own.find(([danger, pattern]) => !passed(danger) && pattern.test(said));
      if (mine) return mine[0];
      for (const { danger, pattern, not, unless } of rules) {
        const found = !passed(danger) && pattern.exec(said);
        if (found && !not.test(said.slice(0, found.index).trimEnd()) && !unless.some((one) => one.test(said)))
          return danger;
      }
    }
    return undefined;
  };
}

/** A word with a letter missing, too many, or two of them swapped is taken for the one it must be. */
function mended(word: string, meant: ReadonlySet<string>): string {
  if (word.length < 4) return word;
  for (const right of meant) {
    let same = 0;
    while (same < word.length && word[same] === right[same]) same++;
    const [was, is] = [word.slice(same), right.slice(same)];
    const swapped = was.length > 1 && was[0] === is[1] && was[1] === is[0] && was.slice(2) === is.slice(2);
    const isOff = right.length > 4 && (was.slice(1) === is || was === is.slice(1));
    if (same && (isOff || swapped)) return right;
  }
  return word;
}

/** Letters that are doubled count once. */
const once = (pattern: string) =>
  pattern
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z])\1/g, '$1');

/** Whole words only, where a script has a blank between them. */
const regExp = (pattern: string, flags = '') =>
  new RegExp(`(?<![a-z0-9])(?:${once(pattern).replaceAll('~', '(\\S+ ){0,3}')})(?![a-z0-9])`, flags);

const literal = (phrase: string) =>
  plain(phrase)
    .trim()
    .replace(/[\\^$.*+?()[\]{}|~]/g, '\\$&');

/** What there is for these languages (BCP 47). One that does not come is left out. */
export async function phrasesIn(languages: readonly string[]): Promise<readonly Phrases[]> {
  const bare = new Set(languages.map((language) => language.toLowerCase().split('-')[0]!));
  const found = [...bare].flatMap((language) => (Object.hasOwn(known, language) ? [known[language]!()] : []));
  const settled = await Promise.allSettled(found);
  return settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
}

const known: Readonly<Record<string, () => Promise<Phrases>>> = {
  en: async () => (await import('./urgent/languages/en.ts')).en,
  es: async () => (await import('./urgent/languages/es.ts')).es,
  de: async () => (await import('./urgent/languages/de.ts')).de,
  fr: async () => (await import('./urgent/languages/fr.ts')).fr,
  ht: async () => (await import('./urgent/languages/ht.ts')).ht,
  pt: async () => (await import('./urgent/languages/pt.ts')).pt,
  tl: async () => (await import('./urgent/languages/tl.ts')).tl,
  // Devices say Filipino.
  fil: async () => (await import('./urgent/languages/tl.ts')).tl,
  ar: async () => (await import('./urgent/languages/ar.ts')).ar,
  ur: async () => (await import('./urgent/languages/ur.ts')).ur,
  bn: async () => (await import('./urgent/languages/bn.ts')).bn,
  zh: async () => (await import('./urgent/languages/zh.ts')).zh,
  ja: async () => (await import('./urgent/languages/ja.ts')).ja,
  pl: async () => (await import('./urgent/languages/pl.ts')).pl,
  ru: async () => (await import('./urgent/languages/ru.ts')).ru,
  vi: async () => (await import('./urgent/languages/vi.ts')).vi,
  ko: async () => (await import('./urgent/languages/ko.ts')).ko,
};

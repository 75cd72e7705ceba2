/** Brings a language to a widget. Fetched where another one than English is asked for, or where the city words its sentences itself. */
import type { CityConfig } from '../city/city-config.ts';
import { creoleDates } from './creole-dates.ts';
import { languages, setsOf, tagFor, type SetName } from './languages.ts';
import type { Catalogue, MessageKey, Sentence, Speech } from './messages.ts';

/**
 * Gives `take` the language once its first words are here, and again with the rest; nothing where English serves: for English itself, and for a language
 * that no widget speaks.
 * @param widget tag name of the element
 * @param city what was asked for: `locale`, and the city's own `words`, `language` and `translations`
 * @throws where the first words did not come
 */
export async function bringSpeech(widget: string, city: CityConfig, take: (speech?: Speech) => void): Promise<void> {
  const { locale = 'en', language = 'en', translations } = city;
  const pseudo = /-X[AB]$/.test(locale);
  const tag = tagFor(locale) ?? 'en';
  const own = wordsIn(city.words, tag);
  const isForeign = tag !== 'en' && !pseudo;
  const [first, later] = setsOf[widget] ?? [[], []];
  const catalogue: Record<string, Sentence> = {};
  const bring = async (names: readonly SetName[]) => {
    for (const set of await Promise.all(names.map((name) => catalogueOf(tag, name))))
      Object.assign(catalogue, set, own);
  };
  Object.assign(catalogue, own);
  const [phrases, fake] = await Promise.all([
    phrasesOf(tag, language, translations),
    pseudo ? import('./pseudo.ts') : undefined,
    isForeign && bring(first),
  ]);
  if (!isForeign && !pseudo && !phrases && !Object.keys(own).length) return take();
  const speech: Speech = {
    lang: langOf(locale, tag),
    dir: /^ar-XB$/.test(locale) ? 'rtl' : (languages[tag]!.dir ?? 'ltr'),
    say: fake ? (_, english) => fake.pseudo(english) : (key, english) => catalogue[key] ?? english,
    ...(tag === 'ht' && { like: 'fr', format: creoleDates }),
    ...(fake && { phrase: fake.theirs(language), phraseLang: () => language }),
    ...phrases,
  };
  // A new one: what was written with the words before is written anew.
  const rest = isForeign ? bring(later).then(() => take({ ...speech })) : undefined;
  take({ ...speech, rest: rest?.catch(() => {}) });
}

/** The region decides how a date is written, where it is one of this language: "es-MX"; English without one is that of the United States. */
function langOf(locale: string, tag: string): string {
  if (locale.endsWith('-XA')) return 'en-XA';
  if (tag === 'en') return /^en-[a-z]{2}$/i.test(locale) ? locale : 'en-US';
  return tag.includes('-') || !/^[a-z]{2,3}-[a-z]{2}$/i.test(locale) || !locale.startsWith(tag) ? tag : locale;
}

/** A set that no widget brings by itself, for a part that needs it. @param lang of the sentences, as `Messages` says it */
export async function setIn(lang: string, set: SetName): Promise<Catalogue> {
  const tag = /-X[AB]$/.test(lang) ? 'en' : (tagFor(lang) ?? 'en');
  return tag === 'en' ? {} : catalogueOf(tag, set);
}

async function catalogueOf(tag: string, set: SetName): Promise<Catalogue> {
  const { default: words } = (await import(`./${tag}/${set}.json`)) as { readonly default: Catalogue };
  return words;
}

/** What the city says otherwise in this language: texts, and plurals by category. Anything else is left alone. */
function wordsIn(words: unknown, tag: string): Readonly<Partial<Record<MessageKey, Sentence>>> {
  const own = Object(Object(words)[tag]) as Readonly<Record<string, unknown>>;
  const isSentence = (value: unknown) =>
    typeof value === 'string' || typeof (value as Record<string, unknown> | null)?.['other'] === 'string';
  return Object.fromEntries(Object.entries(own).filter(([, value]) => isSentence(value)));
}

/** What the city's own texts are in this language; nothing where they are in it already. Without them the form still stands. */
async function phrasesOf(tag: string, language: string, translations: string | undefined) {
  if (tagFor(language) === tag) return undefined;
  try {
    return await (await import('./phrases.ts')).phrasesFor(tag, language, translations);
  } catch {
    return undefined;
  }
}

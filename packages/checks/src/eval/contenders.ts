import { createIndex, languageFor, plainText, type Language } from '@citydesk/core/search';
import { rivals, type Contender, type Search, type Terms } from './rivals.ts';
import type { SearchData } from './search-data.ts';

const ours: Contender = {
  name: 'Citydesk',
  settings: 'as it comes',
  index(entries, _terms, language) {
    const index = createIndex(entries, { locale: language.locale, languages: [language] });
    return (query) => index.search(query).map(({ id }) => id);
  },
};

/** Ours first. */
export const contenders: readonly Contender[] = [ours, ...rivals];

/** A contender's index of the entries of `data`. */
export async function searchIn({ entries, locale }: SearchData, contender: Contender): Promise<Search> {
  const language = await languageOf(locale);
  return contender.index(entries, termsOf(language), language);
}

/** The language's table, or one that knows nothing. */
export async function languageOf(locale: string): Promise<Language> {
  return (await languageFor(locale)) ?? { locale, stopWords: new Set(), stem: (word) => word };
}

/** What the other libraries get: words as the platform tells them apart, without stop words and endings. */
export function termsOf({ locale, stopWords, stem, mend }: Language): Terms {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  return (text) => {
    const plain = plainText(text);
    const words = [...segmenter.segment(mend?.(plain) ?? plain)].filter(({ isWordLike }) => isWordLike);
    const telling = words.filter(({ segment }) => !stopWords.has(segment));
    return (telling.length ? telling : words).map(({ segment }) => stem(segment));
  };
}

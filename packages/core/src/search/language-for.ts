import type { Language } from './languages/language.ts';

const known: Readonly<Record<string, () => Promise<Language>>> = {
  ar: async () => (await import('./languages/ar.ts')).ar,
  de: async () => (await import('./languages/de.ts')).de,
  en: async () => (await import('./languages/en.ts')).en,
  es: async () => (await import('./languages/es.ts')).es,
  ja: async () => (await import('./languages/ja.ts')).ja,
  zh: async () => (await import('./languages/zh.ts')).zh,
};

/**
 * What is known about a language, for `createIndex`; fetched when it is first asked for.
 * @param locale BCP 47
 * @returns nothing for a language without a table: its words are then compared by their letters
 */
export async function languageFor(locale: string): Promise<Language | undefined> {
  return known[locale.toLowerCase().split('-')[0]!]?.();
}

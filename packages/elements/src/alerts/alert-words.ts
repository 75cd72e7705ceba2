/** The words of the alerts. Only cities that send alerts need them, so no widget brings them with its language. */
import en from '../messages/alerts.en.json';
import type { Catalogue, Messages } from '../messages/messages.ts';

const coming = new Map<string, Promise<void>>();
const here = new Map<string, Catalogue>();

/** Fetches them in this language, once. Never rejects: without them English is spoken. */
export function bringAlertWords(lang: string): Promise<void> {
  const bringing = coming.get(lang) ?? bring(lang).catch(() => {});
  coming.set(lang, bringing);
  return bringing;
}

async function bring(lang: string): Promise<void> {
  if (/^en\b/.test(lang)) return;
  const { setIn } = await import('../messages/language.ts');
  here.set(lang, await setIn(lang, 'alerts'));
}

/** Whether nobody has asked for them yet. */
export const lacksAlertWords = (lang: string): boolean => !coming.has(lang);

/** The language of `words`, with the sentences of the alerts. */
export const alertWords = (words: Messages): Messages => words.with({ ...en, ...here.get(words.lang) });

import type { Language } from './language.ts';

/** Where nothing more is known or wanted: the smallest words and the commonest endings of English. */
export const basic: Language = {
  locale: 'en',
  stopWords: new Set(
    'a an and are at be been but by can do for from has have i in is it its me my of on or our so that the there they this to was we were when with you your'.split(
      ' ',
    ),
  ),
  stem: (word) => (word.length < 4 ? word : word.replace(/(ies|y)$/, 'i').replace(/(?:ing|ed|es|s|e)$/, '')),
};

import type { Language } from './language.ts';

/** English. */
export const en: Language = {
  locale: 'en',
  stopWords: new Set(
    (
      'a about am an and any anyone are as at be been but by can cant could did didnt do does doesnt dont for from get gets go goes going got had has ' +
      'have having he her here hes how i id if ill im in into is isnt it its ive just let like me may might must my need no not now of off on or our ' +
      'out over please she should so some somebody someone something than that thats the their them then there theres these they this those to too up us ' +
      'very want was wasnt we were what whats when where wheres which who whom whose why will with wont would you your s t m re ve ll d'
    ).split(' '),
  ),
  stem(word) {
    if (word.length < 4) return word;
    let stem = word.replace(/(?:(ss|sh|ch|x|z)es|(.[^aeious])s|(.[aeo])s)$/, '$1$2$3').replace(/ies?$/, 'y');
    stem = stem.replace(
      /(?:ations?|ating|ated?|ators?|ions?|ments?|ness|ings?|ed|ely|ly|ers?|or|able|ible|al|ful)$/,
      (end, at: number) => (/[aeiouy]/.test(stem.slice(0, at)) && at > 2 ? '' : end),
    );
    return stem.replace(/([^aeiouls])\1$/, '$1').replace(/(?<=..)[ey]$/, '');
  },
};

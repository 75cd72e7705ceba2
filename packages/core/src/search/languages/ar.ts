import type { Language } from './language.ts';

/** Arabic. Letters that are often written one for the other are read as one. */
export const ar: Language = {
  locale: 'ar',
  stopWords: new Set(
    (
      'في من الي علي عن او و هل متي اين كيف ما ماذا لماذا هذا هذه الذي التي ذلك تلك كل لا لم لن ان كان كانت هو هي هم مع عند ' +
      'عندي عندنا حتي قبل بعد اي كم يجب اريد لي لنا به فيه فيها منذ لازم انا نحن ليس قد لقد ثم اذا يوجد هناك بين غير ال'
    ).split(' '),
  ),
  stem(word) {
    const stem = word
      // Conjunctions, prepositions and the article are written together with the word, verbs say who in their first letter.
      .replace(/^(?:و(?=.{4})|ف(?=.{5}))?(?:(?:ال|بال|كال|فال|لل)(?=.{2})|[بلس](?=.{4}))?/, '')
      .replace(/^[يتنا](?=.{4})/, '')
      .replace(/(?<=.{3})(?:هما|تها|ها|هم|كم|نا|ات|ان|ون|ين|يه|ته|[هيكا])$/, '');
    // Plurals and forms of verbs change the long vowels inside and leave the consonants.
    const bones = stem.replace(/(?<=.)[اوي]/g, '');
    return bones.length < 3 ? stem : bones;
  },
  mend: (text) => text.replace(/ة/g, 'ه').replace(/ى/g, 'ي'),
};

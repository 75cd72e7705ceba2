// The phrasebook of a language beside the English one. It may leave out what it does not know, and say nothing that is not asked.

import { strayLetters } from './alphabets.ts';
import { checkCatalogue, type Checked } from './check-catalogue.ts';
import type { Catalogue } from './english.ts';
import type { RulesOfLanguage } from './rules-of-language.ts';
import { strayHan } from './script-of.ts';
import type { Phrasebook } from './translations.ts';

/** What residents see is held as the catalogues are; of what they may type, the letters are. */
export function checkPhrasebook(
  language: RulesOfLanguage,
  english: Phrasebook,
  book: Phrasebook,
  among: readonly string[],
): Checked {
  const [original, shown] = [flat(english), flat(book)];
  const known = Object.fromEntries(Object.entries(original).filter(([key]) => Object.hasOwn(shown, key)));
  const checked = checkCatalogue(language, known, shown, among);
  const faults = Object.entries(book).flatMap(([part, entries]) =>
    Object.entries(entries).flatMap(([id, words]) => {
      const wrong = (why: string) => [`${part}.${id}: ${why}`];
      if (!words[0]) return wrong('says nothing');
      if (new Set(words).size < words.length) return wrong('says a thing twice');
      if (part !== 'services' && words.length > 1) return wrong('has other words, which only services have');
      return words
        .slice(1)
        .flatMap((word) => [
          ...(word.trim() === word && word !== '' && !/["'<>]|\s{2}/.test(word) ? [] : wrong(`“${word}” is not clean`)),
          ...[...strayLetters(language.tag, word), ...strayHan(language.script, word)].flatMap((letter) =>
            wrong(`${letter} in “${word}” is no letter of this language`),
          ),
        ]);
    }),
  );
  // Names are short: there may be too few long ones to recognise a language by.
  const isFew = checked.recognised.of < few;
  return { ...checked, faults: [...checked.faults.filter((why) => !isFew || !why.startsWith(tooFew)), ...faults] };
}

const few = 20;
const tooFew = `too little is recognised`;

/** As a catalogue of what is shown. */
function flat(book: Phrasebook): Catalogue {
  return Object.fromEntries(
    Object.entries(book).flatMap(([part, entries]) =>
      Object.entries(entries).map(([id, words]) => [`${part}.${id}`, words[0] ?? '']),
    ),
  );
}

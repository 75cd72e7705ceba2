// The whole catalogue of a language beside the English one: its keys, its messages, and whether it is that language at all.

import { francAll } from 'franc';
import { strayLetters } from './alphabets.ts';
import { faultsOfMessage } from './check-sentence.ts';
import { sentencesOf, withoutHoles, type Catalogue } from './english.ts';
import type { RulesOfLanguage } from './rules-of-language.ts';
import { lettersOf, strayHan } from './script-of.ts';

/** What a catalogue is held to. */
export const bounds = {
  /** Of the values, those that are the English ones at most. "Status" is German, too. */
  english: 0.08,
  /** Of the letters, those in the language's script at least. "JPEG" is written so everywhere. */
  script: 0.95,
  /** Of the longer sentences, those that are recognised as the language at least. */
  recognised: 0.9,
  /** Letters from which on a sentence can be recognised. */
  long: 25,
} as const;

export interface Share {
  readonly part: number;
  readonly of: number;
}

export interface Checked {
  readonly keys: number;
  readonly sentences: number;
  readonly english: Share;
  readonly script: Share;
  readonly recognised: Share;
  /** The same without the sentences that are nearly as much its twin's, see `twins`. */
  readonly recognisedAlone: Share;
  /** What is wrong, in sentences that begin with the key. */
  readonly faults: readonly string[];
}

/**
 * Two languages whose short sentences are often the same letter for letter ("Primero", "Este reporte"): franc may prefer the other one of them by a
 * tenth. Their alphabets differ, which is checked besides, and what is long, the words of a whole set, has to be recognised without this.
 */
const twins: Readonly<Record<string, string>> = { spa: 'por', por: 'spa' };
const nearly = 0.9;

/**
 * Checks all the words of a language.
 * @param among The languages that franc is to choose from, as it calls them: those of the widgets. One that nobody can choose there is no answer.
 */
export function checkCatalogue(
  language: RulesOfLanguage,
  english: Catalogue,
  words: Catalogue,
  among: readonly string[],
): Checked {
  const keys = Object.keys(words);
  const faults = [
    ...Object.keys(english)
      .filter((key) => !Object.hasOwn(words, key))
      .map((key) => `${key}: is missing`),
    ...keys.filter((key) => !Object.hasOwn(english, key)).map((key) => `${key}: is not in English`),
    ...keys.flatMap((key) => {
      const [one, other] = [english[key], words[key]];
      return one && other ? faultsOfMessage(language, one, other).map((why) => `${key}: ${why}`) : [];
    }),
  ];
  const all = keys.flatMap((key) => {
    const originals = sentencesOf(english[key] ?? '').map(([, sentence]) => sentence);
    return sentencesOf(words[key]!).map(([, sentence]) => ({ key, sentence, originals }));
  });
  for (const { key, sentence } of all) {
    const stray = strayHan(language.script, sentence);
    if (stray.length > 0) faults.push(`${key}: ${stray.join('')} is the other Chinese`);
    const foreign = strayLetters(language.tag, withoutHoles(sentence));
    if (foreign.length > 0) faults.push(`${key}: ${foreign.join('')} is no letter of this language`);
  }

  // What has no letters of its own, such as {service} ({count}), is the same in every language.
  const told = all.filter(({ sentence }) => /\p{L}/u.test(withoutHoles(sentence)));
  const same = told.filter(({ sentence, originals }) => originals.includes(sentence));
  const letters = lettersOf(language.script, told.map(({ sentence }) => withoutHoles(sentence)).join(' '));
  const long = told.filter(({ sentence }) => lettersIn(sentence) > bounds.long);
  const unlike = long.filter(({ sentence }) => !isRecognised(language, sentence, among));
  const checked = {
    keys: keys.length,
    sentences: all.length,
    english: { part: same.length, of: told.length },
    script: { part: letters.own, of: letters.all },
    recognised: { part: long.length - unlike.length, of: long.length },
    recognisedAlone: {
      part: long.filter(({ sentence }) => recognise(sentence, among)[0]?.[0] === language.franc).length,
      of: long.length,
    },
  };
  if (shareOf(checked.english) > bounds.english)
    faults.push(`too much is English: ${say(checked.english)}: ${same.map(({ key }) => key).join(', ')}`);
  if (shareOf(checked.script) < bounds.script)
    faults.push(`too few letters are ${language.script}: ${say(checked.script)}`);
  if (long.length === 0 || shareOf(checked.recognised) < bounds.recognised)
    faults.push(
      `too little is recognised as ${language.franc}: ${say(checked.recognised)}: ` +
        unlike.map(({ key, sentence }) => `${key} (${recognise(sentence, among)[0]?.[0]})`).join(', '),
    );
  return { ...checked, faults };
}

export function shareOf({ part, of }: Share): number {
  return of === 0 ? 0 : part / of;
}

/** For example `12 of 300 (4.0 %)`. */
export function say(share: Share): string {
  return `${share.part} of ${share.of} (${(shareOf(share) * 100).toFixed(1)} %)`;
}

function lettersIn(sentence: string): number {
  return withoutHoles(sentence).match(/\p{L}/gu)?.length ?? 0;
}

function isRecognised({ franc }: RulesOfLanguage, sentence: string, among: readonly string[]): boolean {
  const [best, ...others] = recognise(sentence, among);
  if (best?.[0] === franc) return true;
  return best?.[0] === twins[franc] && others.some(([name, score]) => name === franc && score >= nearly);
}

/** Whether words all together are taken for the language: among all 187 that franc knows where it is not said among which. */
export function isWhollyRecognised({ franc }: RulesOfLanguage, words: Catalogue, among?: readonly string[]): boolean {
  const text = Object.values(words).flatMap((message) => sentencesOf(message).map(([, sentence]) => sentence));
  return recognise(text.join('\n'), among)[0]?.[0] === franc;
}

/** The languages with their scores, the best first with 1. */
function recognise(sentence: string, among?: readonly string[]) {
  return francAll(withoutHoles(sentence), { minLength: 1, ...(among && { only: [...among] }) });
}

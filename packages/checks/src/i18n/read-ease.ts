// How hard an English sentence is to read: its words, its longest sentence, and the school grade by Flesch and Kincaid.

import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { sentencesOf, type Catalogue } from './english.ts';

export interface Reading {
  readonly key: string;
  readonly text: string;
  readonly words: number;
  readonly grade: number;
}

/** What stands in a hole when it is read. Each is what a city or a device would put there. */
const inHoles: Readonly<Record<string, string>> = {
  about: 'Pothole in the street',
  address: '318 Hoffman Street',
  agency: 'Public Works',
  asset: 'street light',
  back: 'ground',
  city: 'Three Rivers',
  closes: '5 PM',
  collection: 'trash pickup',
  count: '3',
  date: 'November 25',
  day: 'Monday',
  days: 'Monday to Friday',
  distance: '40 feet',
  emergency: '911',
  example: '24-1030',
  from: 'Monday',
  front: 'Links and main button',
  group: 'Streets',
  index: '2',
  label: 'Name',
  lat: '41.94',
  least: '4.5',
  long: '85.63',
  name: 'road',
  number: '24-1030',
  office: 'the city clerk',
  opens: '8 AM',
  other: 'Something else',
  owner: 'the county',
  percent: '40',
  phone: '311',
  place: '318 Hoffman Street',
  question: 'How big is the hole?',
  ratio: '2.1',
  reason: 'We have no crew there.',
  reference: 'maple',
  service: 'Pothole',
  started: 'Pothole',
  status: 'On hold',
  step: '2',
  steps: '4',
  time: '4:30 PM',
  to: 'Friday',
  topic: 'Trash',
  what: 'the tag',
  words: 'big hole',
};

/** The sentence as it is read, every hole filled. */
export function readAloud(sentence: string): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (_, hole: string) => {
    const word = inHoles[hole];
    if (word === undefined) throw new Error(`Say in read-ease.ts what stands in the hole {${hole}}: ${sentence}`);
    return word;
  });
}

export function readingOf(key: string, sentence: string): Reading {
  const text = readAloud(sentence);
  const words = wordsIn(text);
  return {
    key,
    text,
    words: words.length,
    grade: fleschKincaid({
      sentence: sentencesIn(text),
      word: words.length,
      syllable: words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0),
    }),
  };
}

/** All readings of a catalogue that are long enough for a grade to mean something. */
export function readingsOf(catalogue: Catalogue, atLeast: number): readonly Reading[] {
  return Object.entries(catalogue)
    .flatMap(([key, message]) => sentencesOf(message).map(([, sentence]) => readingOf(key, sentence)))
    .filter(({ words }) => words >= atLeast);
}

/** A figure counts as one word, however it is punctuated. */
function wordsIn(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}](?:[\p{L}\p{N}’.,:-]*[\p{L}\p{N}])?/gu) ?? [];
}

/** A title is one sentence, too. */
function sentencesIn(text: string): number {
  return Math.max(1, text.match(/[.?!](?=[”)]?(?:\s|$))/g)?.length ?? 0);
}

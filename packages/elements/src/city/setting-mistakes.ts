/** Tells the web editor of words in attributes that are none of a setting's, once each. Fetched only where there is one. */

import type { Settings } from './settings.ts';

const told = new Set<string>();

/** The words that a setting may have, the default first. Every place that reads one takes the default for any other. */
const words: Readonly<Record<string, string>> = {
  contact: 'optional required none',
  storage: 'device none',
  'geocoder-kind': 'photon arcgis addresses',
};

/** @param level of the headings, as the element says it */
export function tellWords({ contact, storage, geocoderKind }: Settings, level: string): void {
  for (const [attribute, value] of Object.entries({ contact, storage, 'geocoder-kind': geocoderKind })) {
    if (value && !words[attribute]!.split(' ').includes(value)) tellWord(attribute, value, words[attribute]);
  }
  if (!/^[1-6]$/.test(level)) tellWord('heading-level', level);
}

/** @param words those that there are, the default first, with blanks between; without them it takes a level from 1 to 6 */
function tellWord(attribute: string, value: string, words?: string): void {
  const mistake = `${attribute}="${value}"`;
  if (told.has(mistake)) return;
  told.add(mistake);
  const [first, ...others] = words?.split(' ').map((word) => `${attribute}="${word}"`) ?? [];
  const change = first
    ? `so ${first} counts. Write ${[first, ...others].join(' or ')}.`
    : 'Write a whole number from 1 to 6.';
  console.error(`citydesk: ${mistake} is not known${first ? ', ' : '. '}${change}`);
}

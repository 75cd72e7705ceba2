/** A city's text as it is compared with others: what stays when the ways of writing it down are taken away. */
import { basic } from '../search/languages/basic.ts';
import { plainText } from '../search/plain-text.ts';

/** Plurals and the like; but "parking" is not of parks. */
function stem(word: string): string {
  return word.endsWith('ing') ? word : basic.stem(word);
}

/** Say nothing about which matter it is, in the name of a service. Not among them: what is another matter, such as "new" or "removal". */
const vague = new Set(
  'broken complaint concern condition damage defect general investigation issue maintenance needed or out private problem program property public repair report request required service'
    .split(' ')
    .map(stem),
);
/** Articles and the like: without them a question is still the same one. */
const small = new Set('a an and or please s the your'.split(' '));
/** In the name of a service also the words for where: it is the same pothole in the street and on it. */
const joining = new Set('at by for from in my near of on our to with'.split(' '));

/** In small letters, with one space between words; without what marks a field that may be left out. */
export function plain(text: string): string {
  return plainText(text.replace(/&(amp|#38);/gi, '&').replace(/\((optional|required)\)/gi, ' '))
    .replace(/[^\p{L}\p{M}\p{N}/]+/gu, ' ')
    .replace(/ ?\/ ?/g, ' / ')
    .trim();
}

/** The same words in the same order, however they end. */
export function inOrder(text: string): string {
  return stemsIn(text).join(' ');
}

/** The words about the matter, in any order; none when all are vague. */
export function matterOf(text: string): { readonly key: string; readonly isAll: boolean; readonly count: number } {
  const stems = stemsIn(text);
  const matter = stems.filter((stem) => !vague.has(stem) && !joining.has(stem));
  return { key: matter.sort().join(' '), isAll: matter.length === stems.length, count: matter.length };
}

function stemsIn(text: string): readonly string[] {
  return plain(text)
    .replace(/\b(street|alley) (?=light|lamp)|\b(pot) (?=hole)|\b(pick|back|clean) (?=up\b)/g, '$1$2$3')
    .split(/[ /]+/)
    .filter((word) => word && !small.has(word))
    .map(stem);
}

/** The text without what a department writes before or behind a name: "PW – Pothole", "311: Pothole", "Pothole (311)", "Pothole - G". */
export function withoutCodes(text: string): string {
  return text
    .replace(/^\s*(?:[A-Z]{2,5}|[-\dA-Z.]*\d[\dA-Z]*)\s*(?:[-–—:|]|\/(?= ))\s*(?=\S{3})/, '')
    .replace(/\s*(?:\((?:[A-Z]{1,5}|[-\dA-Z.]*\d[\dA-Z]*)\)|\s[-–—:|]\s*(?:[A-Z]|[-\dA-Z.]*\d[\dA-Z]*))\s*$/, '')
    .trim();
}

/** Whether it asks something: then it is the name of no service. */
export function isAsking(text: string): boolean {
  return /[?؟？]\W*$/.test(text);
}

/** "Trees - Overgrown Tree" as its two halves: a group and what of it. */
export function halves(text: string): readonly [string, string] | undefined {
  const [, whole = '', half = ''] = /^(.+?)\s*(?:\s[-–—]\s|[:>|]\s)\s*(.+)$/.exec(text) ?? [];
  return half ? [whole, half] : undefined;
}

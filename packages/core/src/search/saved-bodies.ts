/**
 * Keeps what an index needs of the bodies in few bytes, so that residents need not fetch the bodies to search them. A server or a build
 * saves them; the page makes an index of ids, titles and aliases alone, and another one when the bodies have come.
 */

import { shelvesOf, type Bodies, type IndexEntry, type IndexOptions } from './create-index.ts';
import { fields, places } from './shelf.ts';

/** What `saveBodies` gives: plain JSON. */
export interface SavedBodies {
  /** Changes when the endings are cut in another way: then the terms of old files are no longer found. */
  readonly format: 1;
  /** A sum over the entries that the bodies belong to. */
  readonly of: number;
  /** By language: the terms, a space between them, and as many lists of where they stand. */
  readonly languages: Readonly<Record<string, readonly [terms: string, lists: string]>>;
}

/** Of a long body, the terms that tell most: the rest of it hardly ever decides. */
const most = 40;
/** More of the same hardly counts. */
const mostOften = 3;

/** The bodies of `entries`, for an index with the same `options`. */
export function saveBodies(entries: readonly IndexEntry[], options: IndexOptions = {}): SavedBodies {
  const languages: Record<string, readonly [string, string]> = {};
  for (const { locale, entries: those, shelf } of shelvesOf(entries, options)) {
    const kept: { readonly name: string; readonly often: number; readonly worth: number }[][] = those.map(() => []);
    for (const { name, places: all } of shelf.terms.values()) {
      const often = new Map<number, number>();
      for (const place of all) {
        if (place % places !== fields.body) continue;
        const entry = Math.floor(place / places);
        often.set(entry, Math.min(mostOften, (often.get(entry) ?? 0) + 1));
      }
      const rarity = Math.log(1 + those.length / often.size);
      for (const [entry, times] of often)
        kept[entry]!.push({ name, often: times, worth: rarity * (1 + Math.log(times)) });
    }
    const lists = new Map<string, number[]>();
    kept.forEach((terms, entry) => {
      for (const { name, often } of terms.toSorted((a, b) => b.worth - a.worth).slice(0, most)) {
        const list = lists.get(name) ?? [];
        for (let times = 0; times < often; times++) list.push(entry);
        lists.set(name, list);
      }
    });
    const names = [...lists.keys()].toSorted();
    languages[locale] = [names.join(' '), names.map((name) => written(lists.get(name)!)).join(' ')];
  }
  return { format: 1, of: sumOf(entries), languages };
}

/**
 * For `createIndex(entries, { bodies })`. Nothing if they were saved for other entries, in another order or by another version: then titles
 * and aliases alone are searched.
 */
export function loadBodies(saved: SavedBodies, entries: readonly IndexEntry[]): Bodies | undefined {
  if (saved.format !== 1 || saved.of !== sumOf(entries)) return undefined;
  return Object.fromEntries(
    Object.entries(saved.languages).map(([locale, [terms, lists]]) => {
      const all = lists.split(' ');
      return [locale, terms ? terms.split(' ').map((term, at) => [term, read(all[at]!)] as const) : []];
    }),
  );
}

// Each list is written as the distances from entry to entry, 0 for the same one again. A distance has one sign for its last 64th, and signs
// before it for how many 64 there are. All signs can stand in JSON as they are.
const first = 35;
const ones = 64;
const more = 27;
const signs = Array.from({ length: ones + more }, (_, at) =>
  String.fromCharCode(first + at + (first + at >= 92 ? 1 : 0)),
);
const values = new Map(signs.map((sign, at) => [sign, at]));

function written(entries: readonly number[]): string {
  return entries
    .map((entry, at) => {
      const distance = entry - (entries[at - 1] ?? 0);
      let before = '';
      for (let left = Math.floor(distance / ones); left > 0; left = Math.floor(left / more)) {
        before = signs[ones + (left % more)]! + before;
      }
      return before + signs[distance % ones]!;
    })
    .join('');
}

/** The places of a written list. */
function read(list: string): readonly number[] {
  const found: number[] = [];
  let entry = 0;
  let many = 0;
  for (const sign of list) {
    const value = values.get(sign)!;
    if (value >= ones) many = many * more + value - ones;
    else {
      entry += many * ones + value;
      many = 0;
      found.push(entry * places + fields.body);
    }
  }
  return found;
}

function sumOf(entries: readonly IndexEntry[]): number {
  let sum = entries.length;
  for (const { id } of entries) for (let at = 0; at < id.length; at++) sum = (sum * 31 + id.charCodeAt(at)) | 0;
  return sum;
}

/** The entries that may be shown today: true, with an id of their own, and with something to say. */
import { dayNumber } from '../city/days.ts';
import type { FaqEntry } from './faq-entry.ts';
import { firstOf } from './readers.ts';

export interface Current {
  readonly entries: readonly FaqEntry[];
  /** What was left out, and what to do about it: sentences for the web editor's console; 21 at most. */
  readonly mistakes: readonly string[];
}

/**
 * The entries of `day` (`YYYY-MM-DD` in the city's zone) in their order. Left out are expired ones, those without a title, those that answer
 * nothing (no body, page, contact or calendar), and of those with the same id all but the first. Those of other languages with the same id are
 * translations: the one that fits `locale` best (BCP 47) counts.
 */
export function current(entries: readonly FaqEntry[], day: string, locale = ''): Current {
  const found = new Map<string, FaqEntry>();
  const languages = new Set<string>();
  const mistakes: string[] = [];
  for (const entry of entries) {
    const problem = problemOf(entry, day);
    const first = found.get(entry.id);
    const language = `${entry.locale ?? ''} ${entry.id}`;
    if (problem) {
      mistakes.push(problem);
    } else if (languages.has(language)) {
      mistakes.push(`${nameOf(entry)} is not shown: another entry has the same id. Give each an id of its own.`);
    } else {
      languages.add(language);
      if (!first || fit(entry, locale) > fit(first, locale)) found.set(entry.id, entry);
    }
  }
  return { entries: [...found.values()], mistakes: firstOf(mistakes) };
}

const nameOf = ({ id, title }: FaqEntry) => `"${title.trim().slice(0, 80)}" (id "${id}")`;

function problemOf(entry: FaqEntry, day: string): string | undefined {
  const { id, title, expires, body, url, contact, calendars } = entry;
  if (!title.trim()) return `The entry with the id "${id}" has no title and is not shown. Give it one.`;
  if (dayNumber(expires) !== undefined && expires! < day) {
    return `${nameOf(entry)} expired on ${expires} and is not shown. Check it and change the day, or take it out.`;
  }
  if (body?.trim() === '' && !url && !contact && !calendars?.length) {
    return `${nameOf(entry)} has no answer and is not shown. Write one, or name the page that answers.`;
  }
  return undefined;
}

/** The same language in the same region, the same language, that of the page, another. */
function fit({ locale }: FaqEntry, wanted: string): number {
  if (!locale) return 1;
  if (locale.toLowerCase() === wanted.toLowerCase()) return 3;
  const languageOf = (one: string) => one.toLowerCase().split('-')[0];
  return languageOf(locale) === languageOf(wanted) ? 2 : 0;
}

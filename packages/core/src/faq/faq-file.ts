/** The FAQ file: answers as a city writes them down in JSON. One declaration: each key with its reader, from which the type follows. */
import { calendar } from './read-calendar.ts';
import type { FaqEntry } from './faq-entry.ts';
import * as read from './readers.ts';

const contact = {
  /** The department or person. */
  name: read.text,
  phone: read.phone,
  email: read.email,
  url: read.link,
  /** In the city's zone. */
  hours: read.listOf(read.openHours),
};

/** Every key of an entry. */
export const entryKeys = {
  /** The same for as long as the answer stands: links lead to it. */
  id: read.code,
  /** The question as the city asks it. */
  title: read.text,
  /** "Also asked as": other words for the same question. They count most in the search. */
  aliases: read.listOf(read.text),
  /** Under which it is found by browsing. */
  topic: read.text,
  /** BCP 47; the `language` of the file by default. */
  locale: read.language,
  /** The answer. */
  body: read.text,
  /** How the answer is written: Markdown by default. */
  format: read.oneOf('markdown', 'html'),
  /** The page that answers in full. */
  url: read.link,
  /** Asked most often: shown before anything is typed. */
  popular: read.yes,
  /** The last day it is true. */
  expires: read.day,
  /** The day somebody last checked it. */
  checked: read.day,
  /** Codes of the services that it may save a report to. */
  services: read.listOf(read.code),
  /** Whom to ask. */
  contact: read.objectOf('an object with a "name"', contact, 'name'),
  /** Days that differ from place to place. */
  calendars: read.listOf(calendar),
};

/** Where the answers are that do not stand in the file: "answers/{id}.html", relative to the file. */
const answers: read.Reader<string> = {
  expects: 'an address with {id} in it, like "answers/{id}.html"',
  read(value, tell) {
    const address = read.link.read(value, tell);
    return address?.includes('{id}') && !/^(mailto|tel):/i.test(address) ? address : undefined;
  },
};

export interface FaqFile {
  readonly entries: readonly FaqEntry[];
  /** Where the answers are that do not stand in the file, with `{id}` in it; as written, relative to the file. */
  readonly answersUrl?: string | undefined;
  /** What the web editor should mend, each a sentence; 21 at most. */
  readonly mistakes: readonly string[];
}

/**
 * Reads the JSON of an FAQ file: `{ "language"?, "answers"?, "entries": […] }`, or the list of entries alone. What is wrong with one key leaves out
 * that key; an entry without a title is left out. Never throws.
 */
export function readFaqFile(json: unknown): FaqFile {
  const mistakes: string[] = [];
  const file = Array.isArray(json) ? { entries: json } : json;
  const { language, answers: answersUrl } = read.readKeys(
    { language: read.language, answers },
    file,
    (key, expects) => {
      mistakes.push(`"${key}" is left out. Write ${expects}.`);
    },
  );
  const list = (file as { readonly entries?: unknown } | null)?.entries;
  if (!Array.isArray(list))
    mistakes.push('There are no answers. Write "entries", a list of objects with "id" and "title".');
  const unwritten: Partial<FaqEntry> = answersUrl ? { format: formatOf(answersUrl) } : { body: '' };
  const entries = (Array.isArray(list) ? list : []).flatMap((one: unknown, at): readonly FaqEntry[] => {
    const told: string[] = [];
    const found = read.readKeys(entryKeys, one, (key, expects) => told.push(`"${key}" is left out. Write ${expects}.`));
    const name = `Entry ${at + 1}${found.id ? ` ("${found.id}")` : ''}`;
    if (!found.title) {
      mistakes.push(`${name} is left out. It needs a "title".`);
      return [];
    }
    mistakes.push(...told.slice(0, 5).map((words) => `${name}: ${words}`));
    if (!found.id) mistakes.push(`${name} has no "id". Links to it last only while its title stays as it is.`);
    const {
      id = idFor(found.title),
      title,
      aliases = [],
      locale = language,
      body,
      format = 'markdown',
      ...rest
    } = found;
    const answer: Partial<FaqEntry> = body ? { body, format } : { ...unwritten, ...(found.format && { format }) };
    return [{ ...rest, id, title, aliases, ...(locale && { locale }), ...answer }];
  });
  return { entries, ...(answersUrl && { answersUrl }), mistakes: read.firstOf(mistakes) };
}

/** By the ending of the address. */
const formatOf = (address: string) => (/\.(md|markdown|txt)([?#]|$)/i.test(address) ? 'markdown' : 'html');

/** An id for an entry that has none: its title, in small letters with hyphens. */
export function idFor(title: string): string {
  const words =
    title
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.join('-').slice(0, 80) || 'answer';
}

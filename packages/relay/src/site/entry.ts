/** What was typed into the plain form, as it came: text stays text, whatever it is worth. */
import { emptyDraft, type Answers, type Draft, type Question } from '@citydesk/core/report';
import { honeypotField } from '../bots/judge.ts';

export interface Entry {
  readonly serviceCode: string;
  readonly place: string;
  readonly description: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  /** By attribute code, in the form's order. */
  readonly answers: Readonly<Record<string, readonly string[]>>;
  /** Idempotency key; empty where there is none. */
  readonly key: string;
  /** The signed time the form was begun. */
  readonly begun: string;
  readonly honeypot: string;
  readonly insist: boolean;
  /** Names of photos that are on the shelf. */
  readonly kept: readonly string[];
  /** Of those, what is to be left out. */
  readonly dropped: readonly string[];
  /** As the browser sent them; never shown, never kept here. */
  readonly files: readonly Blob[];
}

/** A UUID, as we make them. */
export function isKey(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(text);
}

export function emptyEntry(serviceCode: string, key: string, begun: string): Entry {
  return {
    serviceCode,
    ...{ place: '', description: '', name: '', email: '', phone: '' },
    ...{ answers: {}, key, begun, honeypot: '', insist: false },
    ...{ kept: [], dropped: [], files: [] },
  };
}

export function entryIn(form: FormData): Entry {
  const all = (name: string) => form.getAll(name).filter((value) => typeof value === 'string');
  // Forms write line breaks as two characters; the wire counts them as one.
  const text = (name: string) => (all(name)[0] ?? '').replace(/\r\n?/g, '\n').trim();
  const answers: Record<string, string[]> = {};
  for (const [name, value] of form) {
    const [, code] = /^attribute\[(.*)\]$/s.exec(name) ?? [];
    if (code !== undefined && typeof value === 'string') (answers[code] ??= []).push(value.replace(/\r\n?/g, '\n'));
  }
  const key = text('key');
  return {
    serviceCode: all('service_code')[0] ?? '',
    place: text('place'),
    description: text('description'),
    name: text('name'),
    email: text('email'),
    phone: text('phone'),
    answers,
    key: isKey(key) ? key : '',
    begun: text('begun'),
    honeypot: text(honeypotField),
    insist: text('insist') === '1',
    kept: all('kept'),
    dropped: all('dropped'),
    files: form.getAll('media').filter((value) => typeof value !== 'string' && value.size > 0) as Blob[],
  };
}

/** As core checks and freezes it. @param questions of the service; a list is an answer to one with several only */
export function draftOf(entry: Entry, questions: readonly Question[]): Draft {
  const several = new Set(questions.filter(({ kind }) => kind === 'many-of').map(({ code }) => code));
  const answers: Answers = Object.fromEntries(
    Object.entries(entry.answers).map(([code, given]) => [code, several.has(code) ? given : (given[0] ?? '')]),
  );
  return {
    ...emptyDraft,
    serviceCode: entry.serviceCode,
    place: { words: entry.place },
    description: entry.description,
    answers,
    contact: { name: entry.name, email: entry.email, phone: entry.phone },
  };
}

/**
 * What kind of answer the bytes hold, told from themselves and not from suffix or header, and the rows in it as the city wrote them.
 * JSON is taken strictly here, so that what the client mends is seen.
 */
import { formatOf, valueIn } from '../wire/read.ts';
import type { Visit } from './visit.ts';

export interface Body {
  readonly kind: 'json' | 'xml' | 'html' | 'text' | 'empty';
  /** As it came, a byte order mark included. */
  readonly text: string;
  /** JSON as parsed, XML as objects; `undefined` if it could not be read. */
  readonly value?: unknown;
  /** What stands before the first character of the answer: a byte order mark, blanks, control characters. */
  readonly before: string;
  readonly utf8: boolean;
}

export type Row = Readonly<Record<string, unknown>>;

export async function bodyOf({ bytes, headers }: Pick<Visit, 'bytes' | 'headers'>): Promise<Body> {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const before = /^[\uFEFF\s\p{Cc}]*/u.exec(text)?.[0] ?? '';
  const rest = text.slice(before.length);
  const about = { text, before, utf8: isUtf8(bytes) };
  if (rest === '') return { kind: 'empty', ...about };
  if (/^[[{]/.test(rest)) return { kind: 'json', ...about, value: jsonIn(rest) };
  if (!rest.startsWith('<')) return { kind: 'text', ...about };
  if (formatOf(rest) !== 'xml' || isPage(rest, headers.get('Content-Type') ?? '')) return { kind: 'html', ...about };
  return { kind: 'xml', ...about, value: await valueIn(text) };
}

/** The objects under one of `names`, or bare, however they are wrapped; `undefined` if there is no place for any. */
export function rowsOf(value: unknown, names: readonly string[], depth = 0): readonly Row[] | undefined {
  if (depth > 4) return undefined;
  if (Array.isArray(value)) {
    const rows = value.filter(isRow);
    if (rows.length === 0 && value.length > 0) return undefined;
    return rows.length === 1 && rows[0] && names.some((name) => name in rows[0]!)
      ? rowsOf(rows[0], names, depth + 1)
      : rows;
  }
  if (!isRow(value)) return undefined;
  const name = names.find((each) => each in value);
  if (name === undefined) return [value];
  const inner = value[name];
  return inner === null || inner === '' ? [] : rowsOf(inner, names, depth + 1);
}

/** Whether these are what they should be: none at all, or some with a field that nothing else has. */
export function haveOne(rows: readonly Row[], fields: readonly string[]): boolean {
  return rows.length === 0 || rows.some((row) => Object.keys(row).some((name) => fields.includes(bare(name))));
}

const bare = (name: string) => name.trim().toLowerCase();

/** How many rows say each word. */
export function countsOf(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field as a word; "" for what is missing, empty, or no word. */
export function wordIn(row: Row, name: string): string {
  const value = row[name];
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value).trim()
    : '';
}

const pageElements =
  /^(html|head|body|title|meta|link|base|style|script|noscript|template|main|section|article|aside|header|footer|nav|div|span|p|h[1-6]|hr|br|pre|blockquote|ul|ol|dl|li|table|form|fieldset|input|button|label|a|b|i|em|strong|small|center|font|img|svg|iframe|frameset)$/i;
const dataElements = /(^|:)(discovery|services?|service_definition|(service_)?requests?|errors?|tokens?)$/i;

/** Whether what begins like XML is a web page: its first element is one of HTML's, or the header says so and nothing speaks against it. */
function isPage(text: string, type: string): boolean {
  const [, declared = '', root = ''] =
    /^(?:(<\?xml)[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*|<!doctype[^>]*>\s*)*<([\w:.-]*)/i.exec(text) ?? [];
  if (pageElements.test(root)) return true;
  return /^\s*(text\/html|application\/xhtml)/i.test(type) && declared === '' && !dataElements.test(root);
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

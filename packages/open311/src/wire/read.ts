/**
 * The one place where the text of an answer becomes a value. What it is, JSON or XML, is told from its content. What few answers
 * need (XML, and JSON that has to be mended) is loaded when one comes.
 */
import { valueInJson } from './json.ts';
import { readingOf, type ReadingOptions } from './reading.ts';

/** How answers are asked for: the suffix of every address. */
export type Format = 'json' | 'xml';

/**
 * The value in a text, for the decoders; `undefined` if it holds none, as an HTML page does. Rejects only if a part of this package
 * cannot be loaded.
 */
export async function valueIn(text: string, options?: Pick<ReadingOptions, 'onQuirk'>): Promise<unknown> {
  const { mended } = readingOf(undefined, options);
  const marked = text.startsWith('\uFEFF');
  if (marked) mended(44, 'text');
  const unmarked = marked ? text.slice(1) : text;
  const value = valueInJson(unmarked);
  // Sixteen digits may be more than a number can hold, and every digit of an id counts.
  const mendable = value !== undefined && /(^|[^.\d])\d{16}/.test(unmarked);
  const format = value !== undefined && !mendable ? undefined : formatOf(unmarked);
  if (format === 'xml') return (await import('./xml/value-in-xml.ts')).valueInXml(unmarked, mended);
  if (format === 'json') return (await import('./mend-json.ts')).mendJson(unmarked, value, mended);
  return value;
}

/** What a text is, by its first character that can be seen; neither for HTML. */
export function formatOf(text: string): Format | undefined {
  const [, first] = /^[\0- \uFEFF]*([<{[])/.exec(text) ?? [];
  if (first !== '<') return first ? 'json' : undefined;
  return /^[\0- \uFEFF]*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<(?:!doctype\s+html|(?:html|head|body|title|div|p|h\d|br)\b)/i.test(
    text,
  )
    ? undefined
    : 'xml';
}

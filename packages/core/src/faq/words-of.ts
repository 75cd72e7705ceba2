/** The words of an answer, for the search. */
import type { FaqEntry } from './faq-entry.ts';
import { htmlText } from './html-text.ts';
import { parseMarkdown } from './markdown.ts';
import { textOf } from './piece.ts';

/** The body of an entry without markup, as text; `undefined` where it is fetched only when it is opened. */
export function wordsOf({ body, format }: Pick<FaqEntry, 'body' | 'format'>): string | undefined {
  if (body === undefined) return undefined;
  return format === 'markdown' ? textOf(parseMarkdown(body)).replace(/\s+/g, ' ').trim() : htmlText(body);
}

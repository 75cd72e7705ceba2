/** An answer as it may stand on a page. The only door: no body of any source reaches a page in another way. */
import { parseMarkdown, type FaqEntry, type Piece } from '@citydesk/core/faq';
import { toFragment, type AnswerPlace } from './to-fragment.ts';

/** A body is cut off here: nobody reads more, and a page that lays out megabytes stands still. */
const longest = 500_000;

/**
 * `body`, the answer of `entry`, as nodes in which nothing runs. Empty where nothing of it may be shown, which the console tells. DOMPurify is
 * fetched with the first answer that is HTML.
 * @throws {Error} with a message for the web editor where the page's Trusted Types allow no answers in HTML
 */
export async function safeBody(
  body: string,
  { id, format }: Pick<FaqEntry, 'id' | 'format'>,
  place?: AnswerPlace,
): Promise<DocumentFragment> {
  const pieces = await read(body.slice(0, longest), format);
  if (body.trim() && !pieces.length) {
    console.error(`citydesk: nothing of the answer "${id}" can be shown. Check what it is written in.`);
  }
  return toFragment(pieces, place);
}

async function read(body: string, format: FaqEntry['format']): Promise<readonly Piece[]> {
  if (format === 'markdown') return parseMarkdown(body);
  const { sanitize } = await import('./sanitize.ts');
  return sanitize(body);
}

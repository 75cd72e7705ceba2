/**
 * The Markdown that answers are written in: paragraphs, headings, lists, links, **strong**, *emphasis*, line breaks (two blanks, or a backslash, at
 * the end of a line). HTML in it is text. Everything else is text too, and a picture is a link.
 */
import type { Piece, PieceTag } from './piece.ts';
import { safeLink } from './safe-link.ts';

/** The pieces of a text. Takes time in proportion to its length, whatever is in it. */
export function parseMarkdown(text: string): readonly Piece[] {
  return blocks(text.split(/\r\n?|\n/), 0);
}

const item = /^ {0,3}([-*+]|\d{1,9}[.)]) +(?=\S)/;
const heading = /^ {0,3}(#{1,6}) +(\S.*)/;
/** Lists in lists in lists. */
const deepest = 4;

function blocks(lines: readonly string[], depth: number): Piece[] {
  const listOf = (line = ''): PieceTag | undefined => {
    const [, mark] = (depth < deepest && item.exec(line)) || [];
    return mark ? (mark < '0' ? 'ul' : 'ol') : undefined;
  };
  const found: Piece[] = [];
  for (let at = 0; at < lines.length;) {
    const list = listOf(lines[at]);
    /** Whether a line goes on with what the line before it says. */
    const isMore = (line = '') => lines[at - 1]!.trim() && line.trim() && !heading.test(line) && !listOf(line);
    const [, hashes, title] = heading.exec(lines[at]!) ?? [];
    const begins = at++;
    if (hashes) {
      found.push({ tag: `h${hashes.length}` as PieceTag, children: inlines(title!) });
    } else if (list) {
      const isOfIt = (line = '') => /^(\t|  )/.test(line) || listOf(line) === list;
      while (isOfIt(lines[at]?.trim() ? lines[at] : lines[at + 1]) || isMore(lines[at])) at++;
      found.push({ tag: list, children: items(lines.slice(begins, at), depth) });
    } else {
      while (isMore(lines[at])) at++;
      const children = inlines(lines.slice(begins, at).join('\n').trim());
      if (children[0]) found.push({ tag: 'p', children });
    }
  }
  return found;
}

function items(lines: readonly string[], depth: number): Piece[] {
  const found: string[][] = [];
  let indent = 0;
  for (const line of lines) {
    const blanks = line.search(/\S|$/);
    if (!found.length || (item.test(line) && blanks < 2)) {
      found.push([line.replace(item, '')]);
      indent = 0;
    } else {
      // The first line that stands farther in says how far in the rest of the item stands.
      indent ||= blanks;
      found.at(-1)!.push(line.slice(Math.min(blanks, indent)));
    }
  }
  return found.map((inside) => {
    const [first = '', ...rest] = blocks(inside, depth + 1);
    const lead = typeof first === 'object' && first.tag === 'p' ? first.children : [first];
    return { tag: 'li', children: [...lead, ...rest] };
  });
}

/**
 * What means something within a line: a mark, an escaped character, a link, an address, a break. Each part is bounded, so that no text can make
 * the search for its end long. Two stars go together from the outside: `***both***`.
 */
const meaning =
  /((?<=[^\s*])\*\*|\*\*(?!\*)|\*|(?<!\w)_|_(?!\w))|\\([!-/:-@[-`{-~])|!?\[([^[\]]{1,500})\]\(([^\s()]{1,2000})\)|(https?:\/\/[^\s<>]{0,2000}[^\s!-.:-?\]_])|(?: {2,}|\\)\n/g;

function inlines(text: string, inLink = false): readonly Piece[] {
  /** The marks that wait for their other end, each with what came since. */
  const open: [mark: string, children: Piece[]][] = [['', []]];
  const add = (piece: Piece) => piece && open.at(-1)![1].push(piece);
  let done = 0;
  const plain = (end?: number) => add(text.slice(done, end));
  const reopen = () => open.pop()!.flat().forEach(add);
  for (const { index, 0: all, 1: mark, 2: escaped, 3: words, 4: address, 5: url } of text.matchAll(meaning)) {
    plain(index);
    done = index + all.length;
    const link = address ?? url;
    if (mark) {
      const begun = open.findIndex(([other]) => other === mark);
      if (begun > 0 && /\S/.test(text[index - 1]!)) {
        while (open.length > begun + 1) reopen();
        add({ tag: mark[1] ? 'strong' : 'em', children: open.pop()![1] });
      } else if (begun < 0 && /\S/.test(text[done] ?? ' ')) open.push([mark, []]);
      else add(mark);
    } else if (link) {
      const children = words ? inlines(words, true) : [link];
      const href = inLink ? undefined : safeLink(link);
      if (href) add({ tag: 'a', href, children });
      else children.forEach(add);
    } else add(escaped ?? { tag: 'br', children: [] });
  }
  plain();
  while (open[1]) reopen();
  return open[0]![1];
}

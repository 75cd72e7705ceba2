/**
 * Builds an answer for a page, element by element. The only way in: whatever a source says, no element and no attribute is made but these, and
 * no address is linked that could run something.
 */
import { pieceTags, safeLink, type Piece } from '@citydesk/core/faq';

export interface AnswerPlace {
  /** The heading level for the answer's first rank of headings, 1 to 6. Default 4. */
  readonly level?: number | undefined;
  /** What addresses are relative to: an absolute URL. The page when undefined. */
  readonly base?: string | undefined;
}

/** The pieces as nodes of this document. */
export function toFragment(
  pieces: readonly Piece[],
  { level = 4, base = document.baseURI }: AnswerPlace = {},
): DocumentFragment {
  const highest = Math.min(...ranksIn(pieces));
  const fragment = document.createDocumentFragment();
  const put = (parent: Node, piece: Piece): void => {
    if (typeof piece === 'string') return void parent.appendChild(document.createTextNode(piece));
    const { tag, children, attributes = {} } = piece;
    const element = pieceTags.includes(tag) && elementFor(piece, tag, level - highest, base);
    if (!element) return children.forEach((child) => put(parent, child));
    for (const name of ['lang', 'dir', 'scope', 'colspan', 'rowspan']) {
      if (Object.hasOwn(attributes, name)) element.setAttribute(name, attributes[name]!);
    }
    children.forEach((child) => put(element, child));
    parent.appendChild(element);
  };
  pieces.forEach((piece) => put(fragment, piece));
  return fragment;
}

function elementFor(piece: Exclude<Piece, string>, tag: string, deeper: number, base: string): HTMLElement | undefined {
  const rank = rankOf(tag);
  if (rank) return document.createElement(`h${Math.max(1, Math.min(6, rank + deeper))}`);
  if (tag !== 'a') return document.createElement(tag);
  const href = addressOf(piece.href, base);
  return href ? Object.assign(document.createElement('a'), { href, rel: 'noopener noreferrer' }) : undefined;
}

/** Where an address leads; `undefined` for none, and for one that may not be linked. */
function addressOf(written: string | undefined, base: string): string | undefined {
  try {
    return safeLink(new URL(safeLink(written ?? '') ?? 'none:', base).href);
  } catch {
    return undefined;
  }
}

/** 1 to 6 for a heading. */
const rankOf = (tag: string) => Number(/^h(\d)$/.exec(tag)?.[1] ?? 0);

function ranksIn(pieces: readonly Piece[]): readonly number[] {
  return pieces.flatMap((piece) => {
    if (typeof piece === 'string') return [];
    const rank = rankOf(piece.tag);
    return rank ? [rank, ...ranksIn(piece.children)] : ranksIn(piece.children);
  });
}

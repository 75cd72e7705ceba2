/**
 * Reads HTML that nobody has checked. DOMPurify takes out what could run or reach beyond the answer, in a document of its own that runs
 * nothing; from what is left, only pieces of answers are taken over. What comes out is no markup, and no string of it is ever put into a page.
 */
import DOMPurify, { type Config } from 'dompurify';
import { pieceTags, type Piece, type PieceTag } from '@citydesk/core/faq';
import { citydeskPolicy } from './policy.ts';

/** What editors of the web write for what an answer has another element for. */
const others: Readonly<Record<string, PieceTag>> = { b: 'strong', i: 'em', dt: 'p', dd: 'p', pre: 'p' };
/** Boxes: their texts are paragraphs, the rest of what is in them stands for itself. */
const boxes = [
  'div',
  'section',
  'article',
  'header',
  'footer',
  'main',
  'figure',
  'figcaption',
  'blockquote',
  'center',
  'dl',
];
const attributes = ['lang', 'dir', 'scope', 'colspan', 'rowspan'];
const blocks = /^(p|h\d|[uo]l|table)$/;

const allowed: Config = {
  ALLOWED_TAGS: [...pieceTags, ...Object.keys(others), ...boxes],
  ALLOWED_ATTR: ['href', ...attributes],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOWED_URI_REGEXP: /^(?:(?:https?|mailto|tel):|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i,
  // Words on controls say nothing without them.
  ADD_FORBID_CONTENTS: ['button', 'select', 'textarea'],
};

/**
 * The safe part of `html`.
 * @throws {Error} where the page's Trusted Types allow no policy of ours
 */
export function sanitize(html: string): readonly Piece[] {
  const TRUSTED_TYPES_POLICY = citydeskPolicy() as Config['TRUSTED_TYPES_POLICY'];
  const safe = DOMPurify.sanitize(inert(html), { ...allowed, TRUSTED_TYPES_POLICY, RETURN_DOM_FRAGMENT: true });
  // A page of frames has no body, and DOMPurify gives null for it, whatever its types say.
  return inBlocks(piecesIn((safe as DocumentFragment | null) ?? document.createDocumentFragment()));
}

/**
 * A strict page reports each style of an answer, and from Chromium 156 on each event handler, as against its policy while the answer is only read, in a
 * document that is never shown. So they get names that mean nothing before: an attribute that DOMPurify drops, and an element that ends as `style` does
 * and is dropped with its content.
 */
function inert(html: string): string {
  return html
    .replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/([\s"'/])(style|on[a-z]+)(?=\s*=)/gi, '$1data-$2'))
    .replace(/<(\/?)style(?=[\s/>])/gi, '<$1noembed');
}

const piecesIn = (parent: Node): readonly Piece[] => [...parent.childNodes].flatMap(piecesOf);

function piecesOf(node: Node): readonly Piece[] {
  if (node instanceof Text) return [node.data];
  if (!(node instanceof Element)) return [];
  const name = node.localName;
  const children = piecesIn(node);
  if (boxes.includes(name)) return inBlocks(children);
  const tag = others[name] ?? pieceTags.find((one) => one === name);
  if (!tag) return children;
  // A paragraph in which a box stood.
  if (tag === 'p' && children.some(isBlock)) return inBlocks(children);
  const found = attributes.flatMap((one) => (node.hasAttribute(one) ? [[one, node.getAttribute(one)!] as const] : []));
  const href = tag === 'a' ? (node.getAttribute('href') ?? undefined) : undefined;
  return [{ tag, href, attributes: Object.fromEntries(found), children }];
}

const isBlock = (piece: Piece) => typeof piece === 'object' && blocks.test(piece.tag);
const isBlank = (piece: Piece): boolean =>
  typeof piece === 'string'
    ? !piece.trim()
    : piece.tag === 'br' || (!/^t[dhr]/.test(piece.tag) && piece.children.every(isBlank));

/** Blocks as they are, loose text between them in paragraphs, and nothing that is empty. */
function inBlocks(pieces: readonly Piece[]): readonly Piece[] {
  const found: Piece[] = [];
  let loose: Piece[] = [];
  const end = () => {
    if (!loose.every(isBlank)) found.push({ tag: 'p', children: loose });
    loose = [];
  };
  for (const piece of pieces) {
    if (!isBlock(piece)) loose.push(piece);
    else {
      end();
      if (!isBlank(piece)) found.push(piece);
    }
  }
  end();
  return found;
}

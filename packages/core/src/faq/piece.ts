/** An answer as a tree of a few kinds of pieces: all that an answer may be made of, whatever it was written in. */

/** The elements that answers are made of. What is not here never reaches a page. */
export const pieceTags = [
  ...['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'strong', 'em', 'a', 'br'],
  ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
] as const;
export type PieceTag =
  | ('p' | 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6' | 'ul' | 'ol' | 'li' | 'strong' | 'em' | 'a' | 'br')
  | ('table' | 'caption' | 'thead' | 'tbody' | 'tfoot' | 'tr' | 'th' | 'td');

/** Text, or an element with what is in it. */
export type Piece = string | Element;
interface Element {
  readonly tag: PieceTag;
  /** Of a link, as it was written. */
  readonly href?: string | undefined;
  /** Further attributes, such as `colspan`. */
  readonly attributes?: Readonly<Record<string, string>> | undefined;
  readonly children: readonly Piece[];
}

/** The text of pieces, with blanks between blocks. */
export function textOf(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      const space = /^(a|em|strong)$/.test(piece.tag) ? '' : ' ';
      return space + textOf(piece.children) + space;
    })
    .join('');
}

/** Words of strangers in lines of one kind. */

import { plainText } from '../mail/one-line.ts';

/** The lines of a text, whatever parted them. */
export function linesOf(text: string): readonly string[] {
  return plainText(text.trim())
    .split(/[\n\u2028\u2029]/)
    .map((line) => line.trimEnd());
}

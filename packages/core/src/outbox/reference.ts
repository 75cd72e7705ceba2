/** The short word for a report that people can read to each other, made of its id. */

/** Without letters that look or sound like others. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * `CD-XXXX-XXXX`: the first 40 bits of the id, five a letter. The same id always gives the same word.
 * @param reportId a UUID
 */
export function referenceOf(reportId: string): string {
  let bits = BigInt(`0x${reportId.replace(/-/g, '').slice(0, 10)}`);
  let word = '';
  for (let at = 0; at < 8; at++) {
    word = letters[Number(bits & 31n)]! + word;
    bits >>= 5n;
  }
  return `CD-${word.slice(0, 4)}-${word.slice(4)}`;
}

/** What the report says of its reference, behind its own words. Said once only. */
export function withReference(description: string | undefined, reference: string): string {
  const words = description?.trim() ?? '';
  return words.includes(reference) ? words : [words, `(Reference ${reference})`].filter(Boolean).join('\n\n');
}

/** Characters that `withReference` adds at most. */
export const referenceLength = '\n\n(Reference CD-XXXX-XXXX)'.length;

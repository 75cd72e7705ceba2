/** Whom to tell of a hole in the relay (RFC 9116). */

const day = 86_400_000;

/** @param contact `mailto:`, `tel:` or `https:`; @param address where this text answers */
export function securityTxt(contact: string, address: string, now: number, lang = 'en'): string {
  // A day that stays the same for a month, so that the text does too; RFC 9116 wants it less than a year ahead.
  const expires = new Date((Math.floor(now / (30 * day)) + 6) * 30 * day).toISOString().replace('.000', '');
  return [
    `Contact: ${contact.replace(/[\r\n]/g, '')}`,
    `Expires: ${expires}`,
    `Preferred-Languages: ${lang}`,
    `Canonical: ${address}`,
    '',
  ].join('\n');
}

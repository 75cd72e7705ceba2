/** Text as phrases of danger are looked up in it. */

/** Small letters without accents, apostrophes and hyphens; a letter that is doubled counts once, so that "gass" and "smel" are right. */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}'’`´]/gu, '')
    .toLowerCase()
    .replace(/[-–—_/"“”*\s]+/g, (blank) => (blank.includes('\n') ? '\n' : ' '))
    .replace(/([a-z])\1+/g, '$1');

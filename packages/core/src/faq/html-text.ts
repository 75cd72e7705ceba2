/** The text of HTML, for titles and for the search. Not for safety: what comes out is text and has to be shown as text. */

const named: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', hellip: '…', ndash: '–', mdash: '—' },
  ...{ lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', shy: '' },
};

/** The words of `html`, without tags, scripts and styles, with character references read. */
export function htmlText(html: string): string {
  return html
    .replace(/<(script|style)\b[^>]*>[^]*?(<\/\1\s*>|$)/gi, ' ')
    .replace(/<!--[^]*?(-->|$)/g, ' ')
    .replace(/<\/?(a|abbr|b|bdi|em|i|span|strong|sub|sup|wbr)\b[^<>]*>/gi, '')
    .replace(/<[/!?a-z][^<>]*>/gi, ' ')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (all, decimal, hex, name) => {
      if (name) return named[name as string] ?? (all as string);
      const point = decimal ? Number(decimal) : parseInt(hex as string, 16);
      return point > 0 && point < 0x110000 ? String.fromCodePoint(point) : '\uFFFD';
    })
    .replace(/\s+/g, ' ')
    .trim();
}

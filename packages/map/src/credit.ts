/** Whose data the map shows. Sources say so in HTML of their own; only its words and its plain links are taken over. */

export interface CreditPart {
  readonly text: string;
  /** An absolute http or https address. */
  readonly href?: string | undefined;
}

/** The words and links of one source's attribution. */
export function creditOf(html: string): readonly CreditPart[] {
  const parts: { text: string; href?: string | undefined }[] = [];
  let href: string | undefined;
  const readable = html.replace(/<!--[^]*?(-->|$)/g, '').replace(/<(script|style)\b[^]*?(<\/\1\s*>|$)/gi, '');
  for (const [, tag, text] of readable.matchAll(/(<\/?[a-z](?:"[^"]*"|'[^']*'|[^'">])*>)|([^<]+|<)/gi)) {
    if (tag) {
      if (/^<\/?a\b/i.test(tag)) href = plainLink(tag);
      continue;
    }
    const words = decoded(text ?? '').replace(/\s+/g, ' ');
    const last = parts.at(-1);
    if (last && last.href === href) last.text += words;
    else if (words) parts.push({ text: words, href });
  }
  return parts;
}

/** The line for all sources: each attribution once. */
export function creditLine(attributions: Iterable<string>): readonly Node[] {
  const nodes: Node[] = [];
  for (const one of new Set(attributions)) {
    const parts = creditOf(one);
    if (!parts.some(({ text }) => text.trim())) continue;
    if (nodes.length) nodes.push(document.createTextNode(' · '));
    nodes.push(...parts.map(nodeOf));
  }
  return nodes;
}

function nodeOf({ text, href }: CreditPart): Node {
  if (!href) return document.createTextNode(text);
  const link = document.createElement('a');
  link.href = href;
  // The form stays where it is.
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  link.textContent = text;
  return link;
}

function plainLink(tag: string): string | undefined {
  const [, double, single, bare] = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(tag) ?? [];
  const address = decoded(double ?? single ?? bare ?? '').trim();
  // `URL.canParse` came after the oldest browsers we know.
  try {
    const { protocol, href } = new URL(address);
    return protocol === 'https:' || protocol === 'http:' ? href : undefined;
  } catch {
    return undefined;
  }
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  copy: '©',
  reg: '®',
  nbsp: '\u00a0',
  middot: '·',
};

function decoded(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (whole: string, hex, number, name) => {
    if (name) return named[name.toLowerCase()] ?? whole;
    const code = hex ? parseInt(hex, 16) : Number(number);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

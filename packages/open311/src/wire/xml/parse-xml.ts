/**
 * A small XML parser that runs everywhere: elements, attributes, text, CDATA. It forgives what cities get wrong in text (a bare `&`
 * or `<`, `&nbsp;`, control characters) and nothing in structure, so that half an answer is none. Its time is linear in the text; no entity
 * is expanded but the five of XML, `&nbsp;` and numbers; a document type is skipped, and names lose their prefixes.
 */

export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
  /** All text directly inside, blanks at its ends included. */
  readonly text: string;
}

interface Open extends Element {
  readonly fullName: string;
  readonly children: Open[];
  text: string;
}

/** Elements inside each other; real answers have six. */
const deepest = 64;

/** The root element; `undefined` if the text is no whole document. `mended` is told that something in a text was put right. */
export function parseXml(xml: string, mended: () => void): Element | undefined {
  // oxlint-disable-next-line no-control-regex
  const text = xml.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f\uFFFE\uFFFF]/g, () => (mended(), ''));
  const open: Open[] = [];
  let root: Open | undefined;
  let at = 0;

  /** Whether text may stand here. */
  function addText(words: string): boolean {
    const parent = open.at(-1);
    if (parent) parent.text += words;
    return parent !== undefined || words.trim() === '';
  }

  while (at < text.length) {
    const mark = text.indexOf('<', at);
    const words = text.slice(at, mark < 0 ? undefined : mark);
    if (!addText(unescapeText(words, mended))) return undefined;
    if (mark < 0) break;
    if (text.startsWith('<!', mark) || text.startsWith('<?', mark)) {
      const end = endOfSpecial(text, mark);
      if (end < 0) return undefined;
      if (text.startsWith('<![CDATA[', mark) && !addText(text.slice(mark + 9, end - 3))) return undefined;
      at = end;
      continue;
    }
    const tag = tagAt(text, mark);
    if (!tag) {
      // A bare "<", as in "width < 3 m".
      mended();
      if (!addText('<')) return undefined;
      at = mark + 1;
      continue;
    }
    at = tag.end;
    if (tag.closes) {
      if (open.pop()?.fullName !== tag.name) return undefined;
      continue;
    }
    const element: Open = {
      fullName: tag.name,
      name: tag.name.replace(/^.*:/, ''),
      attributes: attributesIn(tag.inside, mended),
      children: [],
      text: '',
    };
    if (open.length === 0 && root) return undefined;
    root ??= element;
    open.at(-1)?.children.push(element);
    if (!tag.empty && open.push(element) > deepest) return undefined;
  }
  return open.length === 0 ? root : undefined;
}

/** Behind a comment, CDATA, an instruction or a document type; -1 if it does not end. */
function endOfSpecial(text: string, mark: number): number {
  const behind = (end: string, from: number) => {
    const found = text.indexOf(end, from);
    return found < 0 ? -1 : found + end.length;
  };
  if (text.startsWith('<!--', mark)) return behind('-->', mark + 4);
  if (text.startsWith('<![CDATA[', mark)) return behind(']]>', mark + 9);
  if (text.startsWith('<?', mark)) return behind('?>', mark + 2);
  const plain = behind('>', mark);
  // Looked for within this markup alone: the rest of the text may be long, and have many of these.
  const bracket = plain < 0 ? -1 : text.slice(mark, plain).indexOf('[');
  if (bracket < 0) return plain;
  const inner = behind(']', mark + bracket);
  return inner < 0 ? -1 : behind('>', inner);
}

interface Tag {
  readonly name: string;
  readonly inside: string;
  readonly closes: boolean;
  readonly empty: boolean;
  readonly end: number;
}

const tagName = /<(\/?)([\p{L}_][^\s/<>="'&]*)/uy;
const tagEnd = /[<>"']/g;

/** The tag that begins at `mark`; `undefined` if none does. */
function tagAt(text: string, mark: number): Tag | undefined {
  tagName.lastIndex = mark;
  const [, slash, name = ''] = tagName.exec(text) ?? [];
  if (slash === undefined) return undefined;
  const from = mark + 1 + slash.length + name.length;
  let end = from;
  for (;;) {
    tagEnd.lastIndex = end;
    const found = tagEnd.exec(text);
    if (!found || found[0] === '<') return undefined;
    if (found[0] === '>') {
      const inside = text.slice(from, found.index);
      return { name, inside, closes: slash !== '', empty: inside.endsWith('/'), end: found.index + 1 };
    }
    const quote = text.indexOf(found[0], found.index + 1);
    if (quote < 0) return undefined;
    end = quote + 1;
  }
}

function attributesIn(inside: string, mended: () => void): ReadonlyMap<string, string> {
  if (!inside.includes('=')) return none;
  const pairs = inside.matchAll(/(?:^|[\s"'])([^\s=/"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  return new Map([...pairs].map(([, name = '', a, b = '']) => [name, unescapeText(a ?? b, mended)]));
}

const none: ReadonlyMap<string, string> = new Map();
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeText(words: string, mended: () => void): string {
  if (!words.includes('&')) return words;
  return words.replace(
    /&(?:#(x[\da-f]{1,8}|\d{1,9})|(amp|lt|gt|quot|apos|nbsp));|&/gi,
    (_, code?: string, name?: string) => {
      if (code !== undefined) return character(Number(`${/^x/i.test(code) ? '0' : ''}${code.toLowerCase()}`), mended);
      const known = name && entities[name.toLowerCase()];
      if (known) return known;
      mended();
      return name ? '\u00A0' : '&';
    },
  );
}

/** Characters that XML does not know are left out, or shown as unknown. */
function character(code: number, mended: () => void): string {
  const sound =
    code === 9 || code === 10 || code === 13 || (code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff));
  if (sound) return String.fromCodePoint(code);
  mended();
  return code < 32 ? '' : '\uFFFD';
}

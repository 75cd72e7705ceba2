/** What a resident gives to find a report: numbers as typed, or the link of the receipt. */

/** A report's number, or the token that stands for it until it has one. */
export interface Reference {
  readonly reference: string;
  readonly isToken: boolean;
}

const start = '#citydesk:';
/** More at once would be no look at one's own reports. */
const most = 20;

/** The reports named in a link's fragment: `#citydesk:request=…&request=…`, or `token=…`. Empty for any other fragment. */
export function referencesInFragment(fragment: string): readonly Reference[] {
  if (!fragment.startsWith(start)) return [];
  const said = [...new URLSearchParams(fragment.slice(start.length))];
  return unique(
    said.flatMap(([name, value]) =>
      name === 'request' || name === 'token' ? [{ reference: value.trim(), isToken: name === 'token' }] : [],
    ),
  );
}

/** The fragment that leads to these reports. */
export function fragmentFor(references: readonly Reference[]): string {
  const pairs = references.map(({ reference, isToken }) => [isToken ? 'token' : 'request', reference]);
  // encodeURIComponent and not URLSearchParams: `+` for a blank does not survive every mail program.
  return (
    start +
    pairs.map(([name, value]) => `${name}=${encodeURIComponent(value!.replace(/\p{Surrogate}/gu, '\uFFFD'))}`).join('&')
  );
}

/** Numbers as typed: several with commas or on lines, with `#` or "No." before them; or a whole link, pasted. */
export function referencesIn(typed: string): readonly Reference[] {
  const links = typed.split(/\s+/).filter((piece) => piece.includes(start));
  if (links.length) return unique(links.flatMap((link) => referencesInFragment(link.slice(link.indexOf(start)))));
  const numbers = typed.split(/[,;\n]+/).flatMap(words);
  return unique(
    numbers.map((number) => ({
      reference: number.trim().replace(/^(#|№|no\.)\s*/i, ''),
      isToken: false,
    })),
  );
}

/** Blanks part numbers where each piece could be one; an id may hold blanks itself. */
function words(piece: string): readonly string[] {
  const parts = piece.trim().split(/\s+/);
  return parts.every((part) => /\d{3}/.test(part)) ? parts : [piece];
}

function unique(references: readonly Reference[]): readonly Reference[] {
  const seen = new Map(references.filter(({ reference }) => reference).map((one) => [one.reference, one]));
  return [...seen.values()].slice(0, most);
}

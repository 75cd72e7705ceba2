/** Values → XML, the way GeoReport's JSON and XML stand for each other: a list `services` holds elements `service`. */

/** What the elements are called that JSON has no names for. */
export interface XmlShape {
  /** The element around everything. */
  readonly root: string;
  /** Each row of the root's list. */
  readonly item: string;
}

/** A whole document. Fields that are `undefined` are left out; null and '' are empty elements. */
export function xmlText(value: unknown, { root, item }: XmlShape): string {
  const inside = Array.isArray(value) ? listed(value, item) : children(value);
  return `<?xml version="1.0" encoding="utf-8"?>\n${tag(root, inside)}`;
}

function element(name: string, value: unknown): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) return tag(name, listed(value, singular(name)));
  if (typeof value === 'object' && value !== null) return tag(name, children(value));
  return tag(name, escaped(String(value ?? '')));
}

function listed(values: readonly unknown[], item: string): string {
  return values.map((each) => element(item, each)).join('');
}

function children(value: unknown): string {
  return Object.entries(value ?? {})
    .map(([name, each]) => element(name, each))
    .join('');
}

/** Every name comes from our own tables, so it is one that an element may have. */
function tag(name: string, inside: string): string {
  return inside === '' ? `<${name}/>` : `<${name}>${inside}</${name}>`;
}

function singular(name: string): string {
  return name.length > 1 && name.endsWith('s') ? name.slice(0, -1) : 'item';
}

const marks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  // A parser would turn it into a line feed.
  '\r': '&#13;',
};

/** Text that no parser reads as anything else. What XML cannot hold at all is shown as unknown. */
function escaped(text: string): string {
  return text
    .replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]|\p{Surrogate}/gu, '\uFFFD')
    .replace(/[&<>"'\r]/g, (mark) => marks[mark] ?? mark);
}

/** Values → XML, the way GeoReport's JSON and XML stand for each other: a list `services` holds elements `service`. */

/** What the elements are called that JSON has no names for. */
export interface XmlShape {
  /** The element around everything. */
  readonly root: string;
  /** Each row of the root's list. */
  readonly item: string;
  /** Each row of any list inside. Default: the list's name without its plural s. */
  readonly inner?: string;
  /** Written into the root's tag as it is. */
  readonly rootAttributes?: string;
  /** Nothing is `xsi:nil="true"` in place of an empty element. */
  readonly nil?: boolean;
}

/** A whole document. Fields that are `undefined` are left out; null and '' are empty elements. */
export function xmlText(value: unknown, shape: XmlShape): string {
  const { root, item, rootAttributes = '' } = shape;
  const inside = Array.isArray(value) ? listed(value, item, shape) : children(value, shape);
  return `<?xml version="1.0" encoding="utf-8"?>\n${tag(root, inside, rootAttributes && ` ${rootAttributes}`)}`;
}

function element(name: string, value: unknown, shape: XmlShape): string {
  if (value === undefined) return '';
  if (value === null && shape.nil) {
    return tag(name, '', ' xsi:nil="true" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"');
  }
  if (Array.isArray(value)) return tag(name, listed(value, shape.inner ?? singular(name), shape));
  if (typeof value === 'object' && value !== null) return tag(name, children(value, shape));
  return tag(name, escaped(String(value ?? '')));
}

function listed(values: readonly unknown[], item: string, shape: XmlShape): string {
  return values.map((each) => element(item, each, shape)).join('');
}

function children(value: unknown, shape: XmlShape): string {
  return Object.entries(value ?? {})
    .map(([name, each]) => element(name, each, shape))
    .join('');
}

function tag(name: string, inside: string, attributes = ''): string {
  const safe = elementName(name);
  return inside === '' ? `<${safe}${attributes}/>` : `<${safe}${attributes}>${inside}</${safe}>`;
}

function singular(name: string): string {
  return name.length > 1 && name.endsWith('s') ? name.slice(0, -1) : 'item';
}

/** Some fields are named by strangers (`attribute[size]`); what no element may be called becomes a dash below. */
function elementName(name: string): string {
  return name.replace(/[^\w.-]/g, '_').replace(/^(?![A-Za-z_])/, '_');
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
export function escaped(text: string): string {
  return text
    .replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]|\p{Surrogate}/gu, '\uFFFD')
    .replace(/[&<>"'\r]/g, (mark) => marks[mark] ?? mark);
}

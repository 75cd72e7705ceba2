/**
 * The text of an XML answer → the value its JSON would have, as far as XML tells: an element with children is an object, one that is
 * repeated a list, all else a word or null. Whether one thing is a list of one is left to the decoders, who know where lists are due.
 */
import { fromXml, type Reading } from '../reading.ts';
import { parseXml, type Element } from './parse-xml.ts';

/** Roots and their rows by the spec. */
const specNames = new Map([
  ['discovery', ''],
  ['services', 'service'],
  ['service_definition', ''],
  ['service_requests', 'request'],
  ['errors', 'error'],
  // An extension that knows no other.
  ['service_request_updates', 'request_update'],
]);

/** An object with the root's name, marked as XML; `undefined` if the text is no whole XML document. */
export function valueInXml(text: string, mended: Reading['mended']): unknown {
  if (/^\s+</.test(text)) mended(43, 'text');
  if (/^\s*<\?xml[^>]*\sencoding\s*=\s*["']utf-?16/i.test(text)) mended(42, 'encoding');
  const root = parseXml(text, () => mended(43, 'text'));
  if (!root || /^(html|head|body)$/i.test(root.name)) return undefined;
  const row = specNames.get(root.name);
  if (row === undefined || (row && root.children.some(({ name }) => name !== row))) mended(41, root.name);
  return Object.assign(empty(), { [root.name]: valueOf(root, mended), [fromXml]: true });
}

/** Without a prototype: names are the city's. */
function empty(): Record<string | symbol, unknown> {
  return Object.create(null) as Record<string | symbol, unknown>;
}

function valueOf({ name, attributes, children, text }: Element, mended: Reading['mended']): unknown {
  for (const [key, value] of attributes) {
    if (/(^|:)nil$/.test(key) && value === 'true') {
      mended(41, `${name} nil`);
      return null;
    }
    if (key === 'is_array' || (key === 'type' && value === 'array')) mended(41, `${name} ${key}`);
  }
  if (children.length === 0) return text.trim() || null;
  const object = empty();
  for (const child of children) {
    const value = valueOf(child, mended);
    const before = object[child.name];
    if (!(child.name in object)) object[child.name] = value;
    else if (Array.isArray(before)) before.push(value);
    else object[child.name] = [before, value];
  }
  return object;
}

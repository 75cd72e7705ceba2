/** How a resident in a test reads a screen: names of controls, and text as it stands there. */

/** The accessible name, as far as our own markup goes: labels, the legend of a group, else the text. */
export function nameOf(element: Element): string {
  const labels = (element as HTMLInputElement).labels;
  const legend = element.localName === 'fieldset' ? element.querySelector('legend') : null;
  const source = labels?.length ? [...labels] : [legend ?? element];
  return clean(source.map((one) => one.textContent).join(' '));
}

const html = 'http://www.w3.org/1999/xhtml';

/** All text below a node that is shown, block by block. Of any page: a frame has classes of its own. */
export function readable(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return (node as Text).data;
  const element = (node as Element).namespaceURI === html ? (node as HTMLElement) : undefined;
  if (element && (element.hidden || /^(style|input)$/.test(element.localName))) return '';
  const block = element && !/^(span|bdi|a|strong)$/.test(element.localName);
  return [...node.childNodes].map(readable).join('').replace(/\s+/g, ' ') + (block ? ' ' : '');
}

export const clean = (text: string): string => text.replace(/\s+/g, ' ').trim();

export const has = (text: string, words: string | RegExp): boolean =>
  typeof words === 'string' ? clean(text).includes(words) : words.test(clean(text));

/** How a resident in a test reads a screen: names of controls, and text as it stands there. */

/** The accessible name, as far as our own markup goes: labels, the legend of a group, else the text. */
export function nameOf(element: Element): string {
  const labels = (element as HTMLInputElement).labels;
  const legend = element instanceof HTMLFieldSetElement ? element.querySelector('legend') : null;
  const source = labels?.length ? [...labels] : [legend ?? element];
  return clean(source.map((one) => one.textContent).join(' '));
}

/** All text below a node that is shown, block by block. */
export function readable(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof HTMLElement && (node.hidden || node.localName === 'style')) return '';
  if (node instanceof HTMLInputElement) return '';
  const block = node instanceof HTMLElement && !/^(span|bdi|a|strong)$/.test(node.localName);
  return [...node.childNodes].map(readable).join('').replace(/\s+/g, ' ') + (block ? ' ' : '');
}

export const clean = (text: string): string => text.replace(/\s+/g, ' ').trim();

export const has = (text: string, words: string | RegExp): boolean =>
  typeof words === 'string' ? clean(text).includes(words) : words.test(clean(text));

// The part that runs inside the page: finds elements by role and accessible name through all open shadow roots. It is sent as text to every
// engine, so it uses nothing from outside itself, and is the same for those that cannot ask for roles.

/** The functions below as the text of a script that defines `find(role, name)` and `visibleText()`. */
export function finderScript(): string {
  return [elementsIn, nameOf, roleOf, isShown, find, visibleText].map(String).join('\n');
}

/** Every element of a tree in reading order, shadow roots in the place of their host's children. */
export function elementsIn(root: Document | ShadowRoot | Element): Element[] {
  const children = root instanceof HTMLSlotElement ? root.assignedElements({ flatten: true }) : [...root.children];
  const own = root instanceof HTMLSlotElement && children.length === 0 ? [...root.children] : children;
  return own.flatMap((child) => [child, ...elementsIn(child.shadowRoot ?? child)]);
}

export function isShown(element: Element): boolean {
  return element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';
}

export function nameOf(element: Element): string {
  const root = element.getRootNode() as Document | ShadowRoot;
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const labels = 'labels' in element ? [...((element.labels as NodeListOf<Element> | null) ?? [])] : [];
  const legend = element instanceof HTMLFieldSetElement ? element.querySelector(':scope > legend') : null;
  const words =
    ids.map((id) => root.getElementById(id)?.textContent ?? '').join(' ') ||
    element.getAttribute('aria-label') ||
    labels.map((label) => label.textContent).join(' ') ||
    (legend ?? element).textContent ||
    '';
  return words.replace(/\s+/g, ' ').trim();
}

export function roleOf(element: Element): string {
  const said = element.getAttribute('role');
  if (said) return said;
  const tag = element.localName;
  if (tag === 'a') return element.hasAttribute('href') ? 'link' : '';
  if (tag === 'button' || tag === 'summary') return 'button';
  if (tag === 'select') return 'combobox';
  if (tag === 'textarea') return 'textbox';
  if (tag === 'fieldset') return 'group';
  if (/^h[1-6]$/.test(tag)) return 'heading';
  if (!(element instanceof HTMLInputElement)) return '';
  if (element.type === 'radio' || element.type === 'checkbox') return element.type;
  return /^(submit|button)$/.test(element.type) ? 'button' : 'textbox';
}

function find(role: string, name: string, within?: Element): Element | undefined {
  const wanted = name.toLowerCase();
  return elementsIn(within ? (within.shadowRoot ?? within) : document).find((element) => {
    if (roleOf(element) !== role || !nameOf(element).toLowerCase().startsWith(wanted)) return false;
    // Radios and ticks may be drawn by their label.
    const drawn =
      'labels' in element ? [element, ...((element.labels as NodeListOf<Element> | null) ?? [])] : [element];
    return drawn.some(isShown);
  });
}

/** All text a reader can see, the values of fields left out. */
export function visibleText(): string {
  const shown = (node: Node): string => {
    if (node instanceof Text) return node.data;
    if (!(node instanceof Element)) return '';
    if (/^(script|style|template|noscript)$/.test(node.localName)) return '';
    const inline = getComputedStyle(node).display.startsWith('inline') || getComputedStyle(node).display === 'contents';
    if (getComputedStyle(node).display !== 'contents' && !isShown(node)) return '';
    const assigned = node instanceof HTMLSlotElement ? node.assignedNodes({ flatten: true }) : [];
    const children = assigned.length > 0 ? assigned : [...(node.shadowRoot ?? node).childNodes];
    return inline ? children.map(shown).join('') : `\n${children.map(shown).join('')}\n`;
  };
  return shown(document.body)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}

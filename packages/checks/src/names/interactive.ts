// The part that runs inside the page, in every engine: all that can be operated, in reading order, with a way to each that is the same everywhere. It is
// sent as text, so that it uses nothing from outside but what is sent with it.

import { elementsIn } from '../drive/finder.ts';

/** What the page itself knows of something that can be operated. */
export interface Found {
  /** Through the shadow roots, outermost first: `citydesk-faq-panel:1 » section:1/button:2`. */
  readonly path: string;
  readonly tag: string;
  /** The words that are seen on it, or on its label. */
  readonly seen: string;
}

/** The body of a function that gives `[found, elements]`. */
export function interactiveScript(): string {
  return `${[elementsIn, isWithin, wayTo, seenOn, interactive].map(String).join('\n')}
    return interactive();`;
}

export function interactive(): [Found[], Element[]] {
  const roles = 'button|link|tab|option|checkbox|radio|switch|combobox|textbox|searchbox|slider|spinbutton|menuitem';
  const native = 'a[href], button, input:not([type=hidden]), select, textarea, summary, option';
  const all = [native, ...roles.split('|').map((role) => `[role~=${role}]`), '[tabindex="0"]'].join(', ');
  const everything = elementsIn(document.body);
  // Where a dialog is in front, nothing behind it can be operated.
  const front = everything.findLast((element) => element.matches('dialog:modal'));
  const elements = everything.filter((element) => {
    if (!element.matches(all) || isWithin(element, '[aria-hidden=true], [inert]')) return false;
    if (front && !elementsIn(front).includes(element)) return false;
    // Options are seen when their list is open, radios and ticks may be drawn by their label.
    if (element instanceof HTMLOptionElement) return element.closest('select')!.checkVisibility();
    const drawn = [element, ...(((element as HTMLInputElement).labels ?? []) as Iterable<Element>)];
    return drawn.some((one) => one.checkVisibility({ checkVisibilityCSS: true }));
  });
  const found = elements.map((element) => ({
    path: wayTo(element),
    tag: element.localName + (element instanceof HTMLInputElement ? `[type=${element.type}]` : ''),
    seen: seenOn(element),
  }));
  return [found, elements];
}

/** Looks up through the shadow roots. */
function isWithin(element: Element, selector: string): boolean {
  if (element.closest(selector)) return true;
  const { host } = element.getRootNode() as ShadowRoot;
  return Boolean(host) && isWithin(host, selector);
}

function wayTo(element: Element): string {
  const steps: string[] = [];
  for (let one: Element | null = element; one && one !== document.body; one = one.parentElement) {
    const { localName, parentNode } = one;
    const alike = [...(parentNode as ParentNode).children].filter((other) => other.localName === localName);
    steps.unshift(`${localName}:${alike.indexOf(one) + 1}`);
  }
  const { host } = element.getRootNode() as ShadowRoot;
  return (host ? `${wayTo(host)} » ` : '') + steps.join('/');
}

function seenOn(element: Element): string {
  const labels = [...(((element as HTMLInputElement).labels ?? []) as Iterable<HTMLElement>)];
  const isField = /^(input|select|textarea)$/.test(element.localName);
  const isPress = element instanceof HTMLInputElement && /^(submit|button|reset)$/.test(element.type);
  const words = (one: Element): string => {
    // What is hidden from readers, such as an icon of letters, is no word to say.
    if (one.getAttribute('aria-hidden') === 'true' || !one.checkVisibility()) return '';
    return [...one.childNodes]
      .map((node) => (node instanceof Element ? words(node) : node instanceof Text ? node.data : ''))
      .map((text, at) => (one.childNodes[at] instanceof Element ? ` ${text} ` : text))
      .join('');
  };
  // A part that can only be scrolled is named by its heading; what stands in it is no name.
  if (element.matches('[tabindex]:not(a, button, input, select, textarea, summary, [role])')) return '';
  if (/^(group|region|application)$/.test(element.getAttribute('role') ?? '')) return '';
  if (isPress) return element.value;
  if (element instanceof HTMLOptionElement) return element.label;
  return (isField ? labels.map(words).join(' ') : words(element)).replace(/\s+/g, ' ').trim();
}

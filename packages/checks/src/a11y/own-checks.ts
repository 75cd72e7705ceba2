// What both engines miss, looked for on the page as it stands. Runs in the browser, through every open shadow root.

import { elementsIn, isShown, nameOf, roleOf } from '../drive/finder.ts';
import { clicked } from '../states/clicked.ts';
import type { Finding } from './finding.ts';

type Told = Pick<Finding, 'rule' | 'message'> & { readonly at: Element };

const controls = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex], [role=option]';
const fields = 'input:not([type=hidden], [type=submit], [type=button], [type=file]), select, textarea';
const live = '[role=status], [role=alert], [role=log], [aria-live=polite], [aria-live=assertive]';
const smallest = 44;
const vague = /^(here|click here|more|read more|learn more|see more|link|this|details|go|open|info|download)[.…]?$/i;

/** Every check in turn. */
export function ownChecks(): readonly Finding[] {
  const all = elementsIn(document.body);
  const shown = all.filter((one) => isShown(one) && one.checkVisibility());
  return [
    ...smallTargets(shown),
    ...pressedWithoutRole(all),
    ...ungroupedChoices(shown),
    ...vagueLinks(shown),
    ...markedByColor(shown),
    ...unseenLabels(shown),
    ...untiedErrors(shown),
    ...personalFields(shown),
    ...skippedLevels(shown),
    ...tabOrder(all),
    ...silentWidgets(all),
    ...unmarkedLanguages(shown),
    ...draggedOnly(shown),
    ...doubledIds(all),
  ].map(({ at, rule, message }) => ({
    by: 'own',
    rule,
    message: `${message} ${at.outerHTML.slice(0, 160)}`,
    target: wayTo(at),
  }));
}

function smallTargets(shown: readonly Element[]): Told[] {
  return shown
    .filter((one) => one.matches(controls) && !one.matches('[tabindex="-1"]:not([role=option])') && !isInSentence(one))
    .map((one) => ({ at: one, box: targetOf(one) }))
    .filter(({ box }) => box.width < smallest - 0.5 || box.height < smallest - 0.5)
    .map(({ at, box }) => ({
      at,
      rule: 'target-44',
      message: `It is ${Math.round(box.width)} by ${Math.round(box.height)} pixels.`,
    }));
}

/** A tick and its label are one target. */
function targetOf(element: Element): { width: number; height: number } {
  const boxes = [element, ...labelsOf(element)].map((one) => one.getBoundingClientRect());
  const width = Math.max(...boxes.map(({ right }) => right)) - Math.min(...boxes.map(({ left }) => left));
  const height = Math.max(...boxes.map(({ bottom }) => bottom)) - Math.min(...boxes.map(({ top }) => top));
  return element.matches('[type=radio], [type=checkbox]') ? { width, height } : boxes[0]!;
}

/** A link in a line of text is as high as the line. */
function isInSentence(element: Element): boolean {
  if (element.localName !== 'a' || getComputedStyle(element).display !== 'inline') return false;
  const block = blockOf(element);
  return tidy(block.textContent).length > tidy(element.textContent).length;
}

function blockOf(element: Element): Element {
  const parent = element.parentElement;
  if (!parent || getComputedStyle(element).display !== 'inline') return element;
  return getComputedStyle(parent).display === 'inline' ? blockOf(parent) : parent;
}

/** What answers to the mouse and neither has a role for it nor takes the focus. */
function pressedWithoutRole(all: readonly Element[]): Told[] {
  const pressable = 'a[href], button, input, select, textarea, summary, label, option';
  const roles = /^(button|link|checkbox|radio|switch|tab|menuitem|option)$/;
  const isOne = (one: Element): boolean =>
    one.matches(pressable) || (roles.test(roleOf(one)) && (one.matches('[tabindex]') || roleOf(one) === 'option'));
  // What stands in a form, a fold or a dialog is no part of a control.
  const isAround = (one: Element): boolean => isOne(one) && !one.matches('form, details, dialog');
  const isInOne = (one: Element): boolean => isOne(one) || isWithin(one.parentElement);
  const isWithin = (one: Element | null): boolean => !!one && (isAround(one) || isWithin(one.parentElement));
  return all
    .filter((one) => isShown(one) && !isInOne(one))
    .filter((one) => {
      const hears = clicked.has(one) || one.hasAttribute('onclick') || !!(one as HTMLElement).onclick;
      // Whoever listens for what stands inside is no button.
      if (hears && one.matches('form, fieldset, details, dialog')) return false;
      if (hears) return !one.querySelector(controls) && !one.shadowRoot && !(one instanceof HTMLSlotElement);
      const above = one.parentElement;
      return getComputedStyle(one).cursor === 'pointer' && (!above || getComputedStyle(above).cursor !== 'pointer');
    })
    .map((at) => ({ at, rule: 'press-role', message: 'It can be pressed, but has no role for that, or no focus.' }));
}

function ungroupedChoices(shown: readonly Element[]): Told[] {
  const choices = shown.flatMap((one) =>
    one instanceof HTMLInputElement && /^(radio|checkbox)$/.test(one.type) && one.name ? one : [],
  );
  const found: Told[] = [];
  for (const one of choices) {
    const others = choices.filter((other) => other.name === one.name && other.getRootNode() === one.getRootNode());
    if (others.length < 2 || others[0] !== one) continue;
    const group = one.closest('fieldset, [role=radiogroup], [role=group]');
    const isNamed = !!group && tidy(nameOfGroup(group)) !== '';
    if (!isNamed)
      found.push({ at: one, rule: 'choices-grouped', message: 'Its choices stand in no group with a name.' });
  }
  return found;
}

function nameOfGroup(group: Element): string {
  if (group.localName === 'fieldset' && !group.matches('[aria-label], [aria-labelledby]'))
    return group.querySelector(':scope > legend')?.textContent ?? '';
  return group.matches('[aria-label], [aria-labelledby]') ? nameOf(group) : '';
}

function vagueLinks(shown: readonly Element[]): Told[] {
  return shown
    .filter((one) => roleOf(one) === 'link' && vague.test(tidy(nameOf(one))))
    .map((at) => ({ at, rule: 'link-words', message: 'Its words do not say where it leads.' }));
}

/** A label that differs from the others by its colour, or has a star that only eyes can see. */
function markedByColor(shown: readonly Element[]): Told[] {
  const found: Told[] = [];
  const labels = shown.filter((one) => one.matches('label.label, legend, label:not([class])'));
  const colors = labels.map((one) => getComputedStyle(one).color);
  const usual = [...colors].sort((one, other) => count(colors, other) - count(colors, one))[0];
  for (const [at, label] of labels.entries()) {
    const control = (label as HTMLLabelElement).control ?? label.closest('fieldset');
    const isSaid =
      control?.matches('[required], [aria-required=true]') ||
      control?.querySelector('[required], [aria-required=true]');
    const drawn = ['::before', '::after'].some((part) =>
      /\w|\*/.test(getComputedStyle(label, part).content.replace(/none|normal/, '')),
    );
    const star = [...label.querySelectorAll('*')].some((one) => /^[*•!]$/.test(tidy(one.textContent)));
    if (colors[at] !== usual || ((drawn || star) && !isSaid)) {
      found.push({ at: label, rule: 'color-only', message: 'It tells something by colour or by a mark alone.' });
    }
    if (star && [...label.querySelectorAll('*')].some((one) => getComputedStyle(one).color !== usual && !isSaid))
      found.push({ at: label, rule: 'color-only', message: 'Its mark is said to nobody.' });
  }
  return found;
}

const count = (all: readonly string[], one: string): number => all.filter((each) => each === one).length;

function unseenLabels(shown: readonly Element[]): Told[] {
  return shown
    .filter((one) => one.matches(fields))
    .filter((one) => !namersOf(one).some((namer) => isSeen(namer) && tidy(namer.textContent) !== ''))
    .filter((one) => !isNamedBeside(one))
    .map((at) => ({ at, rule: 'label-seen', message: 'It has no label that can be seen.' }));
}

const labelsOf = (one: Element): readonly Element[] =>
  'labels' in one ? [...((one.labels as NodeListOf<Element> | null) ?? [])] : [];

function namersOf(one: Element): readonly Element[] {
  const root = one.getRootNode() as ShadowRoot | Document;
  const ids = one.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  return [...labelsOf(one), ...ids.flatMap((id) => root.getElementById(id) ?? [])];
}

/** A second way to fill a field stands beside it, and its name has the words of the field's label. */
function isNamedBeside(one: Element): boolean {
  const name = one.getAttribute('aria-label') ?? '';
  const beside = [...(one.closest('.field, fieldset, .colour')?.parentElement?.querySelectorAll('label') ?? [])];
  return beside.some(
    (label) => isSeen(label) && tidy(label.textContent) !== '' && name.includes(tidy(label.textContent)),
  );
}

function isSeen(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return isShown(element) && width > 2 && height > 2 && Number(getComputedStyle(element).opacity) > 0.1;
}

/** What is wrong with a field is said with the field. */
function untiedErrors(shown: readonly Element[]): Told[] {
  const found: Told[] = [];
  for (const one of shown) {
    if (one.matches('[aria-invalid=true]') && !isDescribed(one) && !isDescribed(one.closest('fieldset')))
      found.push({ at: one, rule: 'error-tied', message: 'It is wrong, and nothing that describes it says why.' });
    if (!one.matches('.wrong')) continue;
    const isSaid = !!one.querySelector('[aria-invalid=true]') || isDescribed(one) || describesWrong(one);
    if (!isSaid) found.push({ at: one, rule: 'error-tied', message: 'It looks wrong, but is not said to be.' });
  }
  return found;
}

/** On pages without a widget it is the sentence beside the field that is called so. */
function describesWrong({ id, ownerDocument }: Element): boolean {
  return id !== '' && !!ownerDocument.querySelector(`[aria-invalid=true][aria-describedby~="${id}"]`);
}

function isDescribed(element: Element | null): boolean {
  const root = element?.getRootNode() as ShadowRoot | Document | undefined;
  const ids = element?.getAttribute('aria-describedby')?.split(/\s+/) ?? [];
  return ids.some((id) => {
    const told = root?.getElementById(id);
    return !!told && isShown(told) && tidy(told.textContent) !== '';
  });
}

/** What browsers and people fill in about themselves says what it is. */
function personalFields(shown: readonly Element[]): Told[] {
  const wanted: Readonly<Record<string, string>> = { email: 'email', tel: 'tel' };
  return (
    shown
      .flatMap((one) => (one instanceof HTMLInputElement ? one : []))
      // What editors say of their city is nothing about themselves.
      .filter((one) => (one.getRootNode() as ShadowRoot).host?.localName !== 'citydesk-snippet-builder')
      .filter((one) => {
        const token = wanted[one.type] ?? (one.id === 'name' ? 'name' : undefined);
        return token !== undefined && one.getAttribute('autocomplete') !== token;
      })
      .map((at) => ({ at, rule: 'autocomplete', message: 'It does not tell browsers what goes in.' }))
  );
}

function skippedLevels(shown: readonly Element[]): Told[] {
  const headings = shown.filter((one) => /^h[1-6]$/.test(one.localName) || one.getAttribute('role') === 'heading');
  const levelOf = (one: Element) => Number(one.getAttribute('aria-level') ?? one.localName[1]);
  return headings
    .filter((one, at) => at > 0 && levelOf(one) > levelOf(headings[at - 1]!) + 1)
    .map((at) => ({ at, rule: 'heading-level', message: 'A level is left out before it.' }));
}

function tabOrder(all: readonly Element[]): Told[] {
  return all
    .filter((one) => Number(one.getAttribute('tabindex')) > 0)
    .map((at) => ({ at, rule: 'tab-order', message: 'It comes before its turn.' }))
    .concat(
      all
        .filter((one) => isShown(one) && one.matches('a[href], button, input, select, textarea, summary'))
        .filter((one) => Number(one.getAttribute('tabindex')) < 0)
        .map((at) => ({ at, rule: 'keyboard-reach', message: 'It is taken out of the way of the keyboard.' })),
    );
}

/** Each widget can tell what changes: a region for that is there all the time, and can be heard. */
function silentWidgets(all: readonly Element[]): Told[] {
  const widgets = all.filter(
    (one) => /^citydesk-(request|status|faq|snippet|city)/.test(one.localName) && one.shadowRoot,
  );
  return widgets
    .filter((one) => {
      const regions = [...one.shadowRoot!.querySelectorAll(live)];
      const isHeard = (region: Element) => isShown(region) && !region.closest('[aria-hidden=true]');
      const isAlways = (region: Element) => /snippet|city-report/.test(one.localName) || region.matches('.hidden');
      return isShownAtAll(one) && !regions.some((region) => isAlways(region) && isHeard(region));
    })
    .map((at) => ({ at, rule: 'live-region', message: 'It has no region that tells what changes.' }));
}

const isShownAtAll = (widget: Element): boolean =>
  elementsIn(widget.shadowRoot as unknown as Element).some((one) => isShown(one));

const scripts: readonly (readonly [RegExp, RegExp])[] = [
  [/^(ar|ur|fa)/, /\p{Script=Arabic}/u],
  [/^(zh|ja)/, /\p{Script=Han}/u],
  [/^(ru|uk)/, /\p{Script=Cyrillic}/u],
  [/^bn/, /\p{Script=Bengali}/u],
  [/^ko/, /\p{Script=Hangul}/u],
];

/** Words in the letters of another language say which one it is. */
function unmarkedLanguages(shown: readonly Element[]): Told[] {
  const found: Told[] = [];
  for (const one of shown) {
    const own = [...one.childNodes].filter((node) => node instanceof Text).map(({ data }) => data as string);
    const words = own.join(' ');
    const lang = langOf(one);
    for (const [tag, letters] of scripts) {
      if (letters.test(words) && !tag.test(lang))
        found.push({ at: one, rule: 'words-lang', message: `It is marked as ${lang || 'nothing'}.` });
    }
    // What people and the city wrote, and names of places, may be in any language.
    const script = scripts.find(([tag]) => tag.test(lang))?.[1];
    const isWhole = !!script && !script.test(words) && /(\p{Script=Latin}{2,}[ ,]+){4,}/u.test(words);
    if (isWhole && !one.closest('bdi, [dir=auto]'))
      found.push({ at: one, rule: 'words-lang', message: `A whole sentence is marked as ${lang}.` });
  }
  return found;
}

function langOf(element: Element): string {
  const marked = element.closest('[lang]');
  if (marked) return marked.getAttribute('lang')!;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? langOf(root.host) : '';
}

/** Whatever can be dragged can be moved by single presses, too. */
function draggedOnly(shown: readonly Element[]): Told[] {
  return shown
    .filter((one) => one.matches('[draggable=true], canvas:not([aria-hidden=true])'))
    .filter((one) => {
      const root = one.getRootNode() as ShadowRoot | Document;
      const near = one.closest('fieldset, section, [role=group], [role=region]') ?? root;
      return [...near.querySelectorAll('button')].filter(isShown).length < (one.localName === 'canvas' ? 4 : 1);
    })
    .map((at) => ({ at, rule: 'drag-only', message: 'It can be dragged, and no buttons do the same.' }));
}

function doubledIds(all: readonly Element[]): Told[] {
  const seen = new Map<Node, Set<string>>();
  return all
    .filter((one) => {
      if (!one.id) return false;
      const ids = seen.get(one.getRootNode()) ?? new Set();
      seen.set(one.getRootNode(), ids);
      if (ids.has(one.id)) return true;
      ids.add(one.id);
      return false;
    })
    .map((at) => ({ at, rule: 'id-once', message: 'Another one has this id, too.' }));
}

const tidy = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** Such as `citydesk-request-form » form > button#send`. */
export function wayTo(element: Element): string {
  const name = (one: Element) =>
    one.localName + (one.id ? `#${one.id}` : '') + (one.classList[0] ? `.${one.classList[0]}` : '');
  const parent = element.parentElement;
  const own = parent ? `${name(parent)} > ${name(element)}` : name(element);
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? `${root.host.localName} » ${own}` : own;
}

// A resident inside the page: finds things by role and by the words of the page's language, presses, types and waits. It runs in the browser.

import { elementsIn, isShown, nameOf, roleOf, visibleText } from '../drive/finder.ts';
import type { Named } from './state.ts';

/** The sentences of the page's language by key, and the English ones where a widget has no others. */
export type Words = Readonly<Record<string, readonly (string | Readonly<Record<string, string>>)[]>>;

const patience = 30_000;

/** @param words what the widgets may say */
export function residentIn(words: Words) {
  /** How well a text fits: 3 is those words and nothing else, 2 begins with them, 1 has them somewhere, 0 not at all. */
  const fit = (text: string, named: Named): number => {
    const [seen, wanted] = [tidy(text), patternsOf(words, named)];
    if (wanted.some((one) => new RegExp(`^(?:${one})$`, 'iu').test(seen))) return 3;
    if (wanted.some((one) => new RegExp(`^(?:${one})(?!\\p{L})`, 'iu').test(seen))) return 2;
    return wanted.some((one) => new RegExp(one, 'iu').test(seen)) ? 1 : 0;
  };

  const shown = (role: string): readonly Element[] =>
    elementsIn(document.body).filter((one) => roleOf(one) === role && drawnAs(one).some(isShown));

  const look = (roles: readonly string[], named: Named, least = 2): Element | undefined =>
    roles
      .flatMap(shown)
      .map((element) => ({ element, fits: fit(nameOf(element), named) }))
      .filter(({ fits }) => fits >= least)
      .sort((one, other) => other.fits - one.fits)[0]?.element;

  async function until<T>(what: string, see: () => T | undefined | false | null): Promise<T> {
    const end = performance.now() + patience;
    for (;;) {
      const found = see();
      if (found) return found;
      if (performance.now() > end)
        throw new Error(`${what} did not come. The page says: ${visibleText().slice(0, 700)}`);
      await pause(20);
    }
  }

  const find = (roles: readonly string[], named: Named, least?: number) =>
    until(`${roles.join(' or ')} ${sayName(named)}`, () => look(roles, named, least)) as Promise<HTMLElement>;

  const fields = ['textbox', 'combobox', 'searchbox'];

  return {
    until,

    /** Waits until such words can be read. */
    sees: (named: Named) => until(sayName(named), () => fit(visibleText(), named)),

    /** Waits for a heading, or for a group or region that is called so. */
    heading: (named: Named) =>
      until(`the heading ${sayName(named)}`, () => look(['heading', 'group', 'dialog'], named)) as Promise<HTMLElement>,

    /** Waits for a button, whose words may only be heard. */
    control: (named: Named) => find(['button'], named),

    /** Presses a button, a link, a choice of a list or a box to tick. */
    async press(named: Named): Promise<void> {
      (await find(['button', 'link', 'option', 'checkbox'], named)).click();
      await pause(0);
    },

    /** Presses the button or link with this number, from 0, after a heading or a text. */
    async pressAfter(named: Named, at = 0): Promise<void> {
      const target = await until(`button ${at} after ${sayName(named)}`, () => {
        const all = elementsIn(document.body);
        const from = all.findLastIndex(
          (one) => ['heading', ''].includes(roleOf(one)) && isShown(one) && fit(nameOf(one), named) > 1,
        );
        const after = all.slice(from + 1).filter((one) => /^(button|link)$/.test(roleOf(one)) && isShown(one));
        return from >= 0 && after[at];
      });
      (target as HTMLElement).click();
      await pause(0);
    },

    /** Replaces what stands in a field whose label has such words, or takes an option of a list by its value. */
    async type(label: Named, text: string): Promise<void> {
      const field = (await find(fields, label, 1)) as HTMLInputElement;
      field.focus();
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      if (field.localName === 'select') field.dispatchEvent(new Event('change', { bubbles: true }));
      await pause(0);
    },

    /** Ticks the choice with this number, from 0, in the group of choices with this number. */
    async choose(group: number, option: number): Promise<void> {
      const choice = await until(`choice ${option} of group ${group}`, () => {
        const groups = shown('group').map((one) => [...one.querySelectorAll('input')].filter(isChoice));
        return groups.filter(({ length }) => length)[group]?.[option];
      });
      choice.click();
      await pause(0);
    },

    /** Opens every group of a list. */
    async openAll(): Promise<void> {
      const folds = await until('groups', () => {
        const all = elementsIn(document.body).filter((one) => one.localName === 'details');
        return all.length > 0 && (all as HTMLDetailsElement[]);
      });
      for (const fold of folds) fold.open = true;
      await pause(50);
    },

    /** Gives the field for photos a picture, as if it had been chosen: `bytes` of anything, or one that is drawn. */
    async addPhoto(name = 'IMG_2601.jpg', bytes?: string): Promise<void> {
      const field = await until('the field for photos', () =>
        elementsIn(document.body).find(
          (one): one is HTMLInputElement => one instanceof HTMLInputElement && one.type === 'file',
        ),
      );
      const chosen = new DataTransfer();
      const content = bytes === undefined ? await drawn() : new Blob([bytes], { type: 'image/jpeg' });
      chosen.items.add(new File([content], name, { type: 'image/jpeg' }));
      field.files = chosen.files;
      field.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    },

    /** Puts a key into a field, as the keyboard would. */
    async key(label: Named, key: string): Promise<void> {
      const field = await find(fields, label);
      field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
      await pause(0);
    },

    /** Leaves the page and comes back to it: the widget goes, and one like it comes. */
    async comesBack(link = ''): Promise<void> {
      const widget = document.querySelector('main > [data-widget]')!;
      const another = widget.cloneNode(true);
      const place = widget.parentNode!;
      widget.remove();
      await pause(400);
      history.replaceState(null, '', location.pathname + location.search + link);
      place.append(another);
    },

    /** As the network is from now on. */
    network(now: {
      readonly offline?: boolean;
      readonly hangs?: readonly string[];
      readonly breaks?: readonly string[];
    }): void {
      dispatchEvent(new CustomEvent('states-network', { detail: now }));
    },

    pause,
  };
}

export type Resident = ReturnType<typeof residentIn>;

/** A sentence as a pattern: any words in its holes, any of its plurals. */
function patternsOf(words: Words, named: Named): readonly string[] {
  if (typeof named === 'object') return [escaped(tidy(named.said))];
  const sentences = words[named];
  if (!sentences) throw new Error(`There is no sentence ${named}.`);
  return sentences
    .flatMap((one) => (typeof one === 'string' ? [one] : Object.values(one)))
    .map((one) =>
      tidy(one)
        .split(/\{\w+\}/)
        .map(escaped)
        .join('.{0,200}?'),
    );
}

const tidy = (text: string): string =>
  text
    .replace(/[\u2066-\u2069\u200e\u200f]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const sayName = (named: Named): string => (typeof named === 'object' ? `“${named.said}”` : named);
const pause = (milliseconds: number) => new Promise<void>((resolve) => void setTimeout(resolve, milliseconds));
const isChoice = ({ type }: HTMLInputElement): boolean => type === 'radio' || type === 'checkbox';

/** Radios and ticks may be drawn by their label. */
const drawnAs = (element: Element): readonly Element[] =>
  'labels' in element ? [element, ...((element.labels as NodeListOf<Element> | null) ?? [])] : [element];

async function drawn(): Promise<Blob> {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [640, 480];
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#777';
  context.fillRect(0, 0, 640, 480);
  context.fillStyle = '#222';
  context.fillRect(220, 200, 200, 90);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob!), 'image/jpeg'));
}

/** A visitor of a page for tests: finds things by role and label, types, presses and reads, as a person would. */
import { aTimeout } from '@open-wc/testing';
import type { LitElement } from 'lit';
import './own-outbox.ts';
import { clean, has, nameOf, readable } from './reading.ts';

const roles = {
  button: 'button, summary',
  link: 'a[href]',
  heading: 'h1, h2, h3, h4, h5, h6',
  field: 'input, select, textarea',
  group: 'fieldset',
} as const;

export type Role = keyof typeof roles;

/** Milliseconds to wait for something to appear. */
const patience = 8000;

/** The page around a widget. */
export interface Page {
  /** What stands inside the element. */
  readonly inside?: string;
  /** CSS pixels. */
  readonly width?: number;
  readonly dir?: 'ltr' | 'rtl';
  readonly scheme?: 'light' | 'dark';
}

const hosts: Element[] = [];
afterEach(() => {
  for (const host of hosts.splice(0)) host.remove();
});

/**
 * A widget with these attributes, as the page would write them; it goes with the test.
 * @param prepare what the page does with it before it stands
 */
export async function placed<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  { inside = '', width, dir = 'ltr', scheme = 'light' }: Page = {},
  prepare: (element: HTMLElementTagNameMap[Name]) => void = () => {},
): Promise<HTMLElementTagNameMap[Name]> {
  const host = document.createElement('div');
  host.dir = dir;
  host.style.colorScheme = scheme;
  host.style.backgroundColor = 'Canvas';
  host.style.color = 'CanvasText';
  if (width) host.style.inlineSize = `${width}px`;
  const element = document.createElement(name);
  element.innerHTML = inside;
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  prepare(element);
  host.append(element);
  document.body.append(host);
  hosts.push(host);
  await (element as unknown as LitElement).updateComplete;
  return element;
}

/** At home in any of the widgets. */
export class Visitor<Widget extends LitElement> {
  readonly widget: Widget;

  constructor(widget: Widget) {
    this.widget = widget;
  }

  get root(): ShadowRoot {
    return this.widget.shadowRoot!;
  }

  /** Everything that can be read now. */
  get text(): string {
    return clean(readable(this.root));
  }

  /** The heading of the screen; "" while there is none. */
  get heading(): string {
    const title = this.root.querySelector('.title');
    return title ? nameOf(title) : '';
  }

  /** What has the focus. */
  get focused(): HTMLElement | null {
    return this.root.activeElement as HTMLElement | null;
  }

  /** What stands in each field on the screen, by label; ticked ones by their own label and "yes". */
  get filledIn(): Readonly<Record<string, string>> {
    const fields = this.all('field') as HTMLInputElement[];
    const filled = fields.map((field) => [
      nameOf(field),
      /^(radio|checkbox)$/.test(field.type) ? ticked(field) : field.value,
    ]);
    return Object.fromEntries(filled.filter(([, value]) => value));
  }

  /** What reaches beyond the widget's edge on the way of the text, and would make the page scroll sideways. */
  get sticksOut(): readonly string[] {
    const { left, right } = this.widget.getBoundingClientRect();
    return [...this.root.querySelectorAll('*')]
      .filter((one) => one.checkVisibility() && !one.closest('.hidden'))
      .filter((one) => one.getBoundingClientRect().right > right + 1 || one.getBoundingClientRect().left < left - 1)
      .map((one) => one.outerHTML.slice(0, 80));
  }

  /** Waits until `words` can be read. */
  async sees(words: string | RegExp): Promise<void> {
    await this.until(`the words ${words}`, () => has(this.text, words));
  }

  async button(name: string | RegExp): Promise<HTMLButtonElement> {
    return (await this.#find('button', name)) as HTMLButtonElement;
  }

  async link(name: string | RegExp): Promise<HTMLAnchorElement> {
    return (await this.#find('link', name)) as HTMLAnchorElement;
  }

  async field(label: string | RegExp): Promise<HTMLInputElement> {
    return (await this.#find('field', label)) as HTMLInputElement;
  }

  /** The group of controls under one question. */
  async group(question: string | RegExp): Promise<HTMLFieldSetElement> {
    return (await this.#find('group', question)) as HTMLFieldSetElement;
  }

  /** The names of everything of this role on the screen now, in reading order. */
  names(role: Role): readonly string[] {
    return this.all(role).map(nameOf);
  }

  /** Everything of this role on the screen now, in reading order. */
  all(role: Role): readonly HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>(roles[role])].filter((one) => one.checkVisibility());
  }

  /** Whether the focus is there. An answer, not the elements: a failed comparison of those prints them for minutes. */
  async isAt(role: Role, name: string | RegExp): Promise<boolean> {
    return this.focused === (await this.#find(role, name));
  }

  async presses(name: string | RegExp): Promise<void> {
    (await this.button(name)).click();
    await this.widget.updateComplete;
  }

  async follows(name: string | RegExp): Promise<void> {
    (await this.link(name)).click();
    await this.widget.updateComplete;
  }

  async types(label: string | RegExp, text: string): Promise<void> {
    const field = await this.field(label);
    field.focus();
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await this.widget.updateComplete;
  }

  /** Ticks a radio button or a box, or takes an option of a list. */
  async chooses(label: string | RegExp, option?: string): Promise<void> {
    const field = await this.field(label);
    if (option === undefined) field.click();
    else {
      const select = field as unknown as HTMLSelectElement;
      select.value = [...select.options].find((one) => one.text === option)!.value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    }
    await this.widget.updateComplete;
  }

  /** Waits for what `look` finds. */
  async until<T>(what: string, look: () => T | undefined | false): Promise<T> {
    const end = performance.now() + patience;
    for (;;) {
      const found = look();
      if (found !== undefined && found !== false) return found;
      if (performance.now() > end) throw new Error(`The visitor waited for ${what} and saw: ${this.text}`);
      // Not by frames: a page in the background paints none, and tests run two at a time.
      await aTimeout(10);
    }
  }

  async #find(role: Role, name: string | RegExp): Promise<HTMLElement> {
    const fits = (one: HTMLElement) => (typeof name === 'string' ? nameOf(one) === name : name.test(nameOf(one)));
    return this.until(`a ${role} named ${name}`, () => this.all(role).find(fits));
  }
}

const ticked = ({ checked }: HTMLInputElement) => (checked ? 'yes' : '');

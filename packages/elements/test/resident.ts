/** A resident for tests: finds things by role and label, types, presses and reads, as a person would. */
import { aTimeout } from '@open-wc/testing';
import type { CitydeskRequestForm } from '../src/request-form/request-form.ts';
import '../src/request-form/define.ts';
import { clean, has, nameOf, readable } from './reading.ts';

const roles = {
  button: 'button, summary',
  link: 'a[href]',
  heading: 'h1, h2, h3, h4, h5, h6',
  field: 'input, select, textarea',
  group: 'fieldset',
} as const;

/** Milliseconds to wait for something to appear. */
const patience = 8000;

/** The page around the form. */
export interface Surroundings {
  /** What stands inside the element. */
  readonly inside?: string;
  /** Set before the form is on the page. */
  readonly prefill?: CitydeskRequestForm['prefill'];
  /** CSS pixels. */
  readonly width?: number;
  readonly dir?: 'ltr' | 'rtl';
  readonly scheme?: 'light' | 'dark';
}

const hosts: Element[] = [];
afterEach(() => {
  for (const host of hosts.splice(0)) host.remove();
});

export class Resident {
  readonly form: CitydeskRequestForm;

  constructor(form: CitydeskRequestForm) {
    this.form = form;
  }

  /** Opens a form with these attributes, as the page would write them. */
  static async opens(
    attributes: Readonly<Record<string, string>>,
    { inside = '', prefill, width, dir = 'ltr', scheme = 'light' }: Surroundings = {},
  ): Promise<Resident> {
    const host = document.createElement('div');
    host.dir = dir;
    host.style.colorScheme = scheme;
    host.style.backgroundColor = 'Canvas';
    host.style.color = 'CanvasText';
    if (width) host.style.inlineSize = `${width}px`;
    const form = document.createElement('citydesk-request-form');
    form.innerHTML = inside;
    for (const [name, value] of Object.entries(attributes)) form.setAttribute(name, value);
    if (prefill) form.prefill = prefill;
    host.append(form);
    document.body.append(host);
    hosts.push(host);
    await form.updateComplete;
    return new Resident(form);
  }

  get root(): ShadowRoot {
    return this.form.shadowRoot!;
  }

  /** Everything that can be read now. */
  get text(): string {
    return clean(readable(this.root));
  }

  /** The heading of the screen. */
  get heading(): string {
    return nameOf(this.root.querySelector('.title')!);
  }

  /** What has the focus. */
  get focused(): HTMLElement | null {
    return this.root.activeElement as HTMLElement | null;
  }

  /** The entries of the error summary. */
  get problems(): readonly string[] {
    return [...this.root.querySelectorAll('#problems li')].map(nameOf);
  }

  /** What stands in each field on the screen, by label; ticked ones by their own label and "yes". */
  get filledIn(): Readonly<Record<string, string>> {
    const fields = this.#all('field') as HTMLInputElement[];
    const filled = fields.map((field) => [
      nameOf(field),
      /^(radio|checkbox)$/.test(field.type) ? ticked(field) : field.value,
    ]);
    return Object.fromEntries(filled.filter(([, value]) => value));
  }

  /** Waits until `words` can be read. */
  async sees(words: string | RegExp): Promise<void> {
    await this.until(`the words ${words}`, () => has(this.text, words));
  }

  /** Waits for the screen with this heading. */
  async arrivesAt(heading: string): Promise<void> {
    const waiting = 'The next part is on its way.';
    await this.until(`the screen “${heading}”`, () => this.heading === heading && !this.text.includes(waiting));
    await this.form.updateComplete;
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
  names(role: keyof typeof roles): readonly string[] {
    return this.#all(role).map(nameOf);
  }

  /** Whether the focus is there. An answer, not the elements: a failed comparison of those prints them for minutes. */
  async isAt(role: keyof typeof roles, name: string | RegExp): Promise<boolean> {
    return this.focused === (await this.#find(role, name));
  }

  async presses(name: string | RegExp): Promise<void> {
    (await this.button(name)).click();
    await this.form.updateComplete;
  }

  async follows(name: string | RegExp): Promise<void> {
    (await this.link(name)).click();
    await this.form.updateComplete;
  }

  async types(label: string | RegExp, text: string): Promise<void> {
    const field = await this.field(label);
    field.focus();
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await this.form.updateComplete;
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
    await this.form.updateComplete;
  }

  /** Files everything up to the last step, for a service of Three Rivers that asks nothing. */
  async reportsGraffiti(): Promise<void> {
    await this.types('Say it in your own words', 'graffiti');
    await this.presses(/^Graffiti/);
    await this.saysWhere('318 Hoffman St');
    await this.arrivesAt('Check and send');
  }

  async saysWhere(place: string, more = ''): Promise<void> {
    await this.arrivesAt('Show us where it is');
    await this.types('Address or place', place);
    if (more) await this.types('Tell us more (optional)', more);
    await this.presses('Continue');
  }

  /** The number on the receipt. */
  async getsReceipt(): Promise<string> {
    await this.arrivesAt('The city has your report');
    return nameOf(this.root.querySelector('.number') ?? this.root.querySelector('.title')!);
  }

  /** Waits for what `look` finds. */
  async until<T>(what: string, look: () => T | undefined | false): Promise<T> {
    const end = performance.now() + patience;
    for (;;) {
      const found = look();
      if (found !== undefined && found !== false) return found;
      if (performance.now() > end) throw new Error(`The resident waited for ${what} and saw: ${this.text}`);
      // Not by frames: a page in the background paints none, and tests run two at a time.
      await aTimeout(10);
    }
  }

  #all(role: keyof typeof roles): readonly HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>(roles[role])].filter((one) => one.checkVisibility());
  }

  async #find(role: keyof typeof roles, name: string | RegExp): Promise<HTMLElement> {
    const fits = (one: HTMLElement) => (typeof name === 'string' ? nameOf(one) === name : name.test(nameOf(one)));
    return this.until(`a ${role} named ${name}`, () => this.#all(role).find(fits));
  }
}

const ticked = ({ checked }: HTMLInputElement) => (checked ? 'yes' : '');

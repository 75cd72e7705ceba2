/** A resident for tests who says where it is: types into the combobox as a keyboard would, and reads its list. */
import type { Place } from '@citydesk/core/request';
import type { TestCity } from '@citydesk/sandbox/testing';
import { PlacePart } from '../src/request-form/place/place-part.ts';
import type { View } from '../src/request-form/view.ts';
import { cityFile } from './city-file.ts';
import { Resident } from './resident.ts';
import { clean } from './reading.ts';

/** The base URL of the sandbox's geocoder, in the city of the test. */
export const geocoderOf = (city: TestCity): string => new URL('../../geocoder/api', city.endpoint).href;

/** The attributes of a form on the screen that asks where, in a city with an address search; `more` stands in its city file. */
export const withSearch = (city: TestCity, more: object = {}): Record<string, string> => ({
  endpoint: city.endpoint,
  'service-code': 'graffiti',
  config: cityFile({ cityName: 'Three Rivers', geocoder: geocoderOf(city), center: '41.944,-85.6328', ...more }),
});

/** What the screen that asks where was last rendered from. */
let view: View | undefined;
const { located } = PlacePart.prototype;
PlacePart.prototype.located = function seen(this: PlacePart, given) {
  view = given;
  return located.call(this, given);
};

export class Placing {
  readonly resident: Resident;

  private constructor(resident: Resident) {
    this.resident = resident;
  }

  /** What helps to say the place. */
  get part(): PlacePart {
    return view!.parts.here.place!;
  }

  /** Sets the place as another part of the form would: a photo, the map, a list. */
  async sets(place: Place): Promise<void> {
    view!.send({ type: 'place-set', place });
    await this.resident.form.updateComplete;
  }

  static async opens(
    attributes: Readonly<Record<string, string>>,
    prepare = (_form: Resident['form']) => {},
  ): Promise<Placing> {
    const resident = await Resident.opens(attributes, { width: 700 });
    prepare(resident.form);
    await resident.arrivesAt('Show us where it is');
    const placing = new Placing(resident);
    if (attributes['config']) await resident.until('the combobox', () => placing.field.role === 'combobox');
    placing.field.focus();
    return placing;
  }

  get field(): HTMLInputElement {
    return this.resident.root.getElementById('place') as HTMLInputElement;
  }

  /** The place as the report has it. */
  get place(): Resident['form']['draft']['place'] {
    return this.resident.form.draft.place;
  }

  get isOpen(): boolean {
    return this.field.ariaExpanded === 'true';
  }

  /** The options that can be seen. */
  get options(): readonly HTMLElement[] {
    const list = this.resident.root.querySelector<HTMLElement>('[role=listbox]');
    return list?.checkVisibility() ? [...list.querySelectorAll<HTMLElement>('[role=option]')] : [];
  }

  get labels(): readonly string[] {
    return this.options.map(({ textContent }) => clean(textContent));
  }

  /** The option that the keys are at. */
  get active(): string | undefined {
    const id = this.field.getAttribute('aria-activedescendant');
    const option = id ? this.resident.root.getElementById(id) : null;
    return option?.ariaSelected === 'true' ? clean(option.textContent) : undefined;
  }

  /** What was said to screen readers last. */
  get announced(): string {
    return clean(this.resident.root.querySelector('.hidden[role=status]')!.textContent);
  }

  /** What became of the place, as the bar below the field has it. */
  get said(): string {
    return clean(this.resident.root.querySelector('.located')!.textContent);
  }

  types(text: string): Promise<void> {
    return this.resident.types('Address or place', text);
  }

  /** Types, and waits for the list. */
  async finds(text: string): Promise<readonly string[]> {
    await this.types(text);
    return this.resident.until(`places for ${text}`, () =>
      this.isOpen && this.labels.length ? this.labels : undefined,
    );
  }

  /** Presses a key in the field; gives whether the page may do with it what it does. */
  async key(key: string, more: KeyboardEventInit = {}): Promise<boolean> {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...more });
    const isLeft = this.field.dispatchEvent(event);
    await this.resident.form.updateComplete;
    return isLeft;
  }

  /** Presses an option with a mouse: down, up and click, of which the first would take the focus from the field. */
  async points(label: string): Promise<void> {
    const option = this.options.find(({ textContent }) => clean(textContent) === label)!;
    if (option.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, composed: true, cancelable: true })))
      this.field.blur();
    option.click();
    await this.resident.form.updateComplete;
  }
}

/** What the city says already, beside the form: answers and notices. Fetched once something is typed or chosen; until then its room is kept. */
import { html, nothing, type LitElement } from 'lit';
import type { Journey } from '@citydesk/core/request';
import type { CityController } from '../city/city-controller.ts';
import type { Suggestions } from '../suggestions/suggestions.ts';
import type { View } from './view.ts';

/** Answers after the list of matches, or after the human route; notices before the fields. Each is also the class that keeps the room. */
export type Place = 'found' | 'beside' | 'known';

/** What of the form is needed. */
export interface BesideForm {
  readonly host: LitElement;
  readonly city: CityController;
  readonly view: () => View<Journey>;
  /** Says it to screen readers; nothing for "". */
  readonly announce: (words: string) => void;
}

export class Beside {
  readonly #form: BesideForm;
  #coming?: Promise<Suggestions | void>;
  #here?: Suggestions;

  constructor(form: BesideForm) {
    this.#form = form;
  }

  /** What stands at a place of the screen, or its room. */
  at(place: Place, state: Journey): unknown {
    const { host, city } = this.#form;
    const { faq, notices, config } = city.settings;
    // On a page that chose the service, the city file comes after the first screen.
    const room = place === 'known' ? notices || (!state.turn && config) : faq || host.querySelector('details');
    return this.#here?.at(place) ?? (room ? html`<div class=${place}></div>` : nothing);
  }

  /** Follows the report. */
  async changed(state: Journey, before: Journey): Promise<void> {
    const { words, serviceCode } = state.draft;
    if (words || serviceCode !== undefined) (await this.load())?.changed(state, before);
  }

  /** Nothing where it does not load: the form goes on without. */
  load(): Promise<Suggestions | void> {
    return (this.#coming ??= import('../suggestions/suggestions.ts')
      .then(({ Suggestions: Fetched }) => (this.#here = new Fetched(this.#form)))
      .catch(console.error));
  }
}

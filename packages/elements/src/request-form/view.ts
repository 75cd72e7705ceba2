/** What every screen of the request form is given, and the frame that stands around each. */
import { html, nothing, type TemplateResult } from 'lit';
import { stepsOf, type Action, type Filling, type Journey, type Sending } from '@citydesk/core/request';
import type { servicesMatching } from '@citydesk/core/services-matching';
import type { CityConfig } from '../city/city-config.ts';
import type { Messages } from '../messages/messages.ts';
import { title } from '../parts/heading.ts';
import { help } from '../parts/help.ts';
import { icons } from '../parts/icons.ts';
import { languageButton } from '../parts/language-button.ts';
import type { Place } from './beside.ts';
import type { FormParts } from './form-parts.ts';

/** A screen reads the state and sends actions; it remembers nothing. */
export interface View<State extends Journey = Filling> {
  readonly state: State;
  readonly send: (action: Action) => void;
  readonly words: Messages;
  /** Level of the screen's heading, 1–6. */
  readonly level: number;
  readonly city: CityConfig;
  readonly now: Date;
  /** The services that fit the words, best first. */
  readonly matching: typeof servicesMatching;
  /** What the city says already, at a place of the screen. */
  readonly beside: (place: Place) => unknown;
  /** Whether addresses can be looked up. */
  readonly isSearched: boolean;
  /** What is fetched when it is needed. */
  readonly parts: FormParts;
}

/** What differs from screen to screen. */
export interface Screen {
  readonly title: string;
  readonly body: unknown;
  /** What was told so far. */
  readonly told?: unknown;
  /** Stands above the heading: what went wrong, and what is to be fixed. */
  readonly notice?: unknown;
  /** What the main button does; also what Enter in a field does. */
  readonly submit?: () => void;
}

/** A step: the edge, what was told so far, the heading, the one job, and the human route. */
export function screen(
  view: View<Filling | Sending>,
  { title: words, body, told, notice, submit }: Screen,
): TemplateResult {
  const { state, level, parts } = view;
  const { keeping } = parts.here;
  const steps = stepsOf(state);
  const at = steps.indexOf(state.step);
  const previous = steps[at - 1];
  const submitted = (event: Event) => {
    event.preventDefault();
    submit?.();
  };
  const isUrgent = state.phase === 'filling' && state.stop?.is === 'urgent';
  const step = view.words.text('step', { step: at + 1, steps: steps.length });
  return html`<section aria-labelledby="title" lang=${view.words.lang} dir=${view.words.dir}>
    <div class="edge" aria-hidden="true">${steps.map((_, one) => html`<i class=${one <= at ? 'on' : ''}></i>`)}</div>
    <div class="top"><span class="quiet" id="step">${step}</span>${languageButton(view.words, view.city)}</div>
    ${
      previous
        ? html`<button class="link back" type="button" @click=${() => view.send({ type: 'went', step: previous })}>
          ${icons.back}${view.words.text('back')}
        </button>`
        : nothing
    }
    <div class="screen">
      ${told ?? nothing}
      <form class="main stack-2" novalidate @submit=${submitted}>
        ${keeping?.above(view)} ${notice ?? nothing} ${title(level, words)} ${body}
      </form>
      ${
        // Beside a call for help there is nothing else to read.
        isUrgent
          ? nothing
          : html`<div class="aside">
            ${help(view)} ${view.beside('beside')} ${parts.here.triage?.late(view)} ${keeping?.below(view)}
          </div>`
      }
    </div>
  </section>`;
}

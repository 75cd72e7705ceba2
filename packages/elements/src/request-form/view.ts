/** What every screen of the request form is given, and the frame that stands around each. */
import { html, nothing, type TemplateResult } from 'lit';
import {
  serviceOf,
  stepsOf,
  type Action,
  type FieldId,
  type Filling,
  type Journey,
  type Sending,
} from '@citydesk/core/request';
import type { servicesMatching } from '@citydesk/core/services-matching';
import type { CityConfig } from '../city/city-config.ts';
import type { Messages } from '../messages/messages.ts';
import { errorSummary } from '../parts/error-summary.ts';
import { title } from '../parts/heading.ts';
import { help } from '../parts/help.ts';
import { icons } from '../parts/icons.ts';
import { slip, type SlipRow } from '../parts/slip.ts';
import type { Place } from './beside.ts';
import { placeWords } from './place-words.ts';
import { problemWords } from './problem-words.ts';

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
}

/** What differs from screen to screen. */
export interface Screen {
  readonly title: string;
  readonly body: unknown;
  /** Rows of what was told so far. */
  readonly told?: readonly SlipRow[];
  /** Stands above the heading: what went wrong. */
  readonly notice?: unknown;
  /** What the main button means; also what Enter in a field means. */
  readonly submit?: Action;
}

/** A step: the edge, what was told so far, the heading, the one job, and the human route. */
export function screen(
  view: View<Filling | Sending>,
  { title: words, body, told, notice, submit }: Screen,
): TemplateResult {
  const { state, level } = view;
  const steps = stepsOf(state);
  const at = steps.indexOf(state.step);
  const previous = steps[at - 1];
  const problems = state.phase === 'filling' ? state.problems : [];
  const submitted = (event: Event) => {
    event.preventDefault();
    if (submit) view.send(submit);
  };
  const step = view.words.text('step', { step: at + 1, steps: steps.length });
  return html`<section aria-labelledby="title" lang=${view.words.lang} dir="ltr">
    <div class="edge" aria-hidden="true">${steps.map((_, one) => html`<i class=${one <= at ? 'on' : ''}></i>`)}</div>
    <div class="top"><span class="quiet" id="step">${step}</span></div>
    ${
      previous
        ? html`<button class="link back" type="button" @click=${() => view.send({ type: 'went', step: previous })}>
          ${icons.back}${view.words.text('back')}
        </button>`
        : nothing
    }
    <div class="screen">
      ${
        told?.length
          ? html`<div class="told">
            <strong>${view.words.text('sofar')}</strong>${slip(told, view.words.text('change'), true)}
          </div>`
          : nothing
      }
      <form class="main stack-2" novalidate @submit=${submitted}>
        ${notice ?? nothing}
        ${
          problems.length
            ? errorSummary(
                level + 1,
                view.words.text('errors', { count: problems.length }),
                problems.map((problem) => ({ id: problem.field, words: problemWords(problem, view) })),
              )
            : nothing
        }
        ${title(level, words)} ${body}
      </form>
      <div class="aside">${help(view)} ${view.beside('beside')}</div>
    </div>
  </section>`;
}

/** The words for the problem of one field, if it has one. */
export function wrongAt(view: View<Filling | Sending>, field: FieldId): string | undefined {
  const problems = view.state.phase === 'filling' ? view.state.problems : [];
  const problem = problems.find((one) => one.field === field);
  return problem && problemWords(problem, view);
}

/** The rows of what was told before this step. */
export function toldSoFar(view: View<Filling | Sending>): readonly SlipRow[] {
  const { state, words, send } = view;
  const rows: SlipRow[] = [];
  const steps = stepsOf(state);
  if (state.draft.serviceCode !== undefined) {
    rows.push({
      label: words.text('check.problem'),
      answer: serviceWords(state, words),
      change: steps.includes('what') ? () => send({ type: 'went', step: 'what' }) : undefined,
    });
  }
  if (state.step !== 'where') {
    rows.push({
      label: words.text('check.place'),
      answer: placeWords(state.draft.place, words),
      change: () => send({ type: 'went', step: 'where', field: 'place' }),
    });
  }
  return rows;
}

/** The service by its name. Its row keeps its room while a page that chose the service waits for the list. */
function serviceWords(state: Journey, words: Messages): string {
  if (state.services.is === 'loading') return words.text('what.preset');
  return serviceOf(state)?.serviceName || (state.draft.serviceCode ?? '');
}

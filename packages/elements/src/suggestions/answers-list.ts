/** At most three answers, quietly: one of them put forward with its first lines if it is sure enough, the others as questions to press. */
import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../parts/heading.ts';
import { icons } from '../parts/icons.ts';
import type { Glimpse } from './glimpse.ts';

export interface AnswersListView {
  /** The class that keeps its room. */
  readonly place: string;
  /** Level of the heading, 1–6. */
  readonly level: number;
  readonly title: string;
  /** Whether the first is put forward. */
  readonly isPromoted: boolean;
  /** The id of the answer that is open. */
  readonly open: string | undefined;
  readonly toggle: (id: string) => void;
  readonly opened: (one: Glimpse) => unknown;
}

export function answersList(found: readonly Glimpse[], view: AnswersListView): TemplateResult {
  return html`<div class="${view.place} suggested stack-half">
    ${heading(view.level, view.title)}
    <ul class="bar">
      ${found.map((one, at) => item(one, view, view.isPromoted && !at))}
    </ul>
  </div>`;
}

function item(one: Glimpse, { open, toggle, opened }: AnswersListView, isPromoted: boolean): TemplateResult {
  const isOpen = open === one.id;
  const pressed = (event: Event) => {
    // The state opens and closes: one answer at a time.
    event.preventDefault();
    toggle(one.id);
  };
  return html`<li>
    <details .open=${isOpen}>
      <summary @click=${pressed}>
        <span class="brief" dir="auto" lang=${one.locale ?? nothing}
          ><strong>${one.title}</strong> ${isPromoted && !isOpen ? html`<span class="hint">${one.lines}</span>` : nothing}</span
        >${icons.open}
      </summary>
      ${isOpen ? html`<div class="inside stack">${opened(one)}</div>` : nothing}
    </details>
  </li>`;
}

/** Bars and boxes in which the city, or the form, says something that matters now. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Field, Filling, Sending } from '@citydesk/core/request';
import { heading } from '../parts/heading.ts';
import { icons } from '../parts/icons.ts';
import { phoneLink } from '../parts/phone.ts';
import type { View } from './view.ts';

type StepView = View<Filling | Sending>;

/** A box above the heading that takes the focus: something went otherwise than expected. */
export function caution({ level }: StepView, title: string, ...body: readonly unknown[]): TemplateResult {
  return html`<div class="summary caution stack-half" id="problems" tabindex="-1" role="group" aria-labelledby="caution">
    <div class="act">${icons.warning} ${heading(level + 1, title, 'caution')}</div>
    ${body.map((sentence) => html`<p>${sentence}</p>`)}
  </div>`;
}

/** Why the report is still here, and what to do; nothing when there was no setback. */
export function setback(view: StepView): TemplateResult | typeof nothing {
  const { state, words, city } = view;
  const back = state.phase === 'filling' ? state.setback : undefined;
  switch (back?.is) {
    case 'rejected':
      return caution(
        view,
        words.text('send.rejected'),
        back.reasons.length
          ? words.text('send.rejected.body', { reason: back.reasons.join(' ') })
          : words.text('send.rejected.silent'),
      );
    case 'already-filed':
      return caution(
        view,
        words.text('send.already'),
        words.text('send.already.body', { reason: back.reasons.join(' ') }),
      );
    case 'unsure':
      return caution(
        view,
        words.text('send.unsure'),
        words.text('send.unsure.body'),
        city.phone ? words.parts('send.unsure.call', { phone: phoneLink(city.phone) }) : '',
      );
    case 'offline':
      return caution(view, words.text('send.offline'), words.text('send.offline.body'));
    default:
      return nothing;
  }
}

/** The same on the steps before, unless the fields already say it. */
export function setbackBefore(view: StepView): TemplateResult | typeof nothing {
  const told = view.state.phase === 'filling' && view.state.problems.length > 0;
  return told ? nothing : setback(view);
}

/** A text of the city that asks nothing. */
export function notice({ words }: StepView, text: string): TemplateResult {
  return html`<div class="bar">
    <p><strong>${words.text('questions.notice')}</strong></p>
    <p dir="auto">${text}</p>
  </div>`;
}

export function notices(view: StepView, fields: readonly Field[]): readonly TemplateResult[] {
  return fields.flatMap((field) => (field.kind === 'notice' ? notice(view, field.text) : []));
}

/** What there is to say of a report that cannot be shown: each case in words, with a next step. */
import { html, type TemplateResult } from 'lit';
import type { Look } from '@citydesk/core/tracking';
import { heading } from '../../parts/heading.ts';
import type { TrackerScreen } from '../view.ts';

export type Unseen = Exclude<Look, { readonly is: 'found' }>['is'];

/** For each, its first sentence and its next step. */
const keys = {
  looking: ['looking'],
  unnumbered: ['unnumbered', 'unnumbered.body'],
  missing: ['missing', 'missing.body.plain'],
  private: ['private', 'private.body'],
  gone: ['gone', 'gone.body'],
  down: ['down', 'down.body'],
} as const;

/** The first sentence of such a report. */
export function unseenWords({ words }: Pick<TrackerScreen, 'words'>, is: Unseen, number: string): string {
  return words.text(keys[is][0], { number });
}

export function unseen(view: TrackerScreen, is: Unseen, number: string): TemplateResult {
  const { words, level } = view;
  const sentence = unseenWords(view, is, number);
  const [, step] = keys[is];
  if (!step) return html`<p class="looking">${sentence}</p>`;
  return html`<div class="bar soft stack-half">
    ${is === 'missing' ? checkNumber(view) : heading(level + 1, html`<span class="first">${sentence}</span>`, 'first')}
    ${is === 'missing' ? html`<p>${words.text('missing.new')}</p>` : html`<p>${words.text(step, { number })}</p>`}
  </div>`;
}

/** The field says that the number is not known; this says what one looks like. */
function checkNumber({ words, city }: TrackerScreen): TemplateResult {
  const { cityName, requestIdExample: number } = city;
  const example = html`<bdi class="keep" dir="ltr">${number}</bdi>`;
  const known = cityName && number;
  return html`<p>
    ${known ? words.parts('missing.body', { city: cityName, example }) : words.text('missing.body.plain')}
  </p>`;
}

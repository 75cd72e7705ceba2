/** What there is to say of a report that cannot be shown, beside its first sentence: each case in words, with a next step. */
import { html, type TemplateResult } from 'lit';
import type { Look } from '@citydesk/core/tracking';
import type { MessageKey } from '../../messages/messages.ts';
import { heading } from '../../parts/heading.ts';
import { laterWords } from '../later-words.ts';
import type { TrackerScreen } from '../view.ts';

/** A report that was looked for and not found, by why. */
export type Unseen = Exclude<Look['is'], 'found' | 'looking'>;

/** The first sentence of each case, which every tracker knows, and its next step. */
const steps = new Map<Unseen, MessageKey>([
  ['unnumbered', 'unnumbered.body'],
  ['missing', 'missing.new'],
  ['private', 'private.body'],
  ['gone', 'gone.body'],
  ['down', 'down.body'],
]);

export function unseen(view: TrackerScreen, is: Unseen, number: string): TemplateResult {
  const words = laterWords(view.words);
  const sentence = view.words.text(is, { number });
  return html`<div class="bar soft stack-half">
    ${is === 'missing' ? checkNumber(view) : heading(view.level + 1, html`<span class="first">${sentence}</span>`, 'first')}
    <p>${words.text(steps.get(is)!, { number })}</p>
  </div>`;
}

/** The field says that the number is not known; this says what one looks like. */
function checkNumber({ words: main, city }: TrackerScreen): TemplateResult {
  const words = laterWords(main);
  const { cityName, requestIdExample: number } = city;
  const example = html`<bdi class="keep" dir="ltr">${number}</bdi>`;
  const known = cityName && number;
  return html`<p>
    ${known ? words.parts('missing.body', { city: cityName, example }) : words.text('missing.body.plain')}
  </p>`;
}

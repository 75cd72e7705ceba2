/** Several reports at once: each with its number and its one sentence, and the way to all about it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Tracked } from '@citydesk/core/tracking';
import { heading } from '../../parts/heading.ts';
import { firstSentence } from '../first-sentence.ts';
import { laterWords } from '../later-words.ts';
import type { TrackerScreen } from '../view.ts';
import { slipTop, standingNow } from './report.ts';

export function several(view: TrackerScreen): TemplateResult {
  const { words, level, state, linkTo } = view;
  return html`<section class="stack" aria-labelledby="first">
    ${heading(level + 1, laterWords(words).text('several', { count: state.tracked.length }), 'first')}
    <ul class="stack">
      ${state.tracked.map((one) => html`<li class="slip">${oneOf(view, one, linkTo(one.reference, one.isToken))}</li>`)}
    </ul>
  </section>`;
}

function oneOf(view: TrackerScreen, { reference, look }: Tracked, link: string): TemplateResult {
  const { words } = view;
  if (look.is !== 'found') {
    return html`<div class="pad"><p class="bar"><strong>${view.words.text(look.is, { number: reference })}</strong></p></div>`;
  }
  return html`${slipTop(view, look.request)}
    <div class="pad tear">
      <div class="bar">
        <p><strong>${firstSentence(standingNow(view, look.request), words, view.ending(look.request))}</strong></p>
        <a class="link" href=${link}>${laterWords(words).text('open', { number: reference })}</a>
      </div>
      ${look.failing ? html`<p>${words.text('down')}</p>` : nothing}
    </div>`;
}

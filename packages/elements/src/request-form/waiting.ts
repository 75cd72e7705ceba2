/** Which part shows a state, and what stands there until it has come. */
import { html, type TemplateResult } from 'lit';
import type { Journey } from '@citydesk/core/request';
import { screen, type View } from './view.ts';

export type ScreenPart = 'what' | 'where' | 'later';

/** The part that shows `state`. */
export function screenOf(state: Journey): ScreenPart {
  if (state.phase !== 'filling') return 'later';
  return state.step === 'what' || state.step === 'where' ? state.step : 'later';
}

/** Stands in for a screen that is not here yet. Before the first one, the page's own words do. */
export function waiting(view: View, name: ScreenPart): TemplateResult {
  const { state, words, parts } = view;
  const hasFailed = parts.here[name] === null;
  if (!state.turn && !hasFailed) return html`<slot></slot>`;
  return screen(view, {
    title: words.text(`${state.step}.heading`),
    body: hasFailed
      ? html`<p>${words.text('later.failed')}</p>
          <button class="button" type="button" @click=${() => parts.bring(name).catch(() => {})}>
            ${words.text('retry')}
          </button>`
      : html`<p class="quiet">${words.text('later.loading')}</p>`,
  });
}

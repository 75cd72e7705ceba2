/** Call now. The call is the only filled button; going on is a plain link. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Danger, Stop } from '@citydesk/core/triage';
import type { Messages } from '../../messages/messages.ts';
import { callTo } from '../../parts/phone.ts';
import { screen, type View } from '../view.ts';

const phone = svg`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M5 3h4l2 5-2.6 2a12 12 0 0 0 5.6 5.6l2-2.6 5 2v4c0 1-1 2-2 2A17 17 0 0 1 3 5c0-1 1-2 2-2z"/></svg>`;

/** What to do first, where that is not the call. */
const first: readonly Danger[] = ['gas', 'wires', 'fire', 'water', 'crime'];

/** @param english the same words once more, for who helps and reads no other language; or who reads this one better */
export function urgentStop(
  view: View,
  { danger }: Extract<Stop, { is: 'urgent' }>,
  words: Messages,
  english?: Messages,
): TemplateResult {
  const emergency = view.city.emergency ?? '911';
  const isFirst = first.includes(danger);
  const then = `urgent.${danger as 'gas'}` as const;
  return screen(view, {
    title: words.text('urgent.heading', { emergency }),
    body: html`<div class="stop stack">
      <p>${words.text('urgent.body')}</p>
      ${isFirst ? html`<p><strong>${words.text(then)}</strong></p>` : nothing}
      <div class="actions">
        <a class="button primary urgent" href=${callTo(emergency)}>${phone}${words.text('urgent.call', { emergency })}</a>
      </div>
      ${
        english
          ? html`<div lang="en" dir="ltr" class="stack-half">
            <p><strong>${english.text('urgent.heading', { emergency })}</strong></p>
            <p>${english.text('urgent.body')}${isFirst ? ` ${english.text(then)}` : nothing}</p>
          </div>`
          : nothing
      }
      <p>
        <button class="link" type="button" @click=${() => view.send({ type: 'passed' })}>
          ${words.text('urgent.continue')}
        </button>
      </p>
    </div>`,
  });
}

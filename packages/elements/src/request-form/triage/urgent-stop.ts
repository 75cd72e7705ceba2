/** Call now. The call is the only filled button; going on is a plain link. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Danger, Stop } from '@citydesk/core/triage';
import type { Messages } from '../../messages/messages.ts';
import { callTo } from '../../parts/phone.ts';
import { screen, type View } from '../view.ts';

const phone = svg`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M5 3h4l2 5-2.6 2a12 12 0 0 0 5.6 5.6l2-2.6 5 2v4c0 1-1 2-2 2A17 17 0 0 1 3 5c0-1 1-2 2-2z"/></svg>`;

/** What to do first, where that is not the call. */
const first: readonly Danger[] = ['gas', 'wires', 'fire', 'water', 'crime'];

export function urgentStop(view: View, { danger }: Extract<Stop, { is: 'urgent' }>, words: Messages): TemplateResult {
  const emergency = view.city.emergency ?? '911';
  return screen(view, {
    title: words.text('urgent.heading', { emergency }),
    body: html`<div class="stop stack">
      <p>${words.text('urgent.body')}</p>
      ${first.includes(danger) ? html`<p><strong>${words.text(`urgent.${danger as 'gas'}`)}</strong></p>` : nothing}
      <div class="actions">
        <a class="button primary urgent" href=${callTo(emergency)}>${phone}${words.text('urgent.call', { emergency })}</a>
      </div>
      <p>
        <button class="link" type="button" @click=${() => view.send({ type: 'passed' })}>
          ${words.text('urgent.continue')}
        </button>
      </p>
    </div>`,
  });
}

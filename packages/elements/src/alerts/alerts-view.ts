/** What stands of the alerts: a fold with one field and a button, and a sentence on what came of it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../messages/messages.ts';
import { field, line, type FieldWords } from '../parts/field.ts';
import { icons } from '../parts/icons.ts';
import type { Channel, Wish } from './wish.ts';

export interface AlertsActions {
  readonly toggled: (isOpen: boolean) => void;
  readonly typed: (text: string) => void;
  readonly turned: (channel: Channel) => void;
  readonly sent: () => void;
}

/** @param channels those that can be chosen */
export function alertsView(
  wish: Wish,
  channels: readonly Channel[],
  words: Messages,
  act: AlertsActions,
): TemplateResult {
  const toggled = (event: Event) => act.toggled((event.target as HTMLDetailsElement).open);
  return html`<div class="alerts stack-half">
    ${
      wish.is === 'none'
        ? nothing
        : html`<details ?open=${wish.isOpen} @toggle=${toggled}>
          <summary><strong>${words.text('alerts.offer')}</strong> ${icons.open}</summary>
          ${form(wish, channels, words, act)}
        </details>`
    }
    <p role="status" tabindex="-1">${outcome(wish, words)}</p>
  </div>`;
}

function form({ is, channel, typed, reason }: Wish, channels: readonly Channel[], words: Messages, act: AlertsActions) {
  const said: FieldWords = {
    id: 'alerts-address',
    label: words.text(`alerts.${channel}`),
    hint: words.text(`alerts.${channel}.hint`),
    wrong: is === 'wrong' ? wrong(channel, reason, words) : undefined,
  };
  const kind = channel === 'email' ? 'email' : 'tel';
  const other = channels.find((one) => one !== channel);
  const submitted = (event: Event) => {
    event.preventDefault();
    act.sent();
  };
  return html`<form class="stack" novalidate @submit=${submitted}>
    ${field(said, line(said, { value: typed[channel], input: act.typed, type: kind, mode: kind, autocomplete: kind }))}
    <div class="actions">
      <button class="button">${words.text('alerts.send')}</button>
      ${
        other
          ? html`<button class="link" type="button" @click=${() => act.turned(other)}>
            ${words.text(`alerts.${other}.instead`)}
          </button>`
          : nothing
      }
    </div>
  </form>`;
}

function wrong(channel: Channel, reason: string | undefined, words: Messages): string {
  if (reason) return words.text('alerts.said', { reason });
  // Marks that keep it left to right, as in the field.
  return words.text(`alerts.${channel}.wrong`, { example: '\u2066+1\u00a0269\u00a0555\u00a00142\u2069' });
}

/** What is announced, politely. What is wrong with the address stands at its field. */
function outcome({ is, channel, sentTo }: Wish, words: Messages): unknown {
  const address = html`<bdi dir="ltr">${sentTo}</bdi>`;
  switch (is) {
    case 'typing':
    case 'wrong':
      return nothing;
    case 'sent':
      return words.parts(`alerts.${channel}.sent`, { address });
    case 'practice':
      return words.parts('alerts.practice', { address });
    default:
      return words.text(`alerts.${is}`);
  }
}

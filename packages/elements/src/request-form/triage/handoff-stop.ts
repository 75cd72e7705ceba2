/** Somebody else takes care of this: who, how to reach them, and the ways on. Never a dead end. */
import { html, nothing, type TemplateResult } from 'lit';
import { handOver, type Stop } from '@citydesk/core/triage';
import type { Messages } from '../../messages/messages.ts';
import { phoneLink } from '../../parts/phone.ts';
import { screen, type View } from '../view.ts';

export function handoffStop(view: View, { owner }: Extract<Stop, { is: 'not-ours' }>, words: Messages): TemplateResult {
  const { city, send } = view;
  const { name, phone, url, endpoint } = owner;
  const who = html`<bdi>${name}</bdi>`;
  return screen(view, {
    title: words.text('handoff.heading', { owner: name }),
    body: html`<div class="bar soft stack-half">
        <p>
          ${words.parts(city.cityName ? 'handoff.body' : 'handoff.body.plain', { city: html`<bdi>${city.cityName}</bdi>`, owner: who })}
        </p>
        ${phone ? html`<p class="tall">${words.parts('handoff.call', { owner: who, phone: phoneLink(phone) })}</p>` : nothing}
        ${url ? html`<a class="link" href=${url}><span>${words.parts('handoff.open', { owner: who })}</span></a>` : nothing}
      </div>
      ${
        endpoint
          ? html`<div class="stack">
            <p>${words.parts('handoff.here.hint', { owner: who })}</p>
            <div class="actions">
              <button class="button primary" type="button" @click=${() => send(handOver(view.state, owner))}>
                ${words.text('handoff.here')}
              </button>
            </div>
          </div>`
          : nothing
      }
      <div class="ways">
        <button class="link" type="button" @click=${() => send({ type: 'went', step: 'where', field: 'place' })}>
          ${words.text('handoff.move')}
        </button>
        ${
          endpoint
            ? nothing
            : html`<button class="link" type="button" @click=${() => send({ type: 'passed' })}>
              ${words.text('handoff.anyway')}
            </button>`
        }
      </div>`,
  });
}

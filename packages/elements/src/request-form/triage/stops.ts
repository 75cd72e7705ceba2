/** The screens that stand in the place of a step: call now, somebody else takes care of this, is it one of these? */
import { html, type TemplateResult } from 'lit';
import type { Journey } from '@citydesk/core/request';
import type { Stop } from '@citydesk/core/triage';
import en from '../../messages/triage.en.json';
import { messagesIn, type Messages } from '../../messages/messages.ts';
import type { BesideForm } from '../beside.ts';
import type { View } from '../view.ts';
import { handoffStop } from './handoff-stop.ts';
import { knownStop } from './known-stop.ts';
import { urgentStop } from './urgent-stop.ts';

export { stopStyles } from './stop.styles.ts';

export function stopScreen(view: View, stop: Stop, form: BesideForm): TemplateResult {
  const words = stopWords(view);
  switch (stop.is) {
    case 'urgent':
      return urgentStop(view, stop, words, /^en/.test(words.lang) ? undefined : messagesIn(en));
    case 'not-ours':
      return handoffStop(view, stop, words);
    case 'known':
      return knownStop(view, stop, words, form);
  }
}

/** What is known nearby, where that came too late to be asked: a line beside the form, which interrupts nobody. */
export function lateLine(view: View<Journey>, stop: Extract<Stop, { is: 'known' }>): TemplateResult {
  const words = stopWords(view);
  const count = stop.nearby.length;
  return html`<p class="late">
    ${words.text('duplicates.body', { count })}
    <button class="link" type="button" @click=${() => view.send({ type: 'stopped', stop })}>
      ${words.text('duplicates.see', { count })}
    </button>
  </p>`;
}

function stopWords({ city }: View<Journey>): Messages {
  return messagesIn(en, city);
}

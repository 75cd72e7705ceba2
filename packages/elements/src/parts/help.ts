/** The human route: on every screen of every widget, always last. */
import { html, nothing, type TemplateResult } from 'lit';
import type { CityConfig } from '../city/city-config.ts';
import type { Messages } from '../messages/messages.ts';
import { heading } from './heading.ts';
import { phoneLink } from './phone.ts';

/** What of a widget's view the human route needs. */
export interface HelpView {
  readonly words: Messages;
  /** Level of the screen's heading, 1–6; this one stands below it. */
  readonly level: number;
  readonly city: CityConfig;
  readonly now: Date;
}

/** The phone, and when it is answered. The host's own words go into the `help` slot. */
export function help(view: HelpView): TemplateResult {
  const { phone } = view.city;
  return html`<div class="help stack-half">
    ${phone ? html`${heading(view.level + 1, view.words.text('help.heading'))}<p>${callWords(view, phone)}</p>` : nothing}
    <slot name="help"></slot>
  </div>`;
}

/** "Call …", with the hours if the city file has some. */
export function callWords(view: HelpView, number: string) {
  return view.city.hoursWords?.(view, number) ?? view.words.parts('help.phone', { phone: phoneLink(number) });
}

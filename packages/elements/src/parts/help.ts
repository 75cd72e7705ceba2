/** The human route: on every screen of every widget, always last. */
import { html, nothing, type TemplateResult } from 'lit';
import { openingAt, weekdays } from '@citydesk/core/hours';
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
export function callWords({ words, city, now }: HelpView, number: string) {
  const phone = phoneLink(number);
  const opening = openingAt(city.phoneHours ?? [], city.zone, now);
  if (!opening) return words.parts('help.phone', { phone });
  const time = (clock: string) => html`<span class="keep">${words.time(clock)}</span>`;
  if (opening.open) return words.parts('help.open', { phone, time: time(opening.until) });
  if (opening.inDays === 0) return words.parts('help.closed.today', { phone, time: time(opening.opens) });
  const day = words.weekday(weekdays.indexOf(opening.day));
  return words.parts('help.closed', { phone, day, time: time(opening.opens) });
}

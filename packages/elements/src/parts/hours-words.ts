/** When the phone is answered, in words. Fetched where the city says its hours, and told of the phone without until it is here. */
import { html } from 'lit';
import { openingAt, weekdays } from '@citydesk/core/hours';
import en from '../messages/hours.en.json';
import type { HelpView } from './help.ts';
import { phoneLink } from './phone.ts';

/** "Call … Open now, until …"; `undefined` where no hours are known. */
export function hoursWords({ words: own, city, now }: HelpView, number: string): readonly unknown[] | undefined {
  const opening = openingAt(city.phoneHours ?? [], city.zone, now);
  if (!opening) return undefined;
  const words = own.with(en);
  const phone = phoneLink(number);
  const time = (clock: string) => html`<span class="keep">${words.time(clock)}</span>`;
  if (opening.open) return words.parts('help.open', { phone, time: time(opening.until) });
  if (opening.inDays === 0) return words.parts('help.closed.today', { phone, time: time(opening.opens) });
  const day = words.weekday(weekdays.indexOf(opening.day));
  return words.parts('help.closed', { phone, day, time: time(opening.opens) });
}

/** Days that differ from street to street: "Your next brush pick-up: Tuesday, November 24", once an address is given. Comes with such an answer. */
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { dayIn } from '@citydesk/core/day-in';
import { calendarsAt, nextDays, type AreaCalendar, type FaqEntry } from '@citydesk/core/faq';
import type { CityController } from '../city/city-controller.ts';
import { offerCalendarFile } from '../device/calendar-file.ts';
import en from '../messages/next-day.en.json';
import { messagesIn, type Messages } from '../messages/messages.ts';
import { AskedPlace } from './asked-place.ts';
import { dayWords } from './day-words.ts';
import { KeptPlace } from './kept-place.ts';
import type { FaqView } from './view.ts';

type DaysView = Pick<FaqView, 'city' | 'now'>;

export class NextDay {
  readonly #asked: AskedPlace;
  readonly #kept: KeptPlace;

  constructor(host: LitElement, city: CityController) {
    this.#asked = new AskedPlace(host);
    this.#kept = new KeptPlace(host, city, (place) => this.#asked.found(place));
  }

  /** The days at the resident's address, or the way to give one. Days that are the same everywhere need none. */
  render(view: DaysView, { calendars = [] }: FaqEntry): unknown {
    const words = messagesIn(en, view.city);
    const local = new Set(calendars.filter(({ area }) => area).map(({ name }) => name));
    const everywhere = calendarsAt(calendars).filter(({ name }) => !local.has(name));
    const own = calendars.filter(({ name }) => local.has(name));
    return html`<div class="days stack">
      ${everywhere.map((calendar) => html`<div class="bar soft">${days(view, words, calendar)}</div>`)}
      ${own.length ? this.#local(view, words, own) : nothing}
    </div>`;
  }

  #local(view: DaysView, words: Messages, calendars: readonly AreaCalendar[]): unknown {
    const { place } = this.#asked;
    if (!place) return this.#asked.render(words, view.city.addresses);
    const here = calendarsAt(calendars, place);
    return html`<div class="bar soft">
      <p class="small">${words.parts('day.for', { address: html`<bdi>${place.label}</bdi>` })}</p>
      ${
        here.length
          ? here.map((calendar) => days(view, words, calendar))
          : html`<p class="told" tabindex="-1">${words.text('day.outside')}</p>`
      }
      <div class="way"><button class="link" type="button" @click=${this.#asked.change}>${words.text('day.change')}</button></div>
      ${this.#kept.render(words, place)}
    </div>`;
  }
}

function days({ city, now }: DaysView, words: Messages, calendar: AreaCalendar): TemplateResult {
  const [next, then] = nextDays(calendar, dayIn(now, city.zone), 2);
  if (!next) return html`<p class="told" tabindex="-1">${words.text('day.none')}</p>`;
  const add = () =>
    offerCalendarFile({
      uid: `${next}-${calendar.name}@${location.host}`,
      day: next,
      title: calendar.name,
      stamp: new Date(),
    });
  const date = (day: string) => html`<time datetime=${day}>${dayWords(day, city)}</time>`;
  return html`<p class="first told" tabindex="-1">
      ${words.parts('day.next', { collection: html`<bdi>${calendar.name}</bdi>`, date: date(next) })}
    </p>
    ${then ? html`<p class="small quiet">${words.parts('day.then', { date: date(then) })}</p>` : nothing}
    <div class="way"><button class="link" type="button" @click=${add}>${words.text('day.calendar')}</button></div>`;
}

/** Adds up what happened, and sends it to each city by the browser's own errand boy: after a report, and when the page goes. */
import { isCounted, type Channel, type CountedEvent } from '@citydesk/core/counts';
import { handOver } from './bridges.ts';
import { cityOf } from './counted-cities.ts';

/** One thing that happened, without anything that a resident wrote. */
export interface Happened {
  readonly event: CountedEvent;
  /** One of the event's details; "" where it has none. */
  readonly detail: string;
  /** A service code of the city; "" where there is none. */
  readonly service: string;
  readonly language: string;
  readonly channel: Channel;
}

/** So many lines go into one post, as the relay takes them. */
const most = 50;

export class Tally {
  /** The lines that wait, by what all lines of a post share. */
  #lines = new Map<string, string[]>();
  /** The page is going: what is told last goes at once. */
  #isLeaving = false;

  add(widget: Element | undefined, event: string, detail = '', service = ''): void {
    const city = cityOf(widget);
    if (!city || !isCounted(event, detail)) return;
    const { address, language, channel } = city;
    handOver(city.bridges, { event, detail, service, language, channel });
    if (!address) return;
    const shared = JSON.stringify([address, language, channel]);
    this.#lines.set(shared, [...(this.#lines.get(shared) ?? []), [event, detail, service].join(';')]);
    if (this.#isLeaving) this.send();
  }

  /** Sends what has been added up, and begins anew. */
  send(): void {
    const all = this.#lines;
    this.#lines = new Map();
    for (const [shared, lines] of all) {
      const [address, language, channel] = JSON.parse(shared) as [string, string, string];
      for (let at = 0; at < lines.length; at += most) {
        const post = new URLSearchParams({ language, channel });
        for (const line of lines.slice(at, at + most)) post.append('count', line);
        sendAway(address, post);
      }
    }
  }

  leave(): void {
    this.#isLeaving = true;
    this.send();
  }

  comeBack(): void {
    this.#isLeaving = false;
  }
}

/** What does not arrive is lost: a count is not worth a second try. */
function sendAway(address: string, body: URLSearchParams): void {
  if (navigator.sendBeacon(address, body)) return;
  fetch(address, { method: 'POST', mode: 'no-cors', credentials: 'omit', keepalive: true, body }).catch(() => {});
}

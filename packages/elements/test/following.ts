/** Someone who comes back to see what became of a report, and what a test needs around that. */
import type { SeedRequest, TestCity } from '@citydesk/sandbox/testing';
import type { CitydeskStatusTracker } from '../src/status-tracker/status-tracker.ts';
import '../src/status-tracker/define.ts';
import { cityFile } from './city-file.ts';
import { clean } from './reading.ts';
import { placed, Visitor, type Page } from './visitor.ts';

/** The time zone of the cities in these tests. */
export const zone = 'America/Detroit';

export class Follower extends Visitor<CitydeskStatusTracker> {
  /** Opens a tracker with these attributes. */
  static async opens(attributes: Readonly<Record<string, string>>, page: Page = {}): Promise<Follower> {
    return new Follower(await placed('citydesk-status-tracker', attributes, page));
  }

  /** Opens a tracker of `city`, as a page with a city file would have it. */
  static comesTo(
    { endpoint }: Pick<TestCity, 'endpoint'>,
    attributes: Readonly<Record<string, string>> = {},
    page: Page = {},
    more: Readonly<Record<string, unknown>> = {},
  ): Promise<Follower> {
    const config = cityFile({ endpoint, zone, phone: '311', ...more });
    return Follower.opens({ config, ...attributes }, page);
  }

  /** What is said first of the report; empty while nothing is. */
  get first(): string {
    return clean(this.root.querySelector('#first')?.textContent ?? '');
  }

  /** What screen readers were told last without being asked. */
  get announced(): string {
    return clean(this.root.querySelector('.hidden[role=status]')!.textContent);
  }

  /** The steps of the report, in words. */
  get timeline(): readonly string[] {
    return [...this.root.querySelectorAll('.timeline > li')].map((one) => clean((one as HTMLElement).innerText));
  }

  /** Waits until this stands first. */
  async reads(first: string): Promise<void> {
    await this.until(`“${first}” in the first place`, () => this.first === first);
    await this.widget.updateComplete;
  }

  async finds(number: string): Promise<void> {
    await this.types('Report number', number);
    await this.presses('Find report');
  }
}

/** A report as a city has it from before. */
export function report(service_request_id: string, more: Partial<SeedRequest> = {}): SeedRequest {
  return {
    service_request_id,
    service_code: 'hole',
    address: '318 Hoffman St',
    requested_datetime: earlierToday(3),
    ...more,
  };
}

/** A moment before now, or after it where negative, as on the wire. */
export function ago({ days = 0, hours = 0 }: { readonly days?: number; readonly hours?: number }): string {
  return new Date(Date.now() - (days * 24 + hours) * 3_600_000).toISOString();
}

/** So many hours before now, at most 4. In the first hours of a day they are shorter, so that each is today where that city is, in its order. */
export function earlierToday(hours: number): string {
  const [hour = 0, minute = 0] = new Date()
    .toLocaleTimeString('en-US', { timeZone: zone, hourCycle: 'h23', hour: '2-digit', minute: '2-digit' })
    .split(':')
    .map(Number);
  return ago({ hours: hours * Math.min(1, (hour + minute / 60) / 5) });
}

/** A day as people write it, where that city is. */
export function dayOf(moment: string | Date): string {
  const date = new Date(moment);
  const year = (one: Date) => one.toLocaleDateString('en-US', { year: 'numeric', timeZone: zone });
  return date.toLocaleDateString('en-US', {
    timeZone: zone,
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    ...(year(date) !== year(new Date()) && { year: 'numeric' }),
  });
}

/** Leads the page to this fragment, as a link on it would, and waits until it was told. */
export async function followsLink(fragment: string): Promise<void> {
  const followed = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
  location.hash = fragment;
  await followed;
}

/** Takes the fragment off again without telling anyone. */
export function withoutFragment(): void {
  history.replaceState(null, '', location.pathname + location.search);
}

/** Hides the page, or shows it, as another tab in front of it would. */
export function pageIs(visibilityState: 'visible' | 'hidden'): void {
  Object.defineProperty(document, 'visibilityState', { configurable: true, value: visibilityState });
  document.dispatchEvent(new Event('visibilitychange'));
}

/** Gives the page its own visibility back. */
export function pageIsItself(): void {
  delete (document as { visibilityState?: unknown }).visibilityState;
}

/** The page was away for longer than a glance, and is back. */
export async function comesBack(): Promise<void> {
  pageIs('hidden');
  await new Promise((resolve) => setTimeout(resolve, 2100));
  pageIs('visible');
}

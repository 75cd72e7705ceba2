/** Someone with a question, in front of the FAQ panel, and what a test needs around that. */
import type { CitydeskFaqPanel } from '../src/faq-panel/faq-panel.ts';
import type { FaqOutcomeEvent } from '../src/faq-panel/events.ts';
import '../src/faq-panel/define.ts';
import { cityFile } from './city-file.ts';
import { clean } from './reading.ts';
import { placed, Visitor, type Page } from './visitor.ts';

/** An entry as an editor writes it into the file. */
export type Written = Readonly<Record<string, unknown>>;

export class Asker extends Visitor<CitydeskFaqPanel> {
  /** Opens a panel with these attributes, and waits until it has what it gets. */
  static async opens(attributes: Readonly<Record<string, string>>, page: Page = {}): Promise<Asker> {
    const asker = new Asker(await placed('citydesk-faq-panel', attributes, page));
    await asker.until('the answers', () => !asker.text.includes('on their way'));
    await asker.widget.updateComplete;
    return asker;
  }

  /** Opens a panel with a file of these entries. */
  static reads(
    entries: readonly Written[],
    city: Written = {},
    page: Page = {},
    attributes: Readonly<Record<string, string>> = {},
  ): Promise<Asker> {
    const config = cityFile({ phone: '311', zone: 'America/Detroit', ...city });
    return Asker.opens({ faq: cityFile({ language: 'en', entries }), config, ...attributes }, page);
  }

  async asks(words: string): Promise<void> {
    await this.types('What do you want to know?', words);
  }

  /** The questions that can be read now, from the top; topics are none. */
  get questions(): readonly string[] {
    return [...this.root.querySelectorAll<HTMLElement>('li > details > summary strong')]
      .filter((one) => one.checkVisibility())
      .map((one) => clean(one.textContent));
  }

  /** The topics that can be opened, with the number of answers. */
  get topics(): readonly string[] {
    return [...this.root.querySelectorAll('div > details > summary')].map((one) => clean(one.textContent!));
  }

  /** The questions that stand open. */
  get opened(): readonly string[] {
    return [...this.root.querySelectorAll('li > details[open] > summary strong')].map((one) => clean(one.textContent));
  }

  /** The answer that is open, in words; empty while none stands. */
  get answer(): string {
    return clean(this.root.querySelector<HTMLElement>('details[open] .answer')?.innerText ?? '');
  }

  /** What screen readers were told last without being asked. */
  get announced(): string {
    return clean(this.root.querySelector('.hidden[role=status]')!.textContent);
  }

  /** Opens an answer and waits until it stands. */
  async opensAnswer(question: string | RegExp): Promise<void> {
    await this.presses(question);
    await this.until('an answer', () => this.root.querySelector('details[open] .answer') ?? undefined);
  }
}

let endings: string[] = [];
const noted = ({ outcome, answerId, words }: FaqOutcomeEvent) =>
  void endings.push([outcome, answerId, words].filter((one) => one !== undefined).join(' '));

beforeEach(() => {
  endings = [];
  document.addEventListener('citydesk-faq-outcome', noted as EventListener);
});
afterEach(() => document.removeEventListener('citydesk-faq-outcome', noted as EventListener));

/** How questions ended in this test, as the page was told: "answered brush". */
export const endingsSoFar = (): readonly string[] => endings;

const { fetch } = globalThis;
const served = new Map<string, () => Promise<Response>>();
beforeEach(() => {
  globalThis.fetch = (...request: Parameters<typeof fetch>) =>
    served.get(String(new URL(String(request[0]), location.href)))?.() ?? fetch(...request);
});
afterEach(() => {
  served.clear();
  globalThis.fetch = fetch;
});

/** Has `answer` come from a path of the page's own site during this test, in place of what is there; gives its address. */
export function serve(path: string, answer: () => unknown): string {
  const { href } = new URL(path, location.href);
  served.set(href, async () => {
    const content = await answer();
    return typeof content === 'string' ? new Response(content) : Response.json(content);
  });
  return href;
}

/** A day from today, `YYYY-MM-DD` in the zone of the tests' cities. */
export function dayFromNow(days: number): string {
  const date = new Date(Date.now() + days * 86_400_000);
  return date.toLocaleDateString('en-CA', { timeZone: 'America/Detroit' });
}

/** Such a day as people write it. */
export function inWords(day: string): string {
  const date = new Date(`${day}T12:00Z`);
  const year = date.getUTCFullYear() === new Date().getUTCFullYear() ? undefined : 'numeric';
  return date.toLocaleDateString('en-US', { weekday: 'long', month: 'long', day: 'numeric', year, timeZone: 'UTC' });
}

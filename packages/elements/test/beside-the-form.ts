/** Answers and notices for tests of what stands beside the form: files of a city, what is fetched of them, and what the page is told. */
import type { FaqOutcomeEvent } from '../src/faq-panel/events.ts';
import { cityFile } from './city-file.ts';

/** One entry that is found for certain, one that is hardly alike, and one with a calendar that holds everywhere. */
export const entries = [
  {
    id: 'bin',
    title: 'My bin was not emptied. What can I do?',
    aliases: ['missed trash', 'my bin was not emptied'],
    body: 'Leave it at the curb. The crew comes **back** by noon of the next day.\n\n- Call us after that.',
    services: ['missed_trash'],
  },
  {
    id: 'trash-day',
    title: 'When is trash picked up?',
    aliases: ['bin day'],
    body: 'Once a week, by 6 am.',
    services: ['missed_trash'],
    calendars: [{ name: 'trash pick-up', weekday: 'mon' }],
  },
  { id: 'shelter', title: 'How do I rent a park shelter?', body: 'At City Hall.' },
];

const files = new Map<string, string>();
const slow = new Map<string, Promise<void>>();

/** A file of the city that is served under an address of the web, which alone may stand for notices. */
export function served(content: unknown): string {
  const url = `https://files.example/${files.size}.json`;
  files.set(url, cityFile(content));
  return url;
}

export const faqFile = (content: unknown = { language: 'en', entries }): string => cityFile(content);

let asked: string[] = [];
let told: FaqOutcomeEvent[] = [];
const { fetch } = globalThis;
const hear = (event: Event) => void told.push(event as FaqOutcomeEvent);

beforeEach(() => {
  asked = [];
  told = [];
  document.addEventListener('citydesk-faq-outcome', hear);
  globalThis.fetch = async (...request: Parameters<typeof fetch>) => {
    const [input] = request;
    const url = input instanceof Request ? input.url : String(input);
    asked.push(url);
    await slow.get(url);
    return files.has(url) ? fetch(files.get(url)!) : fetch(...request);
  };
});
afterEach(() => {
  globalThis.fetch = fetch;
  document.removeEventListener('citydesk-faq-outcome', hear);
  history.replaceState(null, '', location.pathname + location.search);
});

/** Keeps the answer of this address back until it is called. */
export function delayed(url: string): () => void {
  let go = () => {};
  slow.set(url, new Promise((resolve) => (go = resolve)));
  return () => go();
}

/** How often this address was fetched in the test. */
export const timesFetched = (url: string): number =>
  asked.filter((one) => one === new URL(url, location.href).href).length;

/** The endings that the page was told of, oldest first, as "answered bin". */
export const endings = (): readonly string[] =>
  told.map(({ outcome, answerId, words }) => [outcome, answerId, words && `“${words}”`].filter(Boolean).join(' '));

interface Shift extends PerformanceEntry {
  readonly sources: readonly { readonly previousRect: DOMRect; readonly currentRect: DOMRect }[];
}

/** Nodes in shadow roots are not told: what moved is known by where it was. */
const wordsOf = ({ sources }: Shift) =>
  sources.map((one) => `${boxOf(one.previousRect)} → ${boxOf(one.currentRect)}`).join('; ');
const boxOf = ({ x, y, width, height }: DOMRect) => [x, y, width, height].map(Math.round).join(' ');

/** Ends the watching, and gives every layout shift since its beginning, also those that input excuses. */
export function watchShifts(): () => Promise<readonly string[]> {
  const shifts: string[] = [];
  const take = (list: readonly PerformanceEntry[]) => list.forEach((entry) => shifts.push(wordsOf(entry as Shift)));
  const watching = new PerformanceObserver((list) => take(list.getEntries()));
  watching.observe({ type: 'layout-shift' });
  return async () => {
    // Shifts are reported after the frame they happened in.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100)));
    take(watching.takeRecords());
    watching.disconnect();
    return shifts;
  };
}

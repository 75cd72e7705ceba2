/** Counts for tests: what leaves the page for the city's relay. In the place of the browser's own errand boy, who tells nobody what he carried. */
import { countedCities } from '../src/counting/counted-cities.ts';
import '../src/counting/counting.ts';
import { cityFile } from './city-file.ts';

export interface Post {
  readonly address: string;
  readonly language: string | null;
  readonly channel: string | null;
  readonly counts: readonly string[];
}

let posts: Post[] = [];
let bodies: string[] = [];
const own = Object.getOwnPropertyDescriptor(Navigator.prototype, 'sendBeacon')!;

beforeEach(() => {
  posts = [];
  bodies = [];
  Object.defineProperty(Navigator.prototype, 'sendBeacon', {
    ...own,
    value(this: Navigator, address: string, body: URLSearchParams) {
      if (this !== navigator) throw new TypeError('Illegal invocation');
      bodies.push(`${address} ${body}`);
      const [language, channel] = [body.get('language'), body.get('channel')];
      posts.push({ address, language, channel, counts: body.getAll('count') });
      return true;
    },
  });
});
afterEach(() => void Object.defineProperty(Navigator.prototype, 'sendBeacon', own));

/** What has been sent to a city's relay. */
export const postsTo = ({ endpoint }: { readonly endpoint: string }): readonly Post[] =>
  posts.filter(({ address }) => address === `${endpoint}counts`);

/** All lines that have been sent there. */
export const countsTo = (city: { readonly endpoint: string }): readonly string[] =>
  postsTo(city).flatMap(({ counts }) => counts);

/** Everything that has been sent anywhere, as it went. */
export const allSent = (): string => decodeURIComponent(bodies.join('\n').replaceAll('+', ' '));

/** A city file that counts. */
export const countingFile = (
  { endpoint }: { readonly endpoint: string },
  more: Readonly<Record<string, unknown>> = {},
): string => cityFile({ endpoint, counts: true, ...more });

/** Resolves when what counts for this city file has been fetched. */
export async function isCounting(config: string): Promise<void> {
  while (!countedCities.has(config)) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** The page goes; what a browser keeps of it may come back. */
export const leavesPage = (): void => void dispatchEvent(new PageTransitionEvent('pagehide'));
export const comesBack = (): void => void dispatchEvent(new PageTransitionEvent('pageshow'));

/** What a page asks its city, as the network sees it. */

let asked: string[] = [];
const { fetch } = globalThis;

beforeEach(() => {
  asked = [];
  globalThis.fetch = (...request: Parameters<typeof fetch>) => {
    const [input] = request;
    const { pathname, search } = new URL(input instanceof Request ? input.url : input, document.baseURI);
    const [, call] = pathname.split('/open311/v2/');
    if (call) asked.push(call + search);
    return fetch(...request);
  };
});
afterEach(() => {
  globalThis.fetch = fetch;
});

/** Paths below the endpoint with their queries, oldest first; empty again with each test. */
export const askedOfCity = (): readonly string[] => asked;

/** From now on. */
export const askNothingSoFar = (): void => void (asked = []);

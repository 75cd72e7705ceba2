/** What this page sends anywhere, in whatever way: a `POST` of fetch or of XMLHttpRequest, a beacon. */

let sent: string[] = [];
const { fetch } = globalThis;
const { open } = XMLHttpRequest.prototype;
const { sendBeacon } = navigator;

const isTest = (url: URL) => /^\/__city\/?$|^\/__city\/[^/]+\/(faults|changes|tokens|rows)$/.test(url.pathname);

beforeEach(() => {
  sent = [];
  const note = (method: string, address: string) => {
    const url = new URL(address, document.baseURI);
    if (!/^(GET|HEAD)$/i.test(method) && !isTest(url)) sent.push(`${method} ${url.pathname}`);
  };
  globalThis.fetch = (...request: Parameters<typeof fetch>) => {
    const [input, init] = request;
    const { url, method } = input instanceof Request ? input : { url: String(input), method: 'GET' };
    note(init?.method ?? method, url);
    return fetch(...request);
  };
  XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, method: string, url: string | URL) {
    note(method, String(url));
    open.call(this, method, url, true);
  } as typeof open;
  navigator.sendBeacon = (url, data) => {
    note('beacon', String(url));
    return sendBeacon.call(navigator, url, data);
  };
});
afterEach(() => {
  globalThis.fetch = fetch;
  XMLHttpRequest.prototype.open = open;
  navigator.sendBeacon = sendBeacon;
});

/** Method and path of each, oldest first, without what a test tells its city; empty again with each test. */
export const sentFromPage = (): readonly string[] => sent;

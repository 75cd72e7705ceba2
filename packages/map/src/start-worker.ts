/** The address the map's worker starts from, in a form that a strict page takes. */
import { MapError } from './map-error.ts';
import { workerUrl } from './worker-url.ts';

/** What a page with Trusted Types wants instead of a text. */
interface TrustedUrl {
  toString(): string;
}
interface Policy {
  createScriptURL(url: string): TrustedUrl;
}
interface Page {
  readonly trustedTypes?: { createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy };
  [policy]?: Policy | undefined;
}

/** Kept on the page, because a policy's name can be used once, and there may be two copies of us. */
const policy = Symbol.for('citydesk.map-policy');

let start: string | undefined;

/**
 * The address for the library's `setWorkerUrl`; `undefined` when the library knows it better.
 * @throws MapError when the page's policy does not let us name a worker
 */
export function workerStart(): string | undefined {
  // A page without an origin starts workers only from data, which the library does.
  if (!workerUrl || globalThis.origin === 'null') return workerUrl;
  return (start ??= trusted(sameOrigin(new URL(workerUrl, import.meta.url).href)));
}

/** No browser starts a worker from another origin. A line of our own that imports it is of this one. */
function sameOrigin(url: string): string {
  if (new URL(url).origin === location.origin) return url;
  return URL.createObjectURL(new Blob([`import ${JSON.stringify(url)}`], { type: 'text/javascript' }));
}

function trusted(url: string): string {
  const page = globalThis as Page;
  if (!page.trustedTypes) return url;
  try {
    page[policy] ??= page.trustedTypes.createPolicy('citydesk-map', { createScriptURL: (url) => url });
  } catch (cause) {
    throw new MapError('worker', { cause });
  }
  // The library looks at the address as a text before it hands it to the browser.
  return Object.assign(page[policy].createScriptURL(url), {
    endsWith: (end: string) => url.endsWith(end),
    split: (by: RegExp) => url.split(by),
  }) as unknown as string;
}

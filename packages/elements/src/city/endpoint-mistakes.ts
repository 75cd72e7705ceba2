/** Tells the web editor the one thing to change where the city's endpoint cannot be asked. Fetched only where that is so; residents see the phone. */

const example = 'endpoint="https://311.example.gov/open311/v2/"';

const told = new Set<string>();

function tell(mistake: string): void {
  if (told.has(mistake)) return;
  told.add(mistake);
  console.error(`citydesk: ${mistake}`);
}

/** No client could be made for `endpoint`, as the page has it. */
export function tellUnconnected(endpoint: string | undefined, error: unknown): void {
  const mistake = addressMistake(endpoint, document.baseURI);
  if (mistake) tell(mistake);
  else console.error('citydesk: no connection to the city could be set up.', error);
}

/** Nothing came back from `url`. Says why where that can be found out: a question in vain is asked once more, without reading the answer. */
export async function tellUnreached(url: string): Promise<void> {
  const { origin, protocol } = new URL(url, document.baseURI);
  if (isMixed(url, location.href)) {
    tell(`the page is ${location.protocol}//, so browsers refuse the endpoint ${origin}. Write https: in it.`);
    return;
  }
  if (origin === location.origin || !/^https?:$/.test(protocol) || told.has(origin)) return;
  told.add(origin);
  const answer = await answersUnread(url);
  if (answer === 'blocked')
    tell(`this page's Content-Security-Policy refuses ${origin}. Add ${origin} to its connect-src.`);
  if (answer === 'yes')
    tell(
      `${origin} answers, but does not let this page read it. The server must send "Access-Control-Allow-Origin: *" with every answer; where it cannot, use the relay as endpoint.`,
    );
}

/** What is wrong with `endpoint` as an address; `undefined` where nothing is. */
export function addressMistake(endpoint: string | undefined, base: string): string | undefined {
  if (!endpoint)
    return `there is no endpoint. Write ${example} on the element or the script tag, or "endpoint" in the city file.`;
  const url = parsed(endpoint, base);
  if (url && /^https?:$/.test(url.protocol)) return undefined;
  return `endpoint="${endpoint}" is no web address. Write one like ${example}.`;
}

/** Whether a page of `base` may not ask `url` because only the page is encrypted. A device may always ask itself. */
export function isMixed(url: string, base: string): boolean {
  const { protocol, hostname } = new URL(url, base);
  const isOwn = /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
  return protocol === 'http:' && new URL(base).protocol === 'https:' && !isOwn;
}

/** An answer that may not be read is still an answer: then only the permission to read it is missing. */
async function answersUnread(url: string): Promise<'yes' | 'no' | 'blocked'> {
  let isBlocked = false;
  const note = () => (isBlocked = true);
  document.addEventListener('securitypolicyviolation', note);
  try {
    await fetch(url, { mode: 'no-cors', credentials: 'omit' });
    return 'yes';
  } catch {
    // The browser tells of its refusal a little later.
    await new Promise((resolve) => setTimeout(resolve));
    return isBlocked ? 'blocked' : 'no';
  } finally {
    document.removeEventListener('securitypolicyviolation', note);
  }
}

function parsed(address: string, base: string): URL | undefined {
  try {
    return new URL(address, base);
  } catch {
    return undefined;
  }
}

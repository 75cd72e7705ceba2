/** Fetches a JSON file of the city: answers, notices. */
import { fetchText, type Bounds } from './fetch-text.ts';

/**
 * The value at an absolute address, with the headers it came under.
 * @throws {Error} with a message for the web editor; the signal's reason where it was aborted
 */
export async function fetchJson(
  url: string,
  bounds?: Bounds,
): Promise<{ readonly json: unknown; readonly headers: Headers }> {
  const { text, headers } = await fetchText(url, bounds);
  try {
    return { json: JSON.parse(text), headers };
  } catch (cause) {
    if (/^\s*</.test(text)) throw new Error(`${url} is a web page and not JSON. Check the address.`, { cause });
    throw new Error(`${url} is not valid JSON: ${(cause as Error).message.slice(0, 200)}`, { cause });
  }
}

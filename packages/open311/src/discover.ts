/** Finds where a city's API says that it answers. */
import { NotFoundError, Open311Error } from './errors.ts';
import { ask, type City } from './http/asking.ts';
import type { Discovery } from './types.ts';
import { decodeDiscovery } from './wire/decode-discovery.ts';

/**
 * The spec lets the discovery live anywhere. Mostly it lies beside the version (…/open311/discovery.json, …/open311/v2/), sometimes in it,
 * sometimes at the root of the site. What it says of formats is noted in `known`.
 * @throws {Open311Error} or the signal's reason
 */
export async function discover(known: City, signal: AbortSignal | undefined): Promise<Discovery> {
  const { base } = known;
  const paths = ['../discovery', './discovery', '/discovery'];
  const places = new Map(paths.map((path) => [new URL(path, base).href, path]));
  let failing: Open311Error | undefined;
  for (const path of places.values()) {
    try {
      // A copy: by the spec the discovery comes in both formats, whatever the endpoint speaks.
      const { value } = await ask({ ...known }, { path, decode: decodeDiscovery, single: true, signal });
      known.format ??= onlyXml(value, base) ? 'xml' : undefined;
      return value;
    } catch (error) {
      if (!isAnswer(error)) throw error;
      if (error.status >= 500) failing ??= error;
    }
  }
  throw failing ?? new NotFoundError({ method: 'GET', url: new URL('../discovery.json', base).href });
}

/** Whether the discovery says of the endpoint at `base` that it speaks XML alone. */
function onlyXml({ endpoints }: Discovery, base: URL): boolean {
  const bare = base.href.slice(0, -1);
  const own = endpoints.find(({ url }) => url.startsWith(bare) && /^\/*$/.test(url.slice(bare.length)));
  const formats = own?.formats.join() ?? '';
  return /xml/i.test(formats) && !/json/i.test(formats);
}

/** Whether the city answered, but not with its discovery. */
function isAnswer(error: unknown): error is Open311Error & { readonly status: number } {
  return error instanceof Open311Error && error.status !== undefined;
}

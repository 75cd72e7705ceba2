/** Makes the client of a city: of one that is asked, or of one that is only practised on. Its own with the client, which it is fetched with. */
import { createClient, type Client } from '@citydesk/open311';
import type { PresetName } from '@citydesk/open311/presets';
import type { Owner } from '@citydesk/core/request';
import type { Settings } from './settings.ts';

/**
 * @param city absolute base URL
 * @param by what sends; the page's own `fetch` without it. Who practises sends nothing by either
 */
export async function connect(
  city: string,
  settings: Settings,
  owner?: Owner,
  by?: typeof globalThis.fetch,
): Promise<Client> {
  const { jurisdictionId, locale, zone, media, preset, practice } = settings;
  const send = practice ? (await import('../practice/practice.ts')).practiceFetch : by;
  const fetch: typeof globalThis.fetch = async (...request) => {
    try {
      return await (send ?? globalThis.fetch)(...request);
    } catch (error) {
      const [url, init] = request;
      if (!init?.signal?.aborted) {
        void import('./endpoint-mistakes.ts').then(({ tellUnreached }) => tellUnreached(String(url)));
      }
      throw error;
    }
  };
  const shared = { locale, zone, fetch };
  // The client itself refuses a preset that it does not know.
  if (!owner) return createClient({ ...shared, endpoint: city, jurisdictionId, media, preset: preset as PresetName });
  return createClient({ ...shared, ...owner, endpoint: new URL(owner.endpoint ?? '', document.baseURI).href });
}

const known = /^(optional|required|none|device|photon|arcgis|addresses)?$/;

/** Tells the web editor what is none of a setting's words. With the client, because every widget fetches it, and none waits for this. */
export function checkWords(element: Element, settings: Settings): void {
  const { contact = '', storage = '', geocoderKind = '' } = settings;
  const level = element.getAttribute('heading-level') ?? '1';
  if (![contact, storage, geocoderKind].every((word) => known.test(word)) || !/^[1-6]$/.test(level))
    void import('./setting-mistakes.ts').then(({ tellWords }) => tellWords(settings, level));
}

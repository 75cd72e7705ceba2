// The built city page with a fresh city behind it, served as `npm start` does, but in this process and forgetful, so that tests can make the
// city misbehave.

import { existsSync } from 'node:fs';
import path from 'node:path';
import { serveCity, type Fault, type Photo, type StoredRequest } from '@citydesk/sandbox';
import { site, siteHeaders } from '../demo/site.ts';

export interface BuiltCity {
  /** For example `http://localhost:41234`. */
  readonly origin: string;
  /** Makes the city misbehave from now on; with nothing, it behaves again. */
  fail(...faults: readonly Fault[]): void;
  /** A report as the city keeps it, with contact details and answers. */
  row(id: string): StoredRequest | undefined;
  /** A report as the county keeps it, the second body beside the city. */
  countyRow(id: string): StoredRequest | undefined;
  /** The photos that came with a report, byte for byte as the city keeps them. */
  photos(id: string): readonly Photo[];
  /** Writes a note on a report, as a clerk would. */
  note(id: string, words: string): void;
  close(): Promise<void>;
}

/**
 * @param now The city's clock; the real one when left out.
 * @param folder Of the pages; the built site when left out.
 * @throws Error when the site has not been built.
 */
export async function serveBuiltCity(now?: () => Date, folder = site): Promise<BuiltCity> {
  if (!existsSync(path.join(folder, 'index.html'))) throw new Error('The city page has not been built: npm run build');
  const { city, county, url, close } = await serveCity({ port: 0, site: folder, siteHeaders: siteHeaders(), now });
  return {
    origin: new URL(url).origin,
    fail: (...faults) => {
      city.faults = faults;
    },
    note(id, words) {
      const { deskStatus } = city.store.request(id) ?? {};
      if (!deskStatus || !city.store.change(id, deskStatus, words, now?.() ?? new Date())) {
        throw new Error(`The city has no report ${id}.`);
      }
    },
    row: (id) => city.store.request(id),
    countyRow: (id) => county?.store.request(id),
    photos: (id) => (city.store.request(id)?.photos ?? []).flatMap((name) => city.store.photo(name) ?? []),
    close,
  };
}

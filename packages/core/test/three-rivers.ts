/** The demo city for tests of places: its geocoder and its addresses over a `fetch` that needs no network. */
import { createCity } from '@citydesk/sandbox';
import type { FetchJson } from '../src/place/make-address-search.ts';

const city = createCity({ seed: 'empty' });

export const root = 'http://city.test';

/** @throws Error for every answer but a good one */
export const fetchJson: FetchJson = async (url, signal) => {
  signal.throwIfAborted();
  const answer = await city.fetch(new Request(url, { signal }));
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  return answer.json();
};

export const never = new AbortController().signal;

type Row = readonly [label: string, lat: number, long: number];

/** Every address there is. */
export async function addressRows(): Promise<readonly Row[]> {
  return ((await fetchJson(`${root}/addresses.json`, never)) as { readonly addresses: readonly Row[] }).addresses;
}

export const streetOf = (label: string): string => label.replace(/^\d+ /, '');

/** As residents begin to type a street: its first four letters, with and without the part of the town. */
export function beginningsOf(street: string): readonly string[] {
  return [...new Set([street, street.replace(/^[NSEW] /, '')])].map((name) => name.slice(0, 4).toLowerCase());
}

/** The city's own list of addresses as a geocoder, for towns without one: fetched once, asked on the device. */
import { readAddresses, type Address } from '../city/addresses.ts';
import type { AddressSearch, FoundPlace } from './address-search.ts';
import { distanceMetres } from './distance.ts';
import { nearest, type FetchJson } from './make-address-search.ts';
import { byNumber, onStreet, partsOf, type Known } from './on-street.ts';

/** As many as a list on a phone shows without moving. */
const most = 5;

/**
 * @param url of `{ "addresses": [["318 Hoffman St", 41.94, -85.63], …] }`, as `readAddresses` reads it. It is fetched with the first question, and again
 * after a failure. Both methods also reject where there is no address in it.
 */
export function staticList(url: string, fetchJson: FetchJson): AddressSearch {
  let coming: Promise<readonly Address[]> | undefined;
  const addresses = async (signal: AbortSignal): Promise<readonly Address[]> => {
    coming ??= fetched(url, fetchJson).catch((error: unknown) => {
      coming = undefined;
      throw error;
    });
    const list = await coming;
    signal.throwIfAborted();
    return list;
  };
  return {
    suggest: async ({ text }, signal) => suggested(await addresses(signal), text),
    async at(point, signal) {
      let best: Address | undefined;
      let least = nearest;
      for (const address of await addresses(signal)) {
        const distance = distanceMetres(address, point);
        if (distance > least) continue;
        least = distance;
        best = address;
      }
      return best;
    },
  };
}

/** The list outlives the question that it came with, and so does not end with it. */
async function fetched(url: string, fetchJson: FetchJson): Promise<readonly Address[]> {
  const list = readAddresses(await fetchJson(url, new AbortController().signal));
  if (!list.length) throw new Error(`${url} has no address in it.`);
  return list;
}

/** Streets as long as no number is typed; then houses whose number begins so, and, where this one is not among them, the nearest. */
export function suggested(addresses: readonly FoundPlace[], text: string): readonly FoundPlace[] {
  const parts = partsOf(text);
  const { number } = parts;
  const fitting = [...new Set(onStreet(addresses, parts).flat())];
  if (number === undefined) return streetsOf(fitting).slice(0, most);
  const sorted = byNumber(fitting, number);
  const begun = sorted.filter((one) => `${one.number}`.startsWith(`${number}`));
  const best = begun[0]?.number === number ? begun : [...new Set([...begun.slice(0, 2), ...sorted])];
  return best.slice(0, most).map(({ address }) => address);
}

/** Each street once, where its middle house is. */
function streetsOf(known: readonly Known[]): readonly FoundPlace[] {
  const streets = new Map<string, Known[]>();
  for (const one of known) {
    const street = streets.get(one.street);
    if (street) street.push(one);
    else streets.set(one.street, [one]);
  }
  return [...streets.values()].map((houses) => {
    const { address, number } = houses[houses.length >> 1]!;
    return number === undefined ? address : { ...address, label: address.label.replace(/^\D*\d+\s+/, '') };
  });
}

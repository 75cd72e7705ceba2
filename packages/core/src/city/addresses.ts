/** A city's own list of addresses: for the days that differ from street to street, and for places where no geocoder is needed. */
import { isDegree } from '../place/found-place.ts';
import { byNumber, onStreet, partsOf } from '../place/on-street.ts';

/** WGS84 degrees. */
export interface Address {
  readonly label: string;
  readonly lat: number;
  readonly long: number;
}

/** At most so many to choose from. */
const most = 5;

/** Reads `{ "addresses": [["318 Hoffman St", 41.94, -85.63], …] }`; rows that are none are left out. */
export function readAddresses(json: unknown): readonly Address[] {
  const rows = (json as { readonly addresses?: unknown } | null)?.addresses;
  if (!Array.isArray(rows)) return [];
  return rows.flatMap((row: unknown): readonly Address[] => {
    const [label, lat, long] = Array.isArray(row) ? (row as readonly unknown[]) : [];
    return typeof label === 'string' && isDegree(lat, 90) && isDegree(long, 180) ? [{ label, lat, long }] : [];
  });
}

/**
 * The addresses that what was typed can mean: one where it is one, else the nearest house numbers of its street; empty where no street fits.
 * Written-out endings ("Street") and short ones ("St") are the same, and so are accents, points and capitals.
 */
export function findAddresses(addresses: readonly Address[], typed: string): readonly Address[] {
  const parts = partsOf(typed);
  const fitting = onStreet(addresses, parts).find(({ length }) => length) ?? [];
  const here = fitting.filter((one) => parts.number !== undefined && one.number === parts.number);
  return (here.length ? here : byNumber(fitting, parts.number)).slice(0, most).map(({ address }) => address);
}

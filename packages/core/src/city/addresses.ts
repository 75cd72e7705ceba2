/** A city's own list of addresses: for the days that differ from street to street, where no geocoder is needed. */

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
    const fits = typeof label === 'string' && isDegree(lat, 90) && isDegree(long, 180);
    return fits ? [{ label, lat, long } as Address] : [];
  });
}

/**
 * The addresses that what was typed can mean: one where it is one, else the nearest house numbers of its street; empty where no street fits.
 * Written-out endings ("Street") and short ones ("St") are the same, and so are accents, points and capitals.
 */
export function findAddresses(addresses: readonly Address[], typed: string): readonly Address[] {
  const { number, street, bare } = partsOf(typed);
  if (!bare) return [];
  const all = addresses.map((address) => ({ address, ...partsOf(address.label) }));
  // Who leaves out the E of "E Hoffman St" means it too.
  const tries: readonly ((one: Parts) => boolean)[] = [
    (one) => one.street === street,
    (one) => street === bare && one.bare === bare,
    (one) => one.street.startsWith(street),
    (one) => street === bare && one.bare.startsWith(bare),
  ];
  const fitting = tries.map((fits) => all.filter(fits)).find(({ length }) => length) ?? [];
  const here = fitting.filter((one) => number !== undefined && one.number === number);
  const away = (one: Parts) => Math.abs((one.number ?? 0) - (number ?? 0));
  const best = here.length ? here : [...fitting].sort((one, other) => away(one) - away(other));
  return best.slice(0, most).map(({ address }) => address);
}

const endings: Readonly<Record<string, string>> = {
  street: 'st',
  avenue: 'ave',
  av: 'ave',
  road: 'rd',
  drive: 'dr',
  lane: 'ln',
  court: 'ct',
  place: 'pl',
  boulevard: 'blvd',
  highway: 'hwy',
  north: 'n',
  south: 's',
  east: 'e',
  west: 'w',
};

interface Parts {
  readonly number: number | undefined;
  readonly street: string;
  /** Without the part of the town. */
  readonly bare: string;
}

function partsOf(text: string): Parts {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    // What follows a comma is the town.
    .replace(/,.*/s, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const number = /^\d{1,6}$/.test(words[0] ?? '') ? Number(words.shift()) : undefined;
  const short = words.map((word) => (Object.hasOwn(endings, word) ? endings[word]! : word));
  const bare = short.filter((word) => !/^[nesw]$/.test(word));
  return { number, street: short.join(' '), bare: bare.join(' ') };
}

function isDegree(value: unknown, most: number): value is number {
  return typeof value === 'number' && Math.abs(value) <= most;
}

/**
 * A table says which fields a row of the wire has and how each is read; it reads rows under our names.
 */
import { isRow, type Kind } from './kinds.ts';
import type { FromWire } from './names.ts';
import type { Reading } from './reading.ts';

export type Kinds = Readonly<Record<string, Kind<unknown>>>;

/** What the fields of a table hold, under the names of the wire. */
export type Fields<K extends Kinds> = { readonly [N in keyof K]: ReturnType<K[N]> };

export interface Table<K extends Kinds> {
  readonly kinds: K;
  /** Never throws; without any known field it is still a row. `undefined` if `row` is no object, or has no word for `key`. */
  read(row: unknown, at: Reading): FromWire<Fields<K>> | undefined;
}

/** Spellings of real cities that only a list can tell. */
const spellings = new Map([
  ['zip_code', 'zipcode'],
  ['adress', 'address'],
  ['adress_id', 'address_id'],
  ['lng', 'long'],
  ['lon', 'long'],
]);

/** @param key the field without which a row says nothing */
export function table<const K extends Kinds>(kinds: K, key?: keyof K & string): Table<K> {
  const fields = new Map(Object.entries(kinds).map(([name, kind]) => [name, { kind, camel: camel(name) }]));
  return {
    kinds,
    read(row, at) {
      if (Array.isArray(row) && row.length === 1) {
        at.mended(4, key ?? 'row');
        [row] = row as unknown[];
      }
      if (!isRow(row)) return undefined;
      const meant = wellSpelt(row, at);
      const read: Record<string, unknown> = {};
      for (const [name, { kind, camel }] of fields) {
        const value = kind(meant[name], at, name);
        if (value !== undefined) read[camel] = value;
        else if (name === key) return undefined;
      }
      return read as FromWire<Fields<K>>;
    },
  };

  /** The row with the fields that are spelt in another way put right; the row itself if there are none. */
  function wellSpelt(row: Readonly<Record<string, unknown>>, at: Reading): Readonly<Record<string, unknown>> {
    let mended: Record<string, unknown> | undefined;
    for (const name in row) {
      if (fields.has(name)) continue;
      const tidy = name.trim().toLowerCase();
      const meant = spellings.get(tidy) ?? tidy;
      if (!fields.has(meant) || meant in row) continue;
      at.mended(15, name.trim());
      mended ??= Object.fromEntries(Object.entries(row));
      mended[meant] = row[name];
    }
    return mended ?? row;
  }
}

function camel(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

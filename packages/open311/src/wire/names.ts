/**
 * The two spellings of a field: `service_code` on the wire, `serviceCode` in our types. What is `undefined` is left out on either side.
 */

/** `service_code` → `serviceCode`. */
export type Camel<S> = S extends `${infer Head}_${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : S;

/** `serviceCode` → `service_code`. */
export type Snake<S> = S extends `${infer Head}${infer Tail}`
  ? `${Head extends Lowercase<Head> ? Head : `_${Lowercase<Head>}`}${Snake<Tail>}`
  : S;

/** A row of the wire under our names, its `undefined` fields optional. */
export type FromWire<T> = {
  readonly [K in keyof T as undefined extends T[K] ? never : Camel<K>]: T[K];
} & { readonly [K in keyof T as undefined extends T[K] ? Camel<K> : never]?: Exclude<T[K], undefined> };

/** Our type as JSON under the spec's names. */
export type ToWire<T> = T extends Date
  ? string
  : T extends readonly (infer Each)[]
    ? readonly ToWire<Each>[]
    : T extends object
      ? { readonly [K in keyof T as Snake<K>]: ToWire<T[K]> }
      : T;

/** One field's name on the wire. */
export function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Renames the fields of a value and all it holds; dates become ISO 8601 in UTC, to the second. */
export function toWire<T>(value: T): ToWire<T> {
  return plain(value) as ToWire<T>;
}

function plain(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString().replace(/\.\d+/, '');
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const known = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(known.map(([name, each]) => [snake(name), plain(each)]));
}

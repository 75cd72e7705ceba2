/**
 * GETs and what they answer, in the format the city speaks. Where that is not known, it is found out on the way: JSON is asked for
 * first, so that a city that speaks it is never asked twice, and XML after an answer that nobody can read, and after one that says that
 * there is nothing of this name, for a city may mean the format by it.
 */
import { NotFoundError, RejectedError } from '../errors.ts';
import { settle } from '../settle.ts';
import { formatOf } from '../wire/read.ts';
import type { ReadingOptions } from '../wire/reading.ts';
import { get, type Line } from './exchange.ts';

/** Whom a client asks, and how. */
export interface City {
  readonly base: URL;
  readonly line: Line;
  readonly jurisdictionId: string | undefined;
  readonly reading: ReadingOptions;
  /** What addresses end with; `undefined` until it is found out. */
  format: 'json' | 'xml' | undefined;
}

export interface Asking<T> {
  readonly decode: (value: unknown, reading?: ReadingOptions) => T | undefined;
  /** What `decode` waits for. */
  readonly ready?: Promise<unknown>;
  /** Below the base, without suffix. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>> | undefined;
  /** Whether one thing is asked for, which may not be there. */
  readonly single?: boolean;
  /** Where else it may be found if no one answers here but a page. */
  readonly elsewhere?: Omit<Asking<T>, 'decode' | 'signal' | 'elsewhere'> | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface Told<T> {
  readonly value: T;
  readonly headers: Headers;
}

/** Bytes an answer may have: the longest service lists known are under 1 MB. */
const limit = 8_000_000;

/** @throws {Open311Error} or the signal's reason */
export async function ask<T>(city: City, asking: Asking<T>): Promise<Told<T>> {
  const url = addressOf(city, asking.path, asking.query);
  // Whichever fails first is the failure.
  const [answer] = await Promise.all([get(city.line, url, limit, asking.signal), asking.ready]);
  const { decode, single = false, elsewhere } = asking;
  try {
    const value = await settle(answer, { method: 'GET', url, decode, single, reading: city.reading });
    city.format ??= 'json';
    return { value, headers: answer.headers };
  } catch (error) {
    const spoken = formatOf(answer.text);
    if (spoken === 'json' && isWord(error)) city.format ??= 'json';
    let failure = error;
    if (city.format === undefined && !passes(answer.status)) {
      try {
        return await askInXml(
          city,
          { ...asking, elsewhere: undefined },
          error,
          spoken === 'json' || answer.status < 300,
        );
      } catch (inXml) {
        failure = inXml;
      }
    }
    // An answer in words of GeoReport is one; a page only says that nobody answers at this address.
    if (!elsewhere || spoken !== undefined || !(failure instanceof NotFoundError)) throw failure;
    return askElsewhere(city, { ...asking, ...elsewhere }, failure);
  }
}

/** Whether a JSON answer, though a failure, is one of a city that speaks it: an empty list, or errors that are not about the address. */
function isWord(error: unknown): boolean {
  if (error instanceof NotFoundError) return error.status === 200;
  return error instanceof RejectedError && error.errors.length > 0 && ![404, 406, 415].includes(error.status);
}

/** @throws what was found at the first address, if there is nothing here */
async function askElsewhere<T>(
  city: City,
  { elsewhere: _been, ...asking }: Asking<T>,
  before: unknown,
): Promise<Told<T>> {
  try {
    const told = await ask(city, asking);
    city.reading.onQuirk?.({ row: 21, where: 'path' });
    return told;
  } catch (error) {
    throw asking.signal?.aborted ? error : before;
  }
}

/**
 * @param isJson whether what JSON brought passed for an answer, and was none
 * @throws what JSON brought, if XML brings nothing that says more
 */
async function askInXml<T>(city: City, asking: Asking<T>, inJson: unknown, isJson: boolean): Promise<Told<T>> {
  try {
    const told = await ask({ ...city, format: 'xml' }, asking);
    city.format ??= 'xml';
    if (isJson) city.reading.onQuirk?.({ row: 45, where: 'text' });
    return told;
  } catch (error) {
    if (asking.signal?.aborted) throw error;
    if (!saysWhy(error) || saysWhy(inJson)) throw inJson;
    // Gone may also be the word of a page, which speaks neither.
    if (error instanceof RejectedError) city.format ??= 'xml';
    throw error;
  }
}

/** Errors in words, and 410, which is more than the 404 of an address that a city never knew. */
function saysWhy(error: unknown): boolean {
  if (error instanceof NotFoundError) return error.status === 410;
  return error instanceof RejectedError && error.errors.length > 0;
}

/** The whole address of a question. */
export function addressOf(
  city: Pick<City, 'base' | 'format' | 'jurisdictionId'>,
  path: string,
  query: Readonly<Record<string, string>> = {},
): string {
  const url = new URL(`${path}.${city.format ?? 'json'}`, city.base);
  if (city.jurisdictionId) url.searchParams.set('jurisdiction_id', city.jurisdictionId);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}

/** Whether the city is only busy: then its answer tells nothing about what it speaks. */
function passes(status: number): boolean {
  return [429, 502, 503, 504].includes(status);
}

/** GETs and what they answer, in the format the city speaks. Where that is not known, JSON is asked for first, so that a city that speaks it is never asked twice. */
import { settle } from '../settle.ts';
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
  const { decode, single = false } = asking;
  try {
    const value = await settle(answer, { method: 'GET', url, decode, single, reading: city.reading });
    city.format ??= 'json';
    return { value, headers: answer.headers };
  } catch (error) {
    // Few cities need it.
    const { askOtherwise } = await import('./ask-otherwise.ts').catch(() => {
      throw error;
    });
    return askOtherwise(city, asking, answer, error);
  }
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

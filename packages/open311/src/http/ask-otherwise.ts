/**
 * What else is asked where JSON at the first address brought no answer: XML after an answer that nobody can read, and after one that says that
 * there is nothing of this name, for a city may mean the format by it; and another address that has the same.
 */
import { NotFoundError, RejectedError } from '../errors.ts';
import { formatOf } from '../wire/read.ts';
import { ask, type Asking, type City, type Told } from './asking.ts';
import type { Answer } from './exchange.ts';

/**
 * @param error what came of `answer`
 * @throws it, or what says more than it does
 */
export async function askOtherwise<T>(city: City, asking: Asking<T>, answer: Answer, error: unknown): Promise<Told<T>> {
  const { elsewhere } = asking;
  const spoken = formatOf(answer.text);
  if (spoken === 'json' && isWord(error)) city.format ??= 'json';
  let failure = error;
  if (city.format === undefined && !passes(answer.status)) {
    try {
      const isJson = spoken === 'json' || answer.status < 300;
      return await askInXml(city, { ...asking, elsewhere: undefined }, error, isJson);
    } catch (inXml) {
      failure = inXml;
    }
  }
  // An answer in words of GeoReport is one; a page only says that nobody answers at this address.
  if (!elsewhere || spoken !== undefined || !(failure instanceof NotFoundError)) throw failure;
  return askElsewhere(city, { ...asking, ...elsewhere }, failure);
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

/** Whether the city is only busy: then its answer tells nothing about what it speaks. */
function passes(status: number): boolean {
  return [429, 502, 503, 504].includes(status);
}

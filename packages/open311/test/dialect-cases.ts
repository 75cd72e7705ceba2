/**
 * One small answer, or more, for each way in which real servers differ from the spec, with what has to be read in it. Written by hand
 * after the shapes of real servers.
 */
import { definitions } from './dialects/definitions.ts';
import type { DialectCase } from './dialects/dialect-case.ts';
import { errorsAndText } from './dialects/errors-and-text.ts';
import { rowsAndValues } from './dialects/rows-and-values.ts';

export type { DialectCase };

export const dialectCases: readonly DialectCase[] = [...rowsAndValues, ...definitions, ...errorsAndText];

/** What of `gives` is not in `value`; `undefined` if all is. */
export function missing(value: unknown, gives: unknown, where = 'answer'): string | undefined {
  if (typeof gives !== 'object' || gives === null || gives instanceof Date) {
    return String(value) === String(gives) && typeof value === typeof gives
      ? undefined
      : `${where} is ${String(value)}`;
  }
  if (Array.isArray(gives) && (!Array.isArray(value) || value.length !== gives.length))
    return `${where} is of another length`;
  return Object.entries(gives)
    .map(([name, each]) => missing((value as Record<string, unknown> | undefined)?.[name], each, `${where}.${name}`))
    .find((each) => each !== undefined);
}

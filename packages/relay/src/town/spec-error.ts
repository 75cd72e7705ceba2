/** The spec's error answer: a list of `{ code, description }`, sent with the HTTP status of its first entry. */

import type { Format } from '@citydesk/open311/wire';
import { writeAnswer } from './write-answer.ts';

/** The descriptions are read by residents; a field or question they are about stands in round brackets at the end. */
export interface WireError {
  readonly code: number;
  readonly description: string;
}

/** Thrown by whatever finds a request wrong; the city's front door turns it into the answer. */
export class SpecError extends Error {
  override readonly name = 'SpecError';
  readonly errors: readonly WireError[];

  constructor(code: number, ...descriptions: readonly string[]) {
    super(descriptions[0]);
    this.errors = descriptions.map((description) => ({ code, description }));
  }

  get status(): number {
    return this.errors[0]?.code ?? 500;
  }
}

/** An answer of the API: JSON that any page on any site may read. */
export function apiAnswer(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  return writeAnswer({ route: 'elsewhere', status, failed: false, body }, 'json', undefined, headers);
}

/** A list of errors, in the format asked for. */
export function errorAnswer(
  errors: readonly WireError[],
  status: number,
  format: Format,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return writeAnswer({ route: 'elsewhere', status, failed: true, body: errors }, format, undefined, headers);
}

/**
 * How a real server differs from the spec, as data and pure functions over the strict city: what it lists, what it answers,
 * what it refuses. What a dialect leaves out is as in the spec.
 */

import type { Format } from '@citydesk/open311/wire';
import type { Answer, Around } from './answer.ts';
import type { Seed } from './seed.ts';
import type { NewRequest, StoredRequest } from './stored-request.ts';
import type { XmlShape } from '../answers/xml.ts';

export interface Dialect {
  /** Whose ways these are, in one line. */
  readonly like: string;
  /** What the city is filled with, as such a server would have it. */
  readonly seed?: (seed: Seed) => Seed;
  /** What it answers in. Default: both. */
  readonly formats?: readonly Format[];
  /** The strict answer the way this server gives it. */
  readonly answer?: (answer: Answer, around: Around) => Answer;
  /** The names of its elements, where they are not the spec's. */
  readonly xml?: (answer: Answer) => XmlShape | undefined;
  /** The ids in its answers, and back. */
  readonly ids?: { readonly out: (id: string) => unknown; readonly in: (text: string) => string };
  /**
   * Refuses a report that the spec would take.
   * @param recent what was filed in the last ten minutes
   * @throws SpecError
   */
  readonly checkReport?: (report: NewRequest, recent: readonly StoredRequest[]) => void;
  /** Arguments of a list that it does not know, and so leaves unread. */
  readonly unread?: readonly string[];
  /**
   * Refuses arguments of a list that the spec would take.
   * @throws SpecError
   */
  readonly checkQuery?: (search: URLSearchParams) => void;
}

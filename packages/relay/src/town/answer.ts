/** One answer of the API before it is written down: strict GeoReport, as values. Dialects change it, `writeAnswer` writes it. */

import type { Format } from '@citydesk/open311/wire';
import type { SeedService } from './seed.ts';
import type { StoredRequest } from './stored-request.ts';

/** What was asked. */
export type Route =
  'discovery' | 'services' | 'definition' | 'post' | 'token' | 'requests' | 'request' | 'updates' | 'elsewhere';

export interface Answer {
  readonly route: Route;
  readonly status: number;
  /** Whether the body is a list of errors. */
  readonly failed: boolean;
  /** What the spec's JSON would hold. */
  readonly body: unknown;
  /** A web page that is sent in place of the body. */
  readonly page?: string;
}

/** What an answer's writer may know beside the answer. */
export interface Around {
  readonly format: Format;
  /** IANA name of the city's time zone. */
  readonly zone: string;
  /** What the public may know of a request, by the id in its answers. */
  stored(id: unknown): StoredRequest | undefined;
  service(code: string): SeedService | undefined;
  /** The addresses of all photos that came with a request. */
  photosOf(request: StoredRequest): readonly string[];
  /** The address of a photo by its name. */
  photoAt(name: string): string;
}

/** The addresses of the photos that staff added to a request, oldest first. */
export function staffPhotosOf({ history }: StoredRequest, { photoAt }: Around): readonly string[] {
  return history.flatMap(({ photo }) => (photo === null ? [] : [photoAt(photo)]));
}

/** One JSON object. */
export type Row = Readonly<Record<string, unknown>>;

/** The answer with each row of its list changed, if it is one of these and no error. */
export function withRows(answer: Answer, routes: readonly Route[], change: (row: Row) => Row): Answer {
  if (answer.failed || answer.page !== undefined || !routes.includes(answer.route)) return answer;
  return { ...answer, body: (answer.body as readonly Row[]).map(change) };
}

/** Only these fields of a row, in this order; those it does not have are left out. */
export function only(row: Row, names: readonly string[]): Row {
  return Object.fromEntries(names.filter((name) => name in row).map((name) => [name, row[name]]));
}

/** The row with `otherwise` where it has nothing to say. */
export function filled(row: Row, names: readonly string[], otherwise: unknown): Row {
  return Object.fromEntries(names.map((name) => [name, row[name] ?? otherwise]));
}

/** Every moment in the value, however deep, written anew. */
export function withDates<T>(value: T, write: (moment: Date) => string): T {
  const change = (each: unknown, name: string): unknown => {
    if (typeof each === 'string')
      return /(^|_)datetime$|_at$|^task_(created|modified)$/.test(name) ? write(new Date(each)) : each;
    if (Array.isArray(each)) return each.map((one) => change(one, name));
    if (typeof each !== 'object' || each === null) return each;
    return Object.fromEntries(Object.entries(each).map(([key, one]) => [key, change(one, key)]));
  };
  return change(value, '') as T;
}

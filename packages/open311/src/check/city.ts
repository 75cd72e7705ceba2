/** A city as the check knows it: everything is asked once, when a check first wants it, one request after the other. */
import { bodyOf, haveOne, rowsOf, wordIn, type Body, type Row } from './body.ts';
import type { CheckOptions } from './types.ts';
import { visit, type Asking, type Traveller, type Visit } from './visit.ts';

/** An answer, and what is in it. */
export interface Heard {
  readonly visit: Visit;
  readonly body: Body;
  /** As the city wrote them; `undefined` unless the status is a success and there is a list. */
  readonly rows: readonly Row[] | undefined;
}

/** How a list is told from anything else. */
export interface Listing {
  /** What it may be wrapped in. */
  readonly names: readonly string[];
  /** One of these is in its rows; a row of anything else is none. */
  readonly keys: readonly string[];
}

export interface City {
  /** With one slash at its end. */
  readonly base: URL;
  readonly origin: string;
  /** In a browser many headers are not told. */
  readonly inPage: boolean;
  /** A page of the endpoint's own origin needs no leave to read. */
  readonly sameOrigin: boolean;
  readonly options: CheckOptions;
  readonly timeout: number;
  /** What was asked so far. */
  readonly visits: readonly Visit[];
  /** GET below the base, its suffix included; asked once, then remembered. */
  hear(path: string, query?: Readonly<Record<string, string>>, list?: Listing): Promise<Heard>;
  /** Never remembered. */
  go(url: string, asking: Asking): Promise<Visit>;
  /** GET by whole address, remembered. */
  at(url: string): Promise<Visit>;
  bodyOf(visit: Visit): Promise<Body>;
  /** JSON where the city speaks it. `undefined` if it speaks neither. */
  suffix(): Promise<'json' | 'xml' | undefined>;
  services(): Promise<Heard>;
  /** Of the first services that say they have one. */
  definitions(): Promise<readonly (Heard & { readonly serviceCode: string })[]>;
  requests(): Promise<Heard>;
  discovery(): Promise<Heard>;
  unknown(): Promise<{ readonly request: Heard; readonly service: Heard; readonly token: Heard }>;
}

export const requestRows: Listing = {
  names: ['service_requests', 'requests', 'request', 'service_request'],
  keys: ['service_request_id', 'token'],
};
export const serviceRows: Listing = { names: ['services', 'service'], keys: ['service_code'] };
const definitionRows: Listing = {
  names: ['service_definition'],
  keys: ['service_code', 'attributes', 'attribute'],
};
const discoveryRows: Listing = { names: ['discovery'], keys: ['endpoints'] };

export function cityOf(options: CheckOptions, base: URL): City {
  const page = globalThis.location?.origin;
  const inPage = page !== undefined;
  const origin = page ?? options.origin ?? 'https://www.example.gov';
  const timeout = options.timeout ?? 15_000;
  const traveller: Traveller = {
    fetch: options.fetch ?? ((...request: Parameters<typeof fetch>) => globalThis.fetch(...request)),
    origin: inPage ? undefined : origin,
    timeout,
    signal: options.signal,
  };
  const visits: Visit[] = [];
  const answers = new Map<string, Promise<Visit>>();

  const go = async (url: string, asking: Asking) => {
    const made = await visit(traveller, url, asking);
    visits.push(made);
    return made;
  };
  const at = (url: string) => {
    const known = answers.get(url) ?? go(url, {});
    answers.set(url, known);
    return known;
  };
  const hear = async (path: string, query: Readonly<Record<string, string>> = {}, list = requestRows) => {
    const url = new URL(path, base);
    if (options.jurisdictionId) url.searchParams.set('jurisdiction_id', options.jurisdictionId);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    return heardFrom(await at(url.href), list);
  };
  const heardFrom = async (made: Visit, { names, keys }: Listing): Promise<Heard> => {
    const body = await bodyOf(made);
    const worked = made.status !== undefined && made.status >= 200 && made.status < 300;
    const rows = worked && body.value !== undefined ? rowsOf(body.value, names) : undefined;
    return { visit: made, body, rows: rows && haveOne(rows, keys) && !rows.some(isError) ? rows : undefined };
  };

  const suffix = once(async () => {
    for (const each of ['json', 'xml'] as const) {
      const { rows, body } = await hear(`services.${each}`, {}, serviceRows);
      if (rows && body.kind === each) return each;
    }
    return undefined;
  });
  const ended = async (path: string) => `${path}.${(await suffix()) ?? 'json'}`;
  const services = async () => hear(await ended('services'), {}, serviceRows);

  return {
    base,
    origin,
    inPage,
    sameOrigin: origin === base.origin,
    options,
    timeout,
    visits,
    hear,
    go,
    at,
    bodyOf,
    suffix,
    services,
    definitions: once(async () => {
      const { rows = [] } = await services();
      const asking = rows.filter((row) => /^(true|1|yes)$/i.test(wordIn(row, 'metadata')));
      const codes = [...new Set(asking.map((row) => wordIn(row, 'service_code')))].filter((code) => code !== '');
      const heard = [];
      for (const serviceCode of codes.slice(0, options.definitions ?? 5)) {
        const path = await ended(`services/${encodeURIComponent(serviceCode)}`);
        heard.push({ serviceCode, ...(await hear(path, {}, definitionRows)) });
      }
      return heard;
    }),
    requests: async () => hear(await ended('requests')),
    discovery: once(async () => {
      const format = (await suffix()) ?? 'json';
      const places = [...new Set(['../', './', '/'].map((each) => new URL(`${each}discovery.${format}`, base).href))];
      let first: Heard | undefined;
      for (const place of places) {
        const heard = await heardFrom(await at(place), discoveryRows);
        if (heard.rows?.some((row) => 'endpoints' in row)) return heard;
        first ??= heard;
      }
      return { ...first!, rows: undefined };
    }),
    unknown: once(async () => ({
      // Within 31 bits: a number too large for the city's database would be another question.
      request: await hear(await ended('requests/987654321')),
      service: await hear(await ended('services/citydesk-no-such-service'), {}, definitionRows),
      token: await hear(await ended('tokens/citydesk-no-such-token')),
    })),
  };
}

/** A row that can be nothing but an error, under whatever status. */
function isError(row: Row): boolean {
  const names = Object.keys(row);
  return (
    names.some((name) => /^(errors?|message|detail)$/.test(name)) ||
    ('code' in row && 'description' in row && !('datatype' in row))
  );
}

/** The questions in a definition, as the city wrote them. */
export function attributesIn(definition: Heard): readonly Row[] {
  const [row] = definition.rows ?? [];
  return row ? (rowsOf(row['attributes'] ?? row['attribute'] ?? [], ['attributes', 'attribute']) ?? []) : [];
}

/** The endpoints in a discovery, as the city wrote them. */
export function endpointsIn(discovery: Row): readonly Row[] {
  return rowsOf(discovery['endpoints'] ?? [], ['endpoints', 'endpoint']) ?? [];
}

function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => (answer ??= ask());
}

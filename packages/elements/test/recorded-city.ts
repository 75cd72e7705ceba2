/** Cities as they really answer, or as written by hand in the same shapes: what they list, and what they ask. */

import bySpec from './fixtures/by-the-spec.json';
import merton from './fixtures/merton.json';
import otherServers from './fixtures/other-servers.json';
import washington from './fixtures/washington-dc.json';

/** One city's answers. A text is sent byte by byte, anything else as JSON. */
export interface RecordedCity {
  readonly name: string;
  readonly services: unknown;
  /** By service code. */
  readonly definitions: Readonly<Record<string, unknown>>;
}

/** One service in those answers. */
export interface RecordedService {
  readonly code: string;
  readonly name: string;
}

/** One question in those answers. */
export interface RecordedQuestion {
  readonly code: string;
  readonly datatype: string;
  /** Empty where there is nothing to choose from. */
  readonly keys: readonly string[];
}

type Row = Readonly<Record<string, unknown>>;

const recorded = '/__shared/open311/';

/** Cities written by hand for these tests, in the shapes of real ones. */
export const writtenCities: readonly RecordedCity[] = [
  { name: 'Washington DC', ...washington },
  { name: 'Merton', ...merton },
  { name: 'by the spec', ...bySpec },
  { name: 'other servers', ...otherServers },
];

/**
 * The answers of real cities beside the repository, their bytes as they are; `undefined` where they are not.
 * @throws Error where they have to be
 */
export async function realCities(): Promise<readonly RecordedCity[] | undefined> {
  const list = await fetch(`${recorded}?list`);
  if (!list.ok) {
    if (list.headers.get('Citydesk-CI')) throw new Error('The recorded answers of real cities are not there.');
    return undefined;
  }
  const names = (await list.json()) as readonly string[];
  const text = async (name: string) => (await fetch(recorded + name)).text();
  const definitions: Record<string, string> = {};
  for (const name of names.filter((one) =>
    /\.(def|service-definition)[^/]*\.200\.json$|definition.*\.json$/.test(one),
  )) {
    const body = await text(name);
    definitions[String((JSON.parse(body) as Row)['service_code'])] = body;
  }
  const lists = names.filter((name) => /\.services\.(.*\.)?json$/.test(name));
  return Promise.all(lists.map(async (name) => ({ name, services: await text(name), definitions })));
}

/** The services a city lists, read as a person would. */
export function servicesIn({ services }: RecordedCity): readonly RecordedService[] {
  const value = parsed(services);
  const rows = (Array.isArray(value) ? value : (value as Row)['services']) as readonly Row[];
  return rows.map((row) => ({ code: String(row['service_code']), name: String(row['service_name']) }));
}

/** What is asked about a service; `undefined` where the city has no definition of it. */
export function questionsAbout(code: string, { definitions }: RecordedCity): readonly RecordedQuestion[] | undefined {
  if (!Object.hasOwn(definitions, code)) return undefined;
  const { attributes } = parsed(definitions[code]) as { readonly attributes: readonly Row[] };
  return attributes
    .filter(({ variable }) => String(variable) !== 'false')
    .map((row) => ({
      code: String(row['code']),
      datatype: String(row['datatype']).toLowerCase(),
      keys: Array.isArray(row['values'])
        ? row['values'].map((one: Row | string) => String((one as Row)['key'] ?? one))
        : [],
    }));
}

/** What a test city is told to answer. */
export function cannedFor({ services, definitions }: RecordedCity): Readonly<Record<string, unknown>> {
  const about = Object.entries(definitions).map(([code, body]) => [`services/${code}.json`, body]);
  return { 'services.json': services, ...Object.fromEntries(about) };
}

const parsed = (body: unknown): unknown => (typeof body === 'string' ? JSON.parse(body) : body);

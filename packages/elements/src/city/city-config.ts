/**
 * The city file: what the snippet builder and the CMS plugins write, and what every attribute is a key of.
 * One declaration: each key with the name of its reader, from which the type follows. Small, because every resident downloads it; what a web
 * editor is told of a mistake is in `city-file-mistakes.ts`.
 */
import { isOpenHours, type Hours } from '@citydesk/core/open-hours';
import type { Speech } from '../messages/messages.ts';

/** A person or office to write to. */
export interface Office {
  readonly name: string;
  /** `https:`, `mailto:` or `tel:`. */
  readonly url: string;
}

const oneOf =
  <const T extends string | number>(...words: readonly T[]) =>
  (value: unknown): T | undefined =>
    words.find((word) => word === value);

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

/** An address that is safe to put into a link: of the web, of this site, or for mail or phone. */
const link = (value: unknown) =>
  /^(https?:|mailto:|tel:|[/#.])/i.test(text(value) ?? '') ? (value as string) : undefined;

const listOf =
  <T>(isOne: (value: unknown) => value is T) =>
  (value: unknown): readonly T[] | undefined =>
    Array.isArray(value) && value.every(isOne) ? value : undefined;

/** Each gives the value if it is as expected, else `undefined`. */
const readers = {
  text,
  link,
  texts: listOf((one): one is string => text(one) !== undefined),
  hours: listOf<Hours>(isOpenHours),
  yes: (value: unknown) => (typeof value === 'boolean' ? value : undefined),
  count: oneOf(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
  contact: oneOf('optional', 'required', 'none'),
  storage: oneOf('device', 'none'),
  geocoderKind: oneOf('photon', 'arcgis', 'addresses'),
  media: oneOf('none', 'multipart:media', 'multipart:media[]', 'base64:media'),
  /** Read in full by the part that needs it, which also tells what is wrong in it. */
  raw: (value: unknown) => value,
  office(value: unknown): Office | undefined {
    const { name, url } = (value ?? {}) as Partial<Office>;
    return text(name) && link(url) ? { name: name!, url: url! } : undefined;
  },
  zone(value: unknown): string | undefined {
    try {
      // Intl refuses any other name, and would take the widget down with it.
      new Intl.DateTimeFormat('en', { timeZone: text(value) ?? '' });
      return value as string;
    } catch {
      return undefined;
    }
  },
};

export type ReaderName = keyof typeof readers;

/** Every key of the configuration. */
const cityKeys = {
  /** Base URL of the Open311 endpoint or relay; may be relative to the page. */
  endpoint: 'text',
  /** Only where the endpoint serves several jurisdictions. */
  jurisdictionId: 'text',
  /** Code of the attribute in which the city keeps a report's own id, so that it can be found again. Default: the one that a service asks for it by. */
  idAttribute: 'text',
  /** What is known of this city's system that no answer tells: a name from `@citydesk/open311/presets`. */
  preset: 'text',
  /** BCP 47; overrides the language found from the page. */
  locale: 'text',
  /** The languages that residents are offered, as tags of ours; all of them by default, and no choice where there is but one. */
  languages: 'texts',
  /** BCP 47: the language of what the city's own server says, such as its services and questions. Default: English. */
  language: 'text',
  /** URL of the city's corrections to the phrasebook. See docs/guides/translating.md. */
  translations: 'text',
  /** Sentences that the city words otherwise: by language, then by key. See docs/guides/translating.md. */
  words: 'raw',
  cityName: 'text',
  /** Time zone of the city. */
  zone: 'zone',
  /** The human route, shown on every step. */
  phone: 'text',
  /** When the phone is answered, in `zone`. */
  phoneHours: 'hours',
  /** What to call when someone is in danger. Default 911. */
  emergency: 'text',
  /** Start at this service. */
  serviceCode: 'text',
  /** Services to offer before anything is typed; the first four of the city's list by default. */
  popularServices: 'texts',
  /** The service for what fits nowhere else; found by its name by default. */
  otherService: 'text',
  /** Whether the city wants to know who reports. */
  contact: 'contact',
  /** Page with the status tracker; this page by default. */
  trackerUrl: 'text',
  /** Page with the request form, for what is reported again; this page by default. */
  reportUrl: 'link',
  /** `none` on shared computers: nothing is kept on the device. */
  storage: 'storage',
  /** Everything works, nothing is sent or kept, and every screen says so. */
  practice: 'yes',
  /** The report that the tracker shows. */
  requestId: 'text',
  /** What a report number of this city looks like. */
  requestIdExample: 'text',
  /** Feed of the city's reports in Atom; one report of it is asked for with `?service_request_id=`. */
  feedUrl: 'link',
  /** The city takes updates of reports (extension: POST servicerequestupdates), so that answers reach its staff. */
  takesUpdates: 'yes',
  /** The endpoint is a relay that sends residents a message when their report changes (extension: POST alerts). */
  alerts: 'yes',
  /** Whether photos that residents sent may be shown to others. Default: no. */
  publicPhotos: 'yes',
  /** Codes of services whose reports are nobody else's business: they are left out of lists. */
  privateServices: 'texts',
  /** Whom to write to when the answer did not satisfy. */
  complaints: 'office',
  /** Where to tell that a report should not be shown. */
  abuseUrl: 'link',
  /** URL of the answers: a JSON file, or a WordPress REST route; without it, the page's own. */
  faq: 'text',
  /** URL of the notices: what the city knows about already. */
  notices: 'text',
  /** URL of the city's addresses, for days that differ from street to street. */
  addresses: 'text',
  /** URL of the address search. Without it there is none: nothing that is typed leaves the page for it. */
  geocoder: 'text',
  /** What kind of address search that is. Default `photon`. */
  geocoderKind: 'geocoderKind',
  /** URL of the map's style (MapLibre). Without it there is no map. */
  mapStyle: 'text',
  /** Where the map opens and addresses are looked for first: `lat,long`. */
  center: 'text',
  /** How photos reach the city; default: as its preset says, else not at all. */
  media: 'media',
  /** How many photos a report may have. Default 3. */
  mostPhotos: 'count',
  /** What means danger here, beside what always does. See docs/reference/triage.md, as for the next two. */
  urgent: 'raw',
  /** Who else is responsible for what, and where. */
  responsibility: 'raw',
  /** How near an open report of the same kind may be the same. */
  nearby: 'raw',
  /** Things to choose from, such as street lights: layers of points. */
  assets: 'raw',
  /** Whether what was asked and not found is told to the page, for the editors. Default: no. */
  shareQuestions: 'yes',
  /** Whether the relay is told, in daily counts, what the widgets were used for. See docs/guides/privacy/counting.md, as for the next two. */
  counts: 'yes',
  /** How residents come to these widgets: `web` (default), `phone`, `kiosk` or `qr`. */
  channel: 'text',
  /** Statistics of the page's own that are told the same: `data-layer`, `plausible`, `matomo`. */
  bridges: 'texts',
} as const satisfies Record<string, ReaderName>;

type Value<Name extends ReaderName> = NonNullable<ReturnType<(typeof readers)[Name]>>;

/** One typed configuration for all widgets. */
export type CityConfig = { readonly [Key in keyof typeof cityKeys]?: Value<(typeof cityKeys)[Key]> | undefined } & {
  /** Says when the phone is answered; no key, but what comes for `phoneHours`. */
  readonly hoursWords?: typeof import('../parts/hours-words.ts').hoursWords | undefined;
  /** The language that is spoken, if it is not English; no key either. */
  readonly speech?: Speech | undefined;
};

/** What can be read of a city file; `isWrong` is told each key that cannot. A key that is not known is left alone: an older widget may read a newer file. */
export function readConfig(file: object, isWrong: (key: string, reader: ReaderName) => void): CityConfig {
  const config: Record<string, unknown> = {};
  for (const [key, name] of Object.entries(cityKeys)) {
    const value = (file as Record<string, unknown>)[key] ?? undefined;
    if (value === undefined) continue;
    config[key] = readers[name](value);
    if (config[key] === undefined) isWrong(key, name);
  }
  return config;
}

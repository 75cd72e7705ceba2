/**
 * The city file: what the snippet builder and the CMS plugins write, and what every attribute is a key of.
 * One declaration: each key with its reader, from which the type follows. Small, because every resident downloads it.
 */
import type { Hours } from '@citydesk/core/hours';
import { oneOf, openHours, yes, type Reader } from '@citydesk/core/readers';

/** A person or office to write to. */
export interface Office {
  readonly name: string;
  /** `https:`, `mailto:` or `tel:`. */
  readonly url: string;
}

const text: Reader<string> = {
  expects: 'a text',
  read: (value) => (typeof value === 'string' ? value : undefined),
};

const texts: Reader<readonly string[]> = {
  expects: 'a list of texts',
  read: (value) => (Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : undefined),
};

/** An address that is safe to put into a link: of the web, of this site, or for mail or phone. */
const link: Reader<string> = {
  expects: 'an address that begins with https:, http:, mailto:, tel: or /',
  read: (value) => (typeof value === 'string' && /^(https?:|mailto:|tel:|[/#.])/i.test(value) ? value : undefined),
};

const office: Reader<Office> = {
  expects: 'an object like { "name": "Public Works", "url": "mailto:works@example.gov" }',
  read(value, tell) {
    const { name, url } = (value ?? {}) as Partial<Office>;
    return text.read(name, tell) && link.read(url, tell) ? { name: name!, url: url! } : undefined;
  },
};

const zone: Reader<string> = {
  expects: 'an IANA name, like "America/Detroit"',
  read(value) {
    try {
      // Intl refuses any other name, and would take the widget down with it.
      return typeof value === 'string' && new Intl.DateTimeFormat('en', { timeZone: value }) ? value : undefined;
    } catch {
      return undefined;
    }
  },
};

const hours: Reader<readonly Hours[]> = {
  expects: `a list of lines like ${openHours.expects}`,
  read: (value, tell) =>
    Array.isArray(value) && value.every((line) => openHours.read(line, tell)) ? (value as readonly Hours[]) : undefined,
};

/** Every key of the configuration. */
export const cityKeys = {
  /** Base URL of the Open311 endpoint or relay; may be relative to the page. */
  endpoint: text,
  /** Only where the endpoint serves several jurisdictions. */
  jurisdictionId: text,
  /** What is known of this city's system that no answer tells: a name from `@citydesk/open311/presets`. */
  preset: text,
  /** BCP 47; overrides the language found from the page. */
  locale: text,
  cityName: text,
  /** Time zone of the city. */
  zone,
  /** The human route, shown on every step. */
  phone: text,
  /** When the phone is answered, in `zone`. */
  phoneHours: hours,
  /** What to call when someone is in danger. Default 911. */
  emergency: text,
  /** Start at this service. */
  serviceCode: text,
  /** Services to offer before anything is typed; the first four of the city's list by default. */
  popularServices: texts,
  /** The service for what fits nowhere else; found by its name by default. */
  otherService: text,
  /** Whether the city wants to know who reports. */
  contact: oneOf('optional', 'required', 'none'),
  /** Page with the status tracker; this page by default. */
  trackerUrl: text,
  /** Page with the request form, for what is reported again; this page by default. */
  reportUrl: link,
  /** `none` on shared computers: nothing is kept on the device. */
  storage: oneOf('device', 'none'),
  /** The report that the tracker shows. */
  requestId: text,
  /** What a report number of this city looks like. */
  requestIdExample: text,
  /** Feed of the city's reports in Atom; one report of it is asked for with `?service_request_id=`. */
  feedUrl: link,
  /** The city takes updates of reports (extension: POST servicerequestupdates), so that answers reach its staff. */
  takesUpdates: yes,
  /** Whether photos that residents sent may be shown to others. Default: no. */
  publicPhotos: yes,
  /** Codes of services whose reports are nobody else's business: they are left out of lists. */
  privateServices: texts,
  /** Whom to write to when the answer did not satisfy. */
  complaints: office,
  /** Where to tell that a report should not be shown. */
  abuseUrl: link,
  /** URL of the answers: a JSON file, or a WordPress REST route; without it, the page's own. */
  faq: text,
  /** URL of the notices: what the city knows about already. */
  notices: text,
  /** URL of the city's addresses, for days that differ from street to street. */
  addresses: text,
  /** Whether what was asked and not found is told to the page, for the editors. Default: no. */
  shareQuestions: yes,
};

type Read<T> = T extends Reader<infer Value> ? Value : never;

/** One typed configuration for all widgets. */
export type CityConfig = { readonly [Key in keyof typeof cityKeys]?: Read<(typeof cityKeys)[Key]> | undefined };

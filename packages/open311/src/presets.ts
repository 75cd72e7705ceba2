/**
 * What no answer of these cities tells by itself. All that can be told from an answer is left to the decoder.
 * Name one as the client's `preset`; options given beside it win.
 */
import type { ClientOptions } from './client-options.ts';
import { UnsupportedError } from './errors.ts';
import type { Report } from './types.ts';

export interface Preset {
  /** Where the city's clocks are: IANA, for dates without a zone. */
  readonly zone: string;
  /** The city refuses a `Z` in dates it is asked with: they are sent in its own time, without a zone. */
  readonly localDates?: true;
  /** The city offers JSON and writes it wrongly, or none at all. */
  readonly format?: 'xml';
  readonly media?: Extract<ClientOptions['media'], string>;
  /** The longest range of dates a list may have, where it is not the spec's 90 days. */
  readonly days?: number;
  /** What a report needs beyond the spec. Not checked here: a form asks for it. */
  readonly required?: readonly (keyof Report)[];
  /** Where this is known from. */
  readonly source: string;
}

export type PresetName =
  | 'bloomington'
  | 'chicago'
  | 'greenwich'
  | 'helsinki'
  | 'rostock'
  | 'san-francisco'
  | 'tampere'
  | 'toronto'
  | 'washington-dc';

export const presets: Readonly<Record<PresetName, Preset>> = {
  bloomington: {
    zone: 'America/Indiana/Indianapolis',
    media: 'multipart:media',
    source: 'uReport: the field `media` takes one file',
  },
  chicago: {
    zone: 'America/Chicago',
    localDates: true,
    required: ['lat', 'long', 'addressString'],
    source: 'its API documentation; bensheldon/open311status, config/cities.yml: requests_omit_timezone',
  },
  greenwich: {
    zone: 'Europe/London',
    format: 'xml',
    source: 'bensheldon/open311status, config/cities.yml: JSON is offered, but not in the standard form',
  },
  helsinki: {
    zone: 'Europe/Helsinki',
    media: 'multipart:media[]',
    required: ['description'],
    source: 'its API documentation: descriptions of 10 to 5,000 characters; several files in `media[]`',
  },
  rostock: {
    zone: 'Europe/Berlin',
    media: 'base64:media',
    required: ['email'],
    source: 'Klarschiff, klarschiff-citysdk: `email` is required, `media` is one Base64 text',
  },
  'san-francisco': { zone: 'America/Los_Angeles', source: 'dates without a zone in its answers of 2012' },
  tampere: {
    zone: 'Europe/Helsinki',
    media: 'multipart:media[]',
    required: ['description'],
    source: 'its API documentation: descriptions of 10 to 5,000 characters; files in `media[]`, 40 MB at most',
  },
  toronto: { zone: 'America/Toronto', days: 25, source: 'the README of its client: ranges of 25 days at most' },
  'washington-dc': { zone: 'America/New_York', format: 'xml', source: 'its discovery: XML only' },
};

/** @throws {UnsupportedError} if there is none of this name, as a city's file may have it */
export function presetFor(name: string, { href }: URL): Preset {
  if (Object.hasOwn(presets, name)) return presets[name as PresetName];
  throw new UnsupportedError({ method: 'createClient', url: href }, 'there is no preset of this name');
}

/** The relay's settings: one file of JSON or YAML, what the command line says on top of it, and two secrets from the environment. */

import { presets, type PresetName } from '@citydesk/open311/presets';
import { z } from 'zod';
import { complaintsIn } from './config-words.ts';
import { isLoopback } from './is-loopback.ts';
import { officeComplaints } from './office-checks.ts';
import { officeKeys } from './office-config.ts';
import type { WrittenConfig } from './config-file.ts';

// Without this, zod probes `new Function`, which workerd forbids.
z.config({ jitless: true });

const address = z.string().refine((text) => /^https?:$/.test(urlIn(text)?.protocol ?? ''), {
  error: 'is no web address. Write one like "https://311.example.gov/open311/v2/".',
});

const path = z.string().regex(/^\/(?!\/)/, { error: 'is no web address and no path.' });

/** A key that must not cross the net in the clear: only this computer may be spoken to without encryption. */
const upstream = address
  .refine((text) => urlIn(text)?.protocol !== 'http:' || isLoopback(urlIn(text)!.hostname), {
    error:
      'has to begin with https://, so that nobody on the way reads what residents write. Ask the city for that address.',
  })
  .refine((text) => !urlIn(text)?.username && !urlIn(text)?.search && !urlIn(text)?.hash, {
    error: 'has to be the bare address of the endpoint: no user name, nothing from a ? or # on.',
  });

const origin = z.string().refine((text) => urlIn(text)?.origin === text && text !== 'null', {
  error: 'is no origin. Write it as a browser does, like "https://www.example.gov": no slash at the end, no path.',
});

const whole = (least: number, most: number) =>
  z
    .number()
    .int()
    .min(least, { error: `has to be ${least} or more.` })
    .max(most, { error: `has to be ${most} at most.` });

const bucket = (burst: number, perMinute: number) =>
  z.strictObject({ burst: whole(1, 1_000_000).default(burst), perMinute: whole(1, 1_000_000).default(perMinute) });

const limits = z.strictObject({
  /** All that only reads, for each address. */
  reading: bucket(300, 300).prefault({}),
  /** POST servicerequestupdates and photos, for each address. */
  updates: bucket(20, 10).prefault({}),
  /** Reports that look as if no resident had sent them, for each address: above it they have to come again later. */
  suspicious: bucket(5, 2).prefault({}),
  /** The same, of all addresses together. */
  suspiciousTogether: bucket(30, 20).prefault({}),
  /** Different requests that one address may look at in an hour. */
  idsPerHour: whole(1, 1_000_000).default(60),
  /** Bytes of the text in one report. */
  text: whole(1_000, 10_000_000).default(128 * 1024),
  /** Photos with one report. */
  photos: whole(0, 20).default(5),
  /** Bytes of one photo. */
  photo: whole(1_000, 50_000_000).default(10_000_000),
  /** Bytes of all reports with photos that are taken in at a time. */
  uploads: whole(1_000_000, 10_000_000_000).default(256_000_000),
  /** Bytes of one answer of the city. */
  answer: whole(1_000, 100_000_000).default(8_000_000),
  /** Connections at a time. Beyond them the one that has kept its request back for longest is closed. */
  connections: whole(10, 100_000).default(2_000),
});

export const configSchema = z.strictObject({
  /**
   * The city's own endpoint: nothing else is ever connected to with a resident's words. A town that has none writes how reports reach its
   * departments: `mailto`, or `webhook`.
   */
  upstream: z.union([z.enum(['mailto', 'webhook']), upstream]),
  jurisdictionId: z.string().min(1).optional(),
  /** What is known of this city that no answer tells, by the client's name for it. */
  preset: z.enum(Object.keys(presets) as [PresetName, ...PresetName[]]).optional(),
  /** IANA name of the zone in which the city writes dates that have none. */
  zone: z.string().refine(isZone, { error: 'is no time zone. Write one like "America/Detroit".' }).optional(),
  format: z.enum(['auto', 'json', 'xml']).optional(),
  /** How photos reach the city; `url`: they lie on the relay's shelf, and the city is given their addresses. */
  media: z.enum(['none', 'multipart:media', 'multipart:media[]', 'base64:media', 'url']).optional(),
  /** Milliseconds the city has for an answer to a GET, all tries together. */
  timeout: whole(100, 120_000).default(12_000),

  port: whole(0, 65_535).default(8312),
  host: z.string().min(1).default('127.0.0.1'),
  /** The path under which the relay is a GeoReport endpoint. */
  base: z
    .string()
    .regex(/^\/([\w.~-]+\/)*$/, { error: 'is no path. Write one like "/open311/v2/", with a slash at both ends.' })
    .default('/open311/v2/'),
  /** Where residents reach the relay, for links in its answers. Default: the address they asked. */
  publicUrl: address.optional(),
  /** How many proxies of your own stand in front and add to X-Forwarded-For. */
  trustProxy: whole(0, 10).default(0),

  /** The sites whose pages may use it. */
  origins: z
    .union([z.literal('*'), z.array(origin)], { error: 'is "*" or a list like ["https://www.example.gov"].' })
    .default([]),
  /** What may be done by callers that name no origin, as apps and the check do: browsers name it with every report. */
  withoutOrigin: z.enum(['nothing', 'reading', 'everything']).default('reading'),

  /** Code of the attribute in which the city keeps a report's id, where it has one. */
  idAttribute: z.string().min(1).optional(),
  /** Services whose requests only those may see who have the look-up code of the receipt. */
  privateServices: z.array(z.string()).default([]),
  /** Fields under `extended_attributes` that go out beside those everybody knows. */
  extendedFields: z.array(z.string().regex(/^[A-Za-z_][\w.-]*$/, { error: 'is no name of a field.' })).default([]),
  /** Photos of the city that lie where residents cannot reach are given out under another address; a path is one where the relay is. */
  mediaAddresses: z.array(z.strictObject({ from: address, to: z.union([path, address]) })).default([]),

  /** Where the answers to reports are kept, so that none is filed twice: a file, or redis://… for several relays. */
  keys: z.string().min(1).default('.citydesk/relay-keys.sqlite'),
  /** Where photos are kept: a folder, or a bucket that speaks S3. */
  photos: z
    .union([
      z.string().min(1),
      z.strictObject({
        /** The bucket's address; its keys stand in the environment. */
        bucket: address,
        region: z.string().min(1).default('auto'),
        /** In front of every name. */
        prefix: z.string().optional(),
      }),
    ])
    .default('.citydesk/relay-photos'),
  /** The folder in which every version of the widgets' files is kept that was ever served here: pages may name any of them. */
  files: z.string().min(1).default('.citydesk/relay-files'),
  /** Days until a photo is gone from the shelf. */
  photoDays: whole(1, 3650).default(30),

  /** Of discovery, feeds and the plain form. */
  city: z.string().min(1).default('the city'),
  contact: z.string().min(1).optional(),
  /** On every plain page: the number of a person, and the one to call in danger, such as "911". */
  phone: z.string().min(1).optional(),
  emergency: z.string().min(1).optional(),
  /** Whether the plain form asks who reports. */
  contactRule: z.enum(['optional', 'required', 'none']).default('optional'),
  /** The page where residents follow their reports; links of feeds and of the plain form lead there. */
  tracker: address.optional(),
  /** The city file for the widgets of the relay's own page, with all that they can be told: an address or a path. */
  cityFile: z.union([path, address]).optional(),
  /** Who may show the plain form in a frame; default: the origins. */
  frameAncestors: z.array(origin).optional(),
  /** Who is to be told of holes in the relay (security.txt): an address of mail or of a page. */
  securityContact: z
    .string()
    .regex(/^(mailto:|https:\/\/|tel:)/, { error: 'has to begin with mailto:, https:// or tel:.' })
    .optional(),
  /** Whether `type` in discovery says `test`. */
  test: z.boolean().default(false),
  /** Sets all times of sending and looking this many times as fast: for tests. */
  faster: z.number().min(1).max(1000).default(1),
  ...officeKeys,
  limits: limits.prefault({}),
});

export type RelayConfig = z.infer<typeof configSchema>;
/** As it is written in the file. */
export type ConfigFile = z.input<typeof configSchema>;

/** Something the person who started the relay can put right; the message says how, a line for each mistake. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * @param lineOf tells in which line a setting stands, where it was read from a file with lines
 * @throws {ConfigError} naming every key that is wrong, and what to write
 */
export function configFrom(written: unknown, lineOf?: WrittenConfig['lineOf']): RelayConfig {
  const read = configSchema.safeParse(written);
  const complaints = read.success
    ? officeComplaints(read.data)
    : complaintsIn(read.error.issues, Object.keys(configSchema.shape));
  if (read.success && complaints.length === 0) return read.data;
  const told = complaints.map(({ path: at, text }) => {
    const line = lineOf?.(at);
    return line === undefined ? text : `Line ${line}: ${text}`;
  });
  throw new ConfigError(told.join('\n'));
}

function urlIn(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

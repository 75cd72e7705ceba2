/** The command `citydesk-relay`: reads its configuration, starts the relay, says where it is, and stops it when told. */

import { parseArgs } from 'node:util';
import { readFileSync } from 'node:fs';
import { configFrom, ConfigError, type RelayConfig } from './config.ts';
import { lineBuffer } from './line-buffer.ts';
import { serveRelay, type ServedRelay } from './serve-relay.ts';
import { StartError } from './start-error.ts';

const usage = `Usage: citydesk-relay --upstream URL [options]

A GeoReport v2 endpoint in front of a city's own: hides its key, lets web pages
in, and takes each report once, however often it is sent.

  --upstream URL      the city's own Open311 endpoint
  --config FILE       all settings, as JSON; the options here win over it
  --port N            where it listens (default: 8312; 0 for any)
  --host ADDRESS      who can reach it (default: 127.0.0.1, this computer only)
  --public-url URL    where residents reach it
  --origin ORIGIN     a site that may use it, like https://www.example.gov;
                      may stand more than once; * for all
  --jurisdiction ID   where the endpoint serves several cities
  --preset NAME       what is known of this city
  --keys WHERE        a file, or redis://… for several relays
                      (default: .citydesk/relay-keys.sqlite)
  --photos FOLDER     where photos lie (default: .citydesk/relay-photos)
  --trust-proxy N     how many proxies of yours stand in front (default: 0)
  --until-stdin-ends  stops when whoever started it is gone
  --help              this text

Secrets stand in the environment:
  CITYDESK_API_KEY       the city's key for reports
  CITYDESK_RELAY_SECRET  32 characters or more; made and kept beside the keys
                         where there is none
  CITYDESK_S3_KEY, CITYDESK_S3_SECRET  where photos lie in a bucket`;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * @param args the words after the command
 * @returns the exit code, once the relay has stopped
 */
export async function runCommand(args: readonly string[], environment: Environment = process.env): Promise<number> {
  const lines = lineBuffer((text) => process.stdout.write(text));
  let served: ServedRelay;
  try {
    const config = settingsFrom(args);
    if (config === 'help') {
      console.log(usage);
      return 0;
    }
    const { CITYDESK_S3_KEY: id, CITYDESK_S3_SECRET: secret } = environment;
    served = await serveRelay({
      config,
      apiKey: environment['CITYDESK_API_KEY'] || undefined,
      secret: environment['CITYDESK_RELAY_SECRET'],
      bucketKeys: id && secret ? { id, secret } : undefined,
      write: lines.add,
      ownProcess: true,
    });
    console.log(`The relay is open at ${new URL(config.base, served.url).href}`);
  } catch (error) {
    if (!(error instanceof StartError || error instanceof ConfigError)) throw error;
    console.error(error.message);
    return 1;
  }
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    // A pipe ends with whoever holds its other end, however that one ends.
    if (args.includes('--until-stdin-ends')) process.stdin.once('close', resolve).once('error', resolve).resume();
  });
  if (args.includes('--until-stdin-ends')) process.stdin.destroy();
  await served.close();
  lines.flush();
  return 0;
}

/** @throws {StartError | ConfigError} for what cannot be read or used */
export function settingsFrom(args: readonly string[]): RelayConfig | 'help' {
  const values = read(args);
  if (values.help) return 'help';
  const origins = values.origin?.includes('*') ? '*' : values.origin;
  const said = {
    upstream: values.upstream,
    port: values.port === undefined ? undefined : numberIn(values.port, 'port'),
    host: values.host,
    publicUrl: values['public-url'],
    origins,
    jurisdictionId: values.jurisdiction,
    preset: values.preset,
    keys: values.keys,
    photos: values.photos,
    trustProxy: values['trust-proxy'] === undefined ? undefined : numberIn(values['trust-proxy'], 'trust-proxy'),
  };
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  return configFrom({ ...fileIn(values.config), ...given });
}

function read(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        upstream: text,
        config: text,
        port: text,
        host: text,
        'public-url': text,
        origin: { type: 'string', multiple: true },
        jurisdiction: text,
        preset: text,
        keys: text,
        photos: text,
        'trust-proxy': text,
        'until-stdin-ends': { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new StartError(`${error instanceof Error ? error.message : 'This cannot be read.'}\n\n${usage}`);
  }
}

function fileIn(path: string | undefined): Readonly<Record<string, unknown>> {
  if (path === undefined) return {};
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new StartError(`There is no file ${path} that can be read. Check --config.`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new StartError(`${path} is no JSON: ${error instanceof Error ? error.message : ''}`);
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new StartError(`${path} has to hold one object, in curly brackets.`);
}

function numberIn(text: string, option: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new StartError(`${text} is no number. Write --${option} with a whole number.`);
}

/** The command `citydesk-relay`: reads its configuration, starts the relay, says where it is, and stops it when told. */

import { parseArgs } from 'node:util';
import { configFile, type WrittenConfig } from './config-file.ts';
import { configFrom, ConfigError, type RelayConfig } from './config.ts';
import { lineBuffer } from './line-buffer.ts';
import { serveRelay } from './serve-relay.ts';
import { isTown } from './office-checks.ts';
import { StartError } from './start-error.ts';

const usage = `Usage: citydesk-relay --config FILE [options]
       citydesk-relay --upstream URL [options]
       citydesk-relay init
       citydesk-relay report --from DAY --to DAY [options]

A GeoReport v2 endpoint in front of a city's own: hides its key, lets web pages
in, and takes each report once, however often it is sent. A town that has none
names its services and departments in FILE, and the relay mails them each report.

  init                writes services.yaml for such a town, to be changed
  report              the report for the council; --help tells more

  --config FILE       all settings, as YAML or JSON; the options here win over it
  --upstream URL      the city's own Open311 endpoint
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
  CITYDESK_STAFF_PASSWORD  opens the staff desk of a town
  CITYDESK_SMTP_PASSWORD   for the server that takes mail
  CITYDESK_WEBHOOK_SECRET  signs what webhooks get
  CITYDESK_S3_KEY, CITYDESK_S3_SECRET  where photos lie in a bucket`;

type Environment = Readonly<Record<string, string | undefined>>;

/** What the first word may be; each gets the words behind it, and gives the exit code. */
const subcommands: Readonly<Record<string, (args: readonly string[], environment: Environment) => Promise<number>>> = {
  init: async () => {
    const { init } = await import('./init.ts');
    init();
    return 0;
  },
  report: async (args, environment) => (await import('./report/report-command.ts')).runReport(args, environment),
};

/**
 * @param args the words after the command
 * @returns the exit code, once the relay has stopped
 */
export async function runCommand(args: readonly string[], environment: Environment = process.env): Promise<number> {
  const [first = '', ...rest] = args;
  const run = Object.hasOwn(subcommands, first) ? subcommands[first]! : () => runRelay(args, environment);
  try {
    return await run(rest, environment);
  } catch (error) {
    if (!(error instanceof StartError || error instanceof ConfigError)) throw error;
    console.error(error.message);
    return 1;
  }
}

async function runRelay(args: readonly string[], environment: Environment): Promise<number> {
  const lines = lineBuffer((text) => process.stdout.write(text));
  const config = settingsFrom(args);
  if (config === 'help') {
    console.log(usage);
    return 0;
  }
  const { CITYDESK_S3_KEY: id, CITYDESK_S3_SECRET: secret } = environment;
  const staffPassword = environment['CITYDESK_STAFF_PASSWORD'] || undefined;
  const served = await serveRelay({
    config,
    apiKey: environment['CITYDESK_API_KEY'] || undefined,
    secret: environment['CITYDESK_RELAY_SECRET'],
    smtpPassword: environment['CITYDESK_SMTP_PASSWORD'] || undefined,
    webhookSecret: environment['CITYDESK_WEBHOOK_SECRET'] || undefined,
    staffPassword,
    bucketKeys: id && secret ? { id, secret } : undefined,
    write: lines.add,
    ownProcess: true,
  });
  console.log(`The relay is open at ${new URL(config.base, served.url).href}`);
  if (isTown(config)) console.log(townPlaces(config, served.url, staffPassword !== undefined));
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
  const { written, lineOf }: WrittenConfig = values.config === undefined ? { written: {} } : configFile(values.config);
  return configFrom({ ...written, ...given }, lineOf);
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

/** Where a town's people find what is theirs. */
function townPlaces({ base, publicUrl, staffHeader }: RelayConfig, url: string, hasPassword: boolean): string {
  const at = (path: string) => new URL(path, publicUrl ?? url).href;
  const desk = hasPassword
    ? 'any user name, and the password in CITYDESK_STAFF_PASSWORD'
    : staffHeader === undefined
      ? 'closed: set CITYDESK_STAFF_PASSWORD and start again'
      : `for whom your sign-in lets in (${staffHeader})`;
  return `
  Form page    ${at('/citydesk/embed')}
  Staff desk   ${at('/staff/')}
               ${desk}
  Open311      ${at(base)}
  For pages    <script type="module" src="${at('/citydesk/citydesk.js')}" data-config="${at('/citydesk/city.json')}"></script>
`;
}

function numberIn(text: string, option: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new StartError(`${text} is no number. Write --${option} with a whole number.`);
}

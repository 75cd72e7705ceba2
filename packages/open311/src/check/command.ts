/** The command `citydesk-open311`, apart from Node: words in, text and an exit code out. */
import { UnsupportedError } from '../errors.ts';
import { check } from './check.ts';
import { reportText } from './report-text.ts';
import type { CheckOptions } from './types.ts';
import { addressOf } from './visit.ts';

const usage = `Usage: citydesk-open311 check ENDPOINT [options]

Looks at an Open311 endpoint as a city's web page would, and says what works.
It only reads, unless you say --submit.

  --origin ORIGIN       of the page, like https://www.example.gov
  --jurisdiction ID     for endpoints that serve several cities
  --definitions N       how many service definitions are read (default: 5)
  --timeout SECONDS     for one answer (default: 15)
  --json                the report as JSON
  --submit CODE         sends a real report to this service, twice; needs
  --test-endpoint       I know that no one works on reports sent here
  --lat N --long N      where the report is (default: where another one is)
  --email ADDRESS       of the report, if the city asks for one
  --api-key KEY         of the report, if the city asks for one
  --help                this text

Exit code: 0 nothing found is broken, 1 something is broken, 2 the command was
not understood. Whether a report arrives is known only with --submit.`;

export interface CommandOutput {
  out(text: string): void;
  error(text: string): void;
}

/** What the person who typed the command can put right. */
class UsageError extends Error {}

/**
 * @param args the words after the command
 * @returns the exit code
 */
export async function runCommand(
  args: readonly string[],
  output: CommandOutput,
  fetch?: typeof globalThis.fetch,
): Promise<number> {
  if (args.length === 0 || args.includes('--help')) {
    output.out(usage);
    return args.length === 0 ? 2 : 0;
  }
  try {
    const { json, ...options } = optionsFrom(args);
    const report = await check({ ...options, fetch });
    output.out(json ? JSON.stringify(report, undefined, 2) : reportText(report));
    return report.ok ? 0 : 1;
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof UnsupportedError)) throw error;
    output.error(error instanceof UsageError ? error.message : 'The endpoint is no address on http or https.');
    return 2;
  }
}

const switches = ['json', 'test-endpoint'];
const settings = ['origin', 'jurisdiction', 'definitions', 'timeout', 'submit', 'lat', 'long', 'email', 'api-key'];

function optionsFrom(args: readonly string[]): CheckOptions & { readonly json: boolean } {
  const given = new Map<string, string>();
  const words: string[] = [];
  for (let index = 0; index < args.length; index++) {
    const [, name, joined] = /^--([a-z-]+)(?:=(.*))?$/s.exec(args[index]!) ?? [];
    if (name === undefined) words.push(args[index]!);
    else if (switches.includes(name)) given.set(name, 'yes');
    else if (settings.includes(name)) {
      const value = joined ?? args[++index];
      if (value === undefined) throw new UsageError(`--${name} needs a value. See --help.`);
      given.set(name, value);
    } else throw new UsageError(`There is no option --${name}. See --help.`);
  }
  const [command, endpoint, ...rest] = words;
  if (command !== 'check' || endpoint === undefined || rest.length > 0) {
    throw new UsageError('Say: citydesk-open311 check ENDPOINT. See --help.');
  }
  const timeout = number(given, 'timeout');
  return {
    endpoint,
    json: given.has('json'),
    origin: originFrom(given.get('origin')),
    jurisdictionId: given.get('jurisdiction'),
    definitions: number(given, 'definitions'),
    timeout: timeout === undefined ? undefined : timeout * 1000,
    submit: submitFrom(given),
  };
}

function submitFrom(given: ReadonlyMap<string, string>): CheckOptions['submit'] {
  const serviceCode = given.get('submit');
  if (serviceCode === undefined) return undefined;
  if (!given.has('test-endpoint')) {
    throw new UsageError(
      'Nothing was sent. --submit files a real report: say --test-endpoint too, if no one works on reports sent here.',
    );
  }
  return {
    serviceCode,
    testEndpoint: true,
    lat: number(given, 'lat'),
    long: number(given, 'long'),
    email: given.get('email'),
    apiKey: given.get('api-key'),
  };
}

function number(given: ReadonlyMap<string, string>, name: string): number | undefined {
  const word = given.get(name);
  const value = Number(word);
  if (word !== undefined && (word.trim() === '' || !Number.isFinite(value))) {
    throw new UsageError(`--${name} needs a number.`);
  }
  return word === undefined ? undefined : value;
}

function originFrom(word: string | undefined): string | undefined {
  if (word === undefined) return undefined;
  const address = addressOf(word);
  if (address === undefined || !/^https?:/.test(address)) {
    throw new UsageError('--origin needs an address like https://www.example.gov.');
  }
  return new URL(address).origin;
}

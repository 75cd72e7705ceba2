/** The command `citydesk-sandbox`: reads its options, starts the city, says where it is, and stops it when told. */

import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { dialectNames, type DialectName } from './dialect-names.ts';
import { isDialectName } from './dialects.ts';
import { serveCity, StartError, type ServedCity, type ServeOptions } from './serve.ts';

const usage = `Usage: citydesk-sandbox [options]

A small Open311 city to try things on. What you send reaches no real city.

  --port N              where it listens (default: PORT, else 8311)
  --host ADDRESS        who can reach it (default: 127.0.0.1, this computer only)
  --staff-password TEXT asked for at the staff desk; needed with --host
  --data DIR            where it keeps its reports (default: .citydesk)
  --reset               forgets its reports and starts anew
  --site DIR            a folder of web pages to serve
  --api-key TEXT        a report needs this key
  --jurisdiction ID     every call needs this jurisdiction_id
  --dialect NAME        answers as another server does:${inLines(dialectNames)}
  --token-delay SECONDS how long a token leads to no id (for services of type batch)
  --help                this text`;

/**
 * @param args the words after the command
 * @returns the exit code, once the city has stopped
 */
export async function runCommand(args: readonly string[]): Promise<number> {
  let served: ServedCity;
  try {
    const options = optionsFrom(args);
    if (options === 'help') {
      console.log(usage);
      return 0;
    }
    served = await serveCity(options);
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    console.error(error.message);
    return 1;
  }
  const { url } = served;
  console.log(`The city is open. Stop it with Ctrl+C.

  City pages     ${url}
  Open311        ${url}open311/v2/
  Staff desk     ${url}staff/
${served.county ? countyAddresses(url) : ''}`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await served.close();
  return 0;
}

function countyAddresses(url: string): string {
  return `
  Beside it, the county
  Open311        ${url}county/open311/v2/
  Staff desk     ${url}county/staff/
`;
}

/** @throws StartError for an option that is not known or cannot be used */
export function optionsFrom(args: readonly string[], environment = process.env): ServeOptions | 'help' {
  const values = read(args);
  if (values.help) return 'help';
  const site = values.site;
  if (site !== undefined && !existsSync(site)) throw new StartError(`There is no folder ${site}. Check --site.`);
  return {
    port: portFrom(values.port ?? environment['PORT'] ?? '8311'),
    host: values.host,
    data: values.data ?? '.citydesk',
    site,
    staffPassword: values['staff-password'],
    apiKey: values['api-key'],
    jurisdictionId: values.jurisdiction,
    reset: values.reset,
    dialect: dialectFrom(values.dialect),
    tokenDelay: secondsFrom(values['token-delay']),
  };
}

function read(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        site: { type: 'string' },
        'staff-password': { type: 'string' },
        'api-key': { type: 'string' },
        jurisdiction: { type: 'string' },
        reset: { type: 'boolean' },
        dialect: { type: 'string' },
        'token-delay': { type: 'string' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new StartError(`${error instanceof Error ? error.message : 'This cannot be read.'}\n\n${usage}`);
  }
}

function portFrom(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) {
    throw new StartError(`${text} is not a port. Choose a number from 1 to 65535 with --port.`);
  }
  return Number(text);
}

function dialectFrom(name: string | undefined): DialectName | undefined {
  if (name === undefined || isDialectName(name)) return name;
  throw new StartError(`There is no dialect ${name}. Choose one of these with --dialect: ${dialectNames.join(', ')}.`);
}

function secondsFrom(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,6}$/.test(text)) throw new StartError(`${text} is no number of seconds. Change --token-delay.`);
  return Number(text) * 1000;
}

/** Five to a line, under each other in the column of the explanations. */
function inLines(names: readonly string[]): string {
  const lines = names.map((name, index) => (index % 5 === 0 ? `\n${' '.repeat(24)}${name}` : name));
  return lines.join(', ').replaceAll(', \n', ',\n');
}

// `npm start`: the demo city as a city would run it, from built files, until it is told to stop.

import path from 'node:path';
import { root } from '../workspace.ts';
import { build } from './build.ts';
import { site, siteHeaders } from './site.ts';
import { untilStopped } from './until-stopped.ts';

/** Builds what is stale, serves the demo city on loopback and prints its addresses. Returns once it has stopped. */
export async function start(): Promise<void> {
  if (!(await build())) {
    process.exitCode = 1;
    return;
  }
  // Only now, because it may just have been built.
  const { serveCity, StartError } = await import('@citydesk/sandbox');
  try {
    const city = await serveCity({
      port: Number(process.env['PORT'] ?? 8311),
      // Tests start it on data of their own.
      data: process.env['CITYDESK_DATA'] ?? path.join(root, '.citydesk'),
      site,
      siteHeaders: siteHeaders(),
    });
    console.log(addresses(city.url));
    await untilStopped();
    await city.close();
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    console.error(error.message.replace('with --port', 'like this: PORT=8399 npm start'));
    process.exitCode = 1;
  }
}

/** What a person can open, one line each. */
export function addresses(url: string): string {
  return `
The demo city is open. Stop it with Ctrl+C.

  City               ${url}
  Report a problem   ${url}report/
  Report a pothole   ${url}report/potholes/
  Open311            ${url}open311/v2/services.json
  Staff desk         ${url}staff/
  County             ${url}county/
  County’s desk      ${url}county/staff/

Reports are kept in .citydesk. They reach no real city.
`;
}

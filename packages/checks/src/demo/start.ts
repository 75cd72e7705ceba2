// `npm start`: the demo city as a city would run it, from built files, until it is told to stop.

import path from 'node:path';
import { root } from '../workspace.ts';
import { build } from './build.ts';
import { serveChain } from './chain.ts';
import { PortError } from './front.ts';
import { site, siteHeaders } from './site.ts';
import { untilStopped } from './until-stopped.ts';

/** Builds what is stale, serves the demo city on loopback and prints its addresses. Returns once it has stopped. */
export async function start(): Promise<void> {
  if (!(await build())) {
    process.exitCode = 1;
    return;
  }
  try {
    const chain = await serveChain({
      port: Number(process.env['PORT'] ?? 8311),
      // Tests start it on data of their own.
      data: process.env['CITYDESK_DATA'] ?? path.join(root, '.citydesk'),
      site,
      siteHeaders: siteHeaders(),
      relay: [path.join(root, 'packages/relay/bin/citydesk-relay.mjs')],
    });
    await chain.relay.answers(10_000);
    console.log(addresses(chain.url));
    await untilStopped();
    await chain.close();
  } catch (error) {
    if (!(error instanceof PortError)) throw error;
    console.error(error.message);
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
  Without scripts    ${url}citydesk/embed
  Open311            ${url}open311/v2/services.json
  Relay              ${url}health
  Staff desk         ${url}staff/
  County             ${url}county/
  County’s desk      ${url}county/staff/

The relay stands between the pages and the city’s API, as a process of its own. Reports are kept in .citydesk. They reach no real city.
`;
}

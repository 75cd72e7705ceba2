// The demo city as residents reach it: one address for everything, behind it the relay for the city's API, and behind that the city.

import type { ServeOptions } from '@citydesk/sandbox';
import { listenOn, passOn } from './front.ts';
import { keepRelay, type RelayProcess } from './relay-process.ts';
import { writeRelayConfig } from './relay-config.ts';

export interface ChainOptions extends Pick<ServeOptions, 'site' | 'siteHeaders'> {
  /** Where the front listens; 0 for any port. */
  readonly port: number;
  /** Where residents reach it. Default: where the front listens. */
  readonly url?: string;
  /** Folder of the city's and the relay's databases, and of the relay's config, log and process id. */
  readonly data: string;
  /** What Node runs as the relay; its own options follow. */
  readonly relay: readonly string[];
}

export interface Chain {
  /** For example `http://localhost:8311/`. */
  readonly url: string;
  readonly relay: Pick<RelayProcess, 'pid' | 'answers'>;
  /** Ends all of it; nothing is left running. */
  close(): Promise<void>;
}

/** What the relay answers for: the city's API, the form in a page of its own with its files, and what it says about itself. All else comes from the city. */
const relayed =
  /^\/(open311\/v2\/|citydesk\/(embed(\.css|\/|$)|citydesk[./]|\d+\.\d+\.\d+\/)|health$|\.well-known\/security\.txt$)/;

/**
 * Serves the city in this process and the relay in one of its own.
 * @throws PortError when the port cannot be had
 */
export async function serveChain({ port, url: outer, data, relay, ...pages }: ChainOptions): Promise<Chain> {
  // Only now, because it may just have been built.
  const { serveCity } = await import('@citydesk/sandbox');
  const closings: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const end of closings.splice(0).reverse()) await end();
  };
  try {
    const city = await serveCity({ port: 0, data, ...pages });
    closings.push(city.close);
    const cityPort = Number(new URL(city.url).port);
    const behind: { relay?: RelayProcess } = {};
    const front = await listenOn(
      port,
      passOn((asked) => (relayed.test(decoded(asked)) ? behind.relay?.port : cityPort)),
    );
    closings.push(front.close);
    const url = `http://localhost:${front.port}/`;
    const config = writeRelayConfig(cityPort, outer ?? url, data);
    const kept = keepRelay({
      command: (own) => [...relay, '--config', config, '--port', String(own), '--until-stdin-ends'],
      data,
      said: (words) => console.error(words),
    });
    closings.push(kept.stop);
    behind.relay = kept;
    return { url, relay: kept, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** As servers read a path: a letter may be written in another way. */
function decoded(asked: string): string {
  try {
    return decodeURI(asked);
  } catch {
    return asked;
  }
}

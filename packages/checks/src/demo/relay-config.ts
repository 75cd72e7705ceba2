// The settings of the demo's relay, written where it keeps all else.

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ConfigFile } from '@citydesk/relay';

/**
 * Generous: nobody who tries the demo, and no test, is slowed. Every page may ask, and so may whoever has none.
 * @param cityPort where the city answers, on this computer
 * @param url where residents reach the demo
 * @param data folder of all its databases
 */
export function relayConfig(cityPort: number, url: string, data: string): ConfigFile {
  const plenty = { burst: 100_000, perMinute: 100_000 };
  return {
    upstream: `http://127.0.0.1:${cityPort}/open311/v2/`,
    media: 'multipart:media',
    // Where residents have asked, photos are too: the front has all of the city.
    mediaAddresses: [{ from: `http://127.0.0.1:${cityPort}/`, to: '/' }],
    zone: 'America/Detroit',
    origins: '*',
    withoutOrigin: 'everything',
    // The front.
    trustProxy: 1,
    keys: path.join(data, 'relay.sqlite'),
    photos: path.join(data, 'relay-photos'),
    files: path.join(data, 'relay-files'),
    city: 'Three Rivers',
    phone: '269-555-0142',
    emergency: '911',
    tracker: url,
    test: true,
    limits: {
      reading: plenty,
      updates: plenty,
      suspicious: plenty,
      idsPerHour: 100_000,
      suspiciousTogether: plenty,
      connections: 10_000,
    },
  };
}

/** Writes them. @returns the path of the file */
export function writeRelayConfig(cityPort: number, url: string, data: string): string {
  mkdirSync(data, { recursive: true });
  const file = path.join(data, 'relay.json');
  writeFileSync(file, `${JSON.stringify(relayConfig(cityPort, url, data), undefined, 2)}\n`);
  return file;
}

/** A running town for tests: a real relay over HTTP on a free port, with its data in a folder that is gone afterwards. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, type Client } from '@citydesk/open311';
import { configFrom, type ConfigFile } from '../src/config.ts';
import { relaySite } from '../src/site.ts';
import { noLimits } from '../src/test-kit.ts';
import { serveRelay, type ServedRelay, type ServeRelayOptions } from '../src/serve-relay.ts';

export const staffPassword = 'open sesame, for tests';
export const townSecret = 'a secret for tests, of 32 or more';
/** As a browser sends it. */
export const staffSignIn = { Authorization: `Basic ${Buffer.from(`clerk:${staffPassword}`).toString('base64')}` };

/** Two departments and four services, of which one is private. */
export const townFile: ConfigFile = {
  upstream: 'mailto',
  city: 'Maple Falls',
  zone: 'America/Detroit',
  phone: '269-555-0100',
  emergency: '911',
  origins: '*',
  withoutOrigin: 'everything',
  limits: noLimits,
  mail: { from: '311@maplefalls.example', server: 'smtp://127.0.0.1:9' },
  departments: {
    streets: { name: 'Streets', mail: 'streets@maplefalls.example' },
    code: { name: 'Code Enforcement', mail: 'code@maplefalls.example' },
  },
  services: [
    {
      code: 'pothole',
      name: 'Pothole',
      description: 'A hole in the road.',
      keywords: ['hole', 'road'],
      group: 'Streets',
      department: 'streets',
      expectedDays: 5,
      notice: 'A crew looks at it first.',
      questions: [
        { code: 'lane', ask: 'Where in the road is it?', kind: 'one-of', required: true, choices: ['Middle', 'Edge'] },
        { code: 'wide', ask: 'How wide is it, in inches?', kind: 'number' },
        { code: 'signs', ask: 'What stands around it?', kind: 'some-of', choices: ['A cone', 'A barrel, or more'] },
        { code: 'since', ask: 'Since which day?', kind: 'day' },
        { code: 'thanks', ask: 'Do not step into the road to look.', kind: 'notice' },
      ],
    },
    { code: 'street-light', name: 'Street light out', group: 'Streets', department: 'streets', expectedDays: 3 },
    { code: 'sign', name: 'Sign missing', department: 'streets' },
    { code: 'abandoned-car', name: 'Abandoned car', department: 'code', private: true },
  ],
};

export interface TestTown {
  readonly served: ServedRelay;
  /** `http://127.0.0.1:49152/` */
  readonly url: string;
  readonly endpoint: string;
  readonly client: Client;
  /** Every line of the log so far. */
  readonly log: () => string;
  /** Where it keeps everything; the database is `relay.sqlite`. */
  readonly folder: string;
  /** @param keepFolder so that another can go on there */
  stop(keepFolder?: boolean): Promise<void>;
}

export interface TestTownOptions extends Partial<Omit<ServeRelayOptions, 'config'>> {
  /** One that a town was stopped in before. */
  readonly folder?: string | undefined;
}

export async function startTown(file: Partial<ConfigFile> = {}, options: TestTownOptions = {}): Promise<TestTown> {
  const { folder = mkdtempSync(join(tmpdir(), 'citydesk-town-')), ...rest } = options;
  const lines: string[] = [];
  const served = await serveRelay({
    config: configFrom({ port: 0, ...townFile, ...placesIn(folder), ...file }),
    secret: townSecret,
    staffPassword,
    // Without the built files, so that no test needs a build.
    site: relaySite({ secret: townSecret }),
    write: (text) => lines.push(text),
    ...rest,
  });
  const endpoint = new URL('open311/v2/', served.url).href;
  return {
    served,
    url: served.url,
    endpoint,
    client: createClient({ endpoint, media: 'multipart:media[]' }),
    log: () => lines.join(''),
    folder,
    async stop(keepFolder = false) {
      await served.close();
      if (!keepFolder) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Where a relay keeps its things, all in one folder. */
export function placesIn(folder: string) {
  return {
    database: join(folder, 'relay.sqlite'),
    keys: join(folder, 'relay-keys.sqlite'),
    photos: join(folder, 'photos'),
    files: join(folder, 'files'),
  };
}

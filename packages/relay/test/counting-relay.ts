/** What the tests of the counts share: a relay that counts, on a file of its own, before a city of the sandbox. */

import { createCity } from '@citydesk/sandbox';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../src/database.ts';
import { openOffice } from '../src/office/open-office.ts';
import { cityUrl, noLimits, post, relayTo, secret, type Answer, type TestRelay } from '../src/test-kit.ts';
import { counted, type CountsReader } from '../src/counts/counted.ts';
import { configFrom, type ConfigFile } from '../src/config.ts';

export interface CountingRelay {
  readonly relay: TestRelay;
  /** The folder of its database, and nothing else in it. */
  readonly folder: string;
  /** Sends what a widget would. */
  send(fields: string | Readonly<Record<string, string>>): Promise<Answer>;
  /** What is in the file now. */
  read<T>(work: (reader: CountsReader) => T): T;
  close(): Promise<void>;
}

const threeRivers = createCity();

/** @param now default: a noon in November */
export function countingRelay(
  config: Partial<ConfigFile> = {},
  now: () => Date = () => new Date('2026-11-22T17:00:00Z'),
  city: Parameters<typeof relayTo>[0] = threeRivers,
): CountingRelay {
  const folder = mkdtempSync(join(tmpdir(), 'citydesk-counts-'));
  const database = join(folder, 'relay.sqlite');
  const settings = { counts: true, zone: 'America/Detroit', database, ...config };
  const read = configFrom({ upstream: cityUrl, origins: '*', limits: noLimits, ...settings });
  const office = openOffice({ config: read, secret, now, log: () => {} });
  const relay = relayTo(city, settings, { office: office?.parts });
  return {
    relay,
    folder,
    send: (fields) => post(relay, fields, {}, 'counts'),
    read(work) {
      const db = openDatabase(database);
      try {
        return work(counted(db));
      } finally {
        db.close();
      }
    },
    async close() {
      await relay.close();
      await office?.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** As a widget writes it. */
export function postOf(counts: readonly string[], language = 'en', channel = 'web'): string {
  const form = new URLSearchParams({ language, channel });
  for (const count of counts) form.append('count', count);
  return form.toString();
}

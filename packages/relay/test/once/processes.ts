/** Processes of `submitter.ts`, and the city they send to. */

import { spawn } from 'node:child_process';
import { serveCity, type Seed, type ServedCity } from '@citydesk/sandbox';
import type { RelayTimes } from '../../src/once/times.ts';
import type { Task, Told } from './submitter.ts';

export interface Ended {
  /** `SIGKILL` for a process that has ended itself. */
  readonly signal: NodeJS.Signals | null;
  readonly told: readonly Told[];
}

export function submitter(task: Task): Promise<Ended> {
  const path = new URL('./submitter.ts', import.meta.url).pathname;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--conditions=citydesk-source', path, JSON.stringify(task)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const words: string[] = [];
    child.stdout.setEncoding('utf8').on('data', (text: string) => words.push(text));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code !== 0 && signal !== 'SIGKILL') return reject(new Error(`a submitter ended with ${code ?? signal}`));
      resolve({ signal, told: signal ? [] : (JSON.parse(words.join('')) as Told[]) });
    });
  });
}

/** Quick, and yet longer than a busy machine takes for one answer. */
export const quickTimes: RelayTimes = {
  answer: 20_000,
  perMegabyte: 0,
  margin: 2_000,
  look: 20_000,
  lookAgain: 200,
  unread: 600_000,
  lateCommit: 1_000,
  busy: 100,
  longestAsked: 100,
  keep: 600_000,
};

const seed: Seed = {
  city: 'Test city',
  timeZone: 'America/Detroit',
  services: [{ service_code: 'pothole', service_name: 'Pothole' }],
};

/** With one report in its list already, so that the list can tell. */
export async function cityWithList(): Promise<{
  served: ServedCity;
  endpoint: string;
  rowsOf(key: string): number;
  rows(): number;
}> {
  const served = await serveCity({ port: 0, seed, county: false });
  const endpoint = `${served.url.replace('localhost', '127.0.0.1')}open311/v2/`;
  const body = new URLSearchParams({
    service_code: 'pothole',
    lat: '41.94',
    long: '-85.63',
    description: 'An old one',
  });
  const answer = await fetch(`${endpoint}requests.json`, { method: 'POST', body });
  if (!answer.ok) throw new Error(await answer.text());
  const rows = () => served.city.store.all();
  return {
    served,
    endpoint,
    rowsOf: (key) => rows().filter(({ description }) => description?.includes(key)).length,
    rows: () => rows().length - 1,
  };
}

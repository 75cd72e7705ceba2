/** A town whose process is killed again and again while reports come in: what was confirmed is there with the mail about it, and nothing is there twice. */

import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../database.ts';
import { placesIn, townFile } from '../../test/town.ts';

const folder = mkdtempSync(join(tmpdir(), 'citydesk-town-kills-'));
const file = join(folder, 'services.json');
const dyingTown = fileURLToPath(new URL('../../test/dying-town.ts', import.meta.url));
let running: ChildProcess | undefined;
after(() => {
  running?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the town, in a process of its own. @returns where it takes reports */
async function start(moment: 'before' | 'after', many: number): Promise<string> {
  const child = spawn(process.execPath, [
    '--conditions=citydesk-source',
    dyingTown,
    ...[moment, String(many), '--config', file],
  ]);
  running = child;
  let said = '';
  return new Promise((resolve, reject) => {
    child.stderr.on('data', (data) => reject(new Error(String(data))));
    child.stdout.on('data', (data) => {
      said += data;
      const [, found] = /^The relay is open at (\S+)\n/.exec(said) ?? [];
      if (found) resolve(found);
    });
  });
}

describe('a town that is killed while reports come in', () => {
  it('has all that it confirmed, and each of those that were sent again once', async () => {
    // Times run fast, so that a dead process does not hold a report for half a minute.
    const written = { ...townFile, ...placesIn(folder), port: 0, faster: 20 };
    writeFileSync(file, JSON.stringify(written));
    const confirmed = new Map<string, string>();
    const all = [...new Array(20)].map(() => randomUUID());
    const open = new Set<string>(all);
    let endpoint = '';
    const send = async (key: string): Promise<void> => {
      const serviceCode = key < '8' ? 'sign' : 'abandoned-car';
      const body = new URLSearchParams({
        service_code: serviceCode,
        address_string: 'Main St',
        description: `Canary ${key}`,
      });
      const headers = { 'Idempotency-Key': `"${key}"` };
      const answer = await fetch(`${endpoint}requests.json`, { method: 'POST', body, headers });
      if (answer.status !== 200) return;
      const [{ service_request_id: id }] = (await answer.json()) as [{ service_request_id: string }];
      const known = confirmed.get(key);
      assert.ok(known === undefined || known === id, 'another number for the same report');
      confirmed.set(key, id);
      open.delete(key);
    };

    const moments = ['after', 'before', 'after', 'after'] as const;
    for (const [at, moment] of moments.entries()) {
      endpoint = await start(moment, 3 * at + 2);
      const dead = new Promise<unknown>((resolve) => running!.once('exit', (_code, signal) => resolve(signal)));
      await Promise.allSettled([...open].slice(0, 12).map(send));
      assert.equal(await dead, 'SIGKILL');
    }
    endpoint = await start('after', 0);
    // What nobody knew the end of is sent until it is known, as a browser does.
    for (let tries = 0; open.size > 0 && tries < 100; tries++) {
      await Promise.all([...open].map(send));
      if (open.size > 0) await pause(200);
    }
    assert.equal(open.size, 0, `${open.size} reports have no number`);
    const gone = new Promise<unknown>((resolve) => running!.once('exit', resolve));
    running!.kill('SIGKILL');
    await gone;

    const db = openDatabase(placesIn(folder).database);
    const rows = db.prepare('SELECT id, description FROM request').all() as { id: string; description: string }[];
    // The mail about a report is written down with it.
    const mails = db.prepare("SELECT key FROM outbox WHERE key LIKE 'report %'").all() as { key: string }[];
    db.close();
    assert.deepEqual(mails.map(({ key }) => key.split(' ')[1]).toSorted(), rows.map(({ id }) => id).toSorted());
    assert.equal(rows.length, all.length);
    for (const { id, description } of rows) assert.equal(confirmed.get(description.replace('Canary ', '')), id);
  });
});

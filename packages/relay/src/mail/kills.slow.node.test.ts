import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import type { CarrierTask } from '../../test/mail-carrier.ts';
import { openMailbox, type Behaviour } from '../../test/mailbox.ts';
import { openDatabase } from '../database.ts';

interface Killed {
  readonly put: readonly string[];
  readonly signal: NodeJS.Signals | null;
}

/** @param dies called at its first sign of life: it is killed when that settles; without it the process ends by itself */
function carrier(task: CarrierTask, dies?: () => Promise<unknown>): Promise<Killed> {
  const path = new URL('../../test/mail-carrier.ts', import.meta.url).pathname;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--conditions=citydesk-source', path, JSON.stringify(task)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    let isAlive = false;
    child.stdout.setEncoding('utf8').on('data', (words: string) => {
      text += words;
      if (!isAlive) dies?.().then(() => child.kill('SIGKILL'), reject);
      isAlive = true;
    });
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code !== 0 && signal !== 'SIGKILL') return reject(new Error(`a carrier ended with ${code ?? signal}`));
      // A half line is of a message that is there as well.
      resolve({ put: text.split('\n').filter(Boolean), signal });
    });
  });
}

/** How the server is in each round: well, slow (so that many are killed while it thinks), or breaking off. */
const scenes: readonly { readonly name: string; readonly rounds: number; readonly moods: readonly Behaviour[] }[] = [
  { name: 'a server that is well', rounds: 30, moods: ['takes', { slow: 40 }, { slow: 40 }] },
  {
    name: 'a server that breaks off before, in and after the text',
    rounds: 36,
    moods: [
      'takes',
      { breaksOff: 'before data' },
      { breaksOff: 'in data' },
      { breaksOff: 'after data' },
      { refuses: 451, at: 'data' },
    ],
  },
];

describe('a process that is killed at any moment while it puts and sends mail', { concurrency: 2 }, () => {
  for (const { name, rounds, moods } of scenes) {
    it(`loses none and sends none twice, with ${name}: ${rounds} kills`, async (t) => {
      const folder = mkdtempSync(join(tmpdir(), 'citydesk-mail-kills-'));
      const mailbox = await openMailbox({ encrypts: false });
      t.after(async () => {
        await mailbox.close();
        rmSync(folder, { recursive: true });
      });
      const task = { file: join(folder, 'mail.sqlite'), server: mailbox.url };
      const put = new Set<string>();
      let killed = 0;
      for (let round = 0; round < rounds; round += 1) {
        const keys = Array.from({ length: 12 }, (_, number) => `round ${round} message ${number}`);
        mailbox.behave(moods[round % moods.length]!, 3);
        // Every second one right when the server has a mail, which it has not answered yet.
        const after = Math.random() * 400;
        const has = mailbox.mails.length + Math.floor(Math.random() * 3);
        const dies = () =>
          round % 2 === 0
            ? wait(after)
            : Promise.race([mailbox.waitFor(() => mailbox.mails.length > has), wait(5_000)]);
        const { put: said, signal } = await carrier({ ...task, keys, ends: false }, dies);
        for (const key of said) put.add(key);
        if (signal === 'SIGKILL') killed += 1;
      }
      assert.equal(killed, rounds);
      mailbox.behave('takes');
      await carrier({ ...task, keys: ['the last one'], ends: true });
      await wait(100);

      const db = openDatabase(task.file);
      const states = new Map(
        db
          .prepare('SELECT key, state FROM outbox')
          .all()
          .map(({ key, state }) => [String(key), String(state)]),
      );
      db.close();
      const arrived = new Map<string, number>();
      for (const { subject } of mailbox.mails) arrived.set(subject, (arrived.get(subject) ?? 0) + 1);
      const count = (state: string) => [...states.values()].filter((each) => each === state).length;
      const lost = [...states].filter(([key, state]) => state !== 'doubtful' && !arrived.has(key));
      const twice = [...arrived].filter(([, times]) => times > 1);
      const forgotten = [...put].filter((key) => !states.has(key));
      const doubtfulHere = [...states].filter(([key, state]) => state === 'doubtful' && arrived.has(key)).length;
      console.log(
        `${killed} kills, ${name}: ${states.size} messages, ${count('sent')} sent, ${count('doubtful')} doubtful ` +
          `(of which ${doubtfulHere} arrived), ${lost.length} lost, ${twice.length} twice, ${forgotten.length} forgotten`,
      );
      assert.deepEqual([lost, twice, forgotten], [[], [], []]);
      assert.equal(count('sent') + count('doubtful'), states.size);
      assert.ok(states.size > rounds, 'at least one was put before each kill');
    });
  }
});

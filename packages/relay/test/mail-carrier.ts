/**
 * A process that puts messages and sends them, to be killed. Its task stands in the first argument, as JSON; what it has put, it says line by line
 * on its output, each after the commit.
 */

import { setTimeout as wait } from 'node:timers/promises';
import { openDatabase } from '../src/database.ts';
import { messageOutbox } from '../src/mail/outbox.ts';
import { messageSender } from '../src/mail/sender.ts';

export interface CarrierTask {
  readonly file: string;
  readonly server: string;
  /** Keys to put, a few milliseconds apart. */
  readonly keys: readonly string[];
  /** Whether it ends by itself when all that is due has been tried. */
  readonly ends: boolean;
}

const { file, server, keys, ends } = JSON.parse(process.argv[2] ?? '') as CarrierTask;
const db = openDatabase(file);
const outbox = messageOutbox(db, () => sender.wake());
const sender = messageSender({
  db,
  mail: { from: '311@example.gov', server },
  webhookSecret: 'a secret for tests, of 32 or more',
  now: () => new Date(),
  log: () => {},
  faster: 1000,
});
sender.wake();
const looking = setInterval(() => sender.wake(), 20);
for (const key of keys) {
  const attachments = [{ name: 'photo.jpg', type: 'image/jpeg', bytes: Buffer.alloc(20_000, key) }];
  outbox.put(
    key,
    { by: 'mail', to: 'streets@example.gov', subject: key, text: `About ${key}`, attachments },
    new Date(),
  );
  process.stdout.write(`${key}\n`);
  await wait(3);
}
if (ends) {
  const left = db.prepare(`SELECT count(*) AS count FROM outbox WHERE state IN ('waiting', 'in doubt')`);
  while (left.get()?.['count'] !== 0) await wait(20);
  clearInterval(looking);
  await sender.close();
  db.close();
}

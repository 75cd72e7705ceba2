import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { closing, scene } from '../../test/mail-scene.ts';
import { openMailbox } from '../../test/mailbox.ts';
import { postOffice } from '../../test/post-office.ts';
import type { Message } from './message.ts';

const mail: Message = { by: 'mail', to: 'streets@example.gov', subject: 'A pothole', text: 'At 12 Main St.' };

/** A way to a mail server that stays closed until it is opened. */
async function gateBefore(url: string) {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  let reach = () => {};
  const reached = new Promise<void>((resolve) => (reach = resolve));
  const server = createServer((socket) => {
    socket.on('error', () => {});
    reach();
    void opened.then(() => {
      const onward = connect(Number(new URL(url).port), '127.0.0.1').on('error', () => socket.destroy());
      socket.pipe(onward).pipe(socket);
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  return { url: `smtp://127.0.0.1:${port}`, reached, open, close: async () => void server.close() };
}

describe('the senders of one database', { concurrency: 8 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'citydesk-mail-'));
  after(() => rmSync(folder, { recursive: true }));

  it('sends nothing of a transaction that was taken back', async (t) => {
    const { db, put, mails, settled } = await scene(t);
    db.exec('BEGIN IMMEDIATE');
    put('report 1', mail);
    db.exec('ROLLBACK');
    await settled();
    assert.equal(mails.length, 0);
    db.exec('BEGIN IMMEDIATE');
    put('report 2', mail);
    db.exec('COMMIT');
    await settled();
    assert.equal(mails.length, 1);
  });

  it('takes over what another has left: the mail on its way is doubtful, that before it is sent', async (t) => {
    const file = join(folder, 'left.sqlite');
    const first = postOffice({ file, server: undefined });
    for (const key of ['on its way', 'claimed']) first.put(key, mail);
    first.db.exec(`UPDATE outbox SET claimed_by = 'a dead one', claimed_until = 9e15`);
    first.db.exec(`UPDATE outbox SET state = 'in doubt' WHERE key = 'on its way'`);
    await first.close();
    const { mails, settled, wake, troubled, logged } = await scene(t, { file });
    await settled(wake);
    assert.equal(mails.length, 1);
    assert.deepEqual(
      troubled().map(({ key, is }) => [key, is]),
      [['on its way', 'doubtful']],
    );
    assert.match(logged(), /doubtful: 1 were on their way/);
  });

  it('is in no doubt before the text leaves: what is taken over while a server still greets is sent by one alone', async (t) => {
    const file = join(folder, 'gate.sqlite');
    const { url, mails } = await scene(t);
    const gate = await gateBefore(url);
    const slow = postOffice({ file, server: gate.url });
    closing(t, gate, slow);
    slow.put('report 1', mail);
    await gate.reached;
    assert.equal(slow.rows()[0]?.state, 'waiting');
    const other = postOffice({ file, server: url });
    closing(t, other);
    await other.settled(other.wake);
    gate.open();
    await slow.settled();
    assert.equal(mails.length, 1);
    assert.deepEqual(slow.rows(), [{ key: 'report 1', state: 'sent', body: '' }]);
  });

  it('does not send what is withdrawn while a server still greets', async (t) => {
    const { url, mails } = await scene(t);
    const gate = await gateBefore(url);
    const office = postOffice({ file: ':memory:', server: gate.url });
    closing(t, gate, office);
    office.put('alert 1 closed', mail);
    office.put('alert 2 closed', { ...mail, subject: 'Another' });
    await gate.reached;
    office.withdraw('alert 1 ');
    gate.open();
    await office.settled();
    assert.deepEqual(
      mails.map(({ subject }) => subject),
      ['Another'],
    );
  });

  it('sends each once, where several send from one database', async (t) => {
    const mailbox = await openMailbox();
    closing(t, mailbox);
    const file = join(folder, 'several.sqlite');
    const offices = [1, 2, 3].map(() => postOffice({ file, server: mailbox.url }));
    closing(t, ...offices);
    for (let number = 0; number < 60; number += 1) {
      offices[number % 3]!.put(`report ${number}`, { ...mail, subject: `Number ${number}` });
      // One more that takes over in the middle of it.
      if (number === 30) {
        const late = postOffice({ file, server: mailbox.url });
        closing(t, late);
        late.wake();
        offices.push(late);
        await new Promise((resolve) => setTimeout(resolve, 150));
      }
    }
    for (const each of offices) await each.settled(each.wake);
    for (const each of offices) await each.settled(each.wake);
    assert.equal(mailbox.mails.length, 60);
    assert.equal(new Set(mailbox.mails.map(({ subject }) => subject)).size, 60);
    assert.deepEqual(new Set(offices[0]!.rows().map(({ state }) => state)), new Set(['sent']));
  });

  it('brings what is under way to its end when it closes', async (t) => {
    const { put, behave, mails, close } = await scene(t);
    behave({ slow: 300 });
    put('report 1', mail);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await close();
    assert.equal(mails.length, 1);
  });
});

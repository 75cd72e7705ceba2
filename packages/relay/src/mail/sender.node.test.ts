import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { closing, scene } from '../../test/mail-scene.ts';
import { openMailbox } from '../../test/mailbox.ts';
import { postOffice } from '../../test/post-office.ts';
import { StartError } from '../start-error.ts';
import type { Message } from './message.ts';
import { messageHealth } from './message-health.ts';
import { messageSender } from './sender.ts';

const mail: Message = { by: 'mail', to: 'streets@example.gov', subject: 'A pothole', text: 'At 12 Main St.' };
const hour = 3_600_000;
const day = 86_400_000;

describe('the sender of mail', { concurrency: 8 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'citydesk-mail-'));
  after(() => rmSync(folder, { recursive: true }));

  it('hands a mail over once, with all that belongs to it, and forgets its words', async (t) => {
    const { put, mails, waitFor, settled, rows, tables } = await scene(t);
    put('report 1', {
      ...mail,
      html: '<p>At 12 Main St. <img src="cid:photo"></p>',
      attachments: [
        { name: 'hole.jpg', type: 'image/jpeg', bytes: Uint8Array.of(1, 2, 3), shownAs: 'photo' },
        { name: 'list.csv', type: 'text/csv', bytes: Buffer.from('a,b') },
      ],
      language: 'es-mx',
      stopAt: 'https://311.example.gov/alerts/abc?x=1',
    });
    const arrived = await waitFor(() => true);
    await settled();
    assert.deepEqual(arrived.to, ['streets@example.gov']);
    assert.equal(arrived.from, '311@example.gov');
    assert.equal(arrived.header('from'), '"Maple Falls, MI" <311@example.gov>');
    assert.equal(arrived.subject, 'A pothole');
    assert.equal(arrived.text.trim(), 'At 12 Main St.');
    assert.match(arrived.html ?? '', /cid:photo/);
    assert.deepEqual(
      arrived.attachments.map(({ name, type, cid, bytes }) => [name, type, cid, [...bytes]]),
      [
        ['hole.jpg', 'image/jpeg', 'photo', [1, 2, 3]],
        ['list.csv', 'text/csv', undefined, [...Buffer.from('a,b')]],
      ],
    );
    assert.equal(arrived.header('auto-submitted'), 'auto-generated');
    assert.equal(arrived.header('content-language'), 'es-MX');
    assert.equal(arrived.header('list-unsubscribe'), '<https://311.example.gov/alerts/abc?x=1>');
    assert.equal(arrived.header('list-unsubscribe-post'), 'List-Unsubscribe=One-Click');
    assert.match(arrived.header('message-id') ?? '', /^<[0-9a-f-]{36}@example\.gov>$/);
    assert.equal(mails.length, 1);
    assert.deepEqual(rows(), [{ key: 'report 1', state: 'sent', body: '' }]);
    assert.equal(tables.files(), 0);
  });

  it('leaves nothing of a mail that was sent in the file', async (t) => {
    const file = join(folder, 'emptied.sqlite');
    const { put, settled, close } = await scene(t, { file });
    const text = 'Words that nobody needs any more. '.repeat(500);
    const attachments = [{ name: 'a.txt', type: 'text/plain', bytes: Buffer.from(text) }];
    put('report 1', { ...mail, text, attachments });
    await settled();
    await close();
    const left = readFileSync(file, 'latin1');
    assert.match(left, /report 1/);
    assert.doesNotMatch(left, /Words that nobody|streets@/);
  });

  it('tells a change once, however often it is put, and still knows it a year later', async (t) => {
    const { put, mails, settled, clock, wake } = await scene(t);
    assert.equal(put('alert 1 closed', mail), true);
    await settled();
    assert.equal(put('alert 1 closed', { ...mail, subject: 'Once more' }), false);
    clock.forward(399 * day);
    await settled(wake);
    assert.equal(put('alert 1 closed', mail), false);
    await settled();
    assert.equal(mails.length, 1);
  });

  it('knows nothing of it any more after 400 days', async (t) => {
    const { put, settled, clock, wake, rows } = await scene(t);
    put('alert 1 closed', mail);
    await settled();
    clock.forward(401 * day);
    await settled(wake);
    assert.deepEqual(rows(), []);
  });

  it('uses one connection for all that waits', async (t) => {
    const { put, mails, settled } = await scene(t);
    for (let number = 0; number < 20; number += 1) put(`report ${number}`, mail);
    await settled();
    assert.equal(mails.length, 20);
    assert.deepEqual(new Set(mails.map(({ connection }) => connection)), new Set([1]));
    assert.equal(new Set(mails.map((each) => each.header('message-id'))).size, 20);
  });

  it('sends nothing that was withdrawn, and keeps the key of what may have arrived', async (t) => {
    const { put, behave, settled, withdraw, rows, tables, clock, wake, mails } = await scene(t);
    behave({ refuses: 451 });
    put('alert 1 begun', mail);
    put('alert 12 begun', mail);
    await settled();
    behave({ breaksOff: 'in data' }, 1);
    put('alert 1 closed', { ...mail, attachments: [{ name: 'a', type: 'text/plain', bytes: Uint8Array.of(1) }] });
    await settled();
    withdraw('alert 1 ');
    assert.deepEqual(
      rows().map(({ key, state, body }) => [key, state, body === '']),
      [
        ['alert 1 closed', 'dropped', true],
        ['alert 12 begun', 'waiting', false],
      ],
    );
    assert.equal(tables.files(), 0);
    clock.forward(hour);
    await settled(wake);
    assert.equal(mails.length, 1);
    assert.equal(put('alert 1 closed', mail), false);
  });

  it('encrypts where the server offers it, and takes a certificate that nobody knows only on this computer', async (t) => {
    const { put, mails, settled } = await scene(t);
    put('report 1', mail);
    await settled();
    assert.equal(mails[0]?.secure, true);
    const plain = await scene(t, { encrypts: false });
    plain.put('report 1', mail);
    await plain.settled();
    assert.equal(plain.mails[0]?.secure, false);
  });

  it('signs in with the user of the address and the password beside it; a wrong one waits and loses nothing', async (t) => {
    const mailbox = await openMailbox({ only: { user: 'city@example.gov', password: 'p w' } });
    const server = mailbox.url.replace('//', '//city%40example.gov@');
    const wrong = postOffice({ file: ':memory:', server, password: 'wrong' });
    const right = postOffice({ file: ':memory:', server, password: 'p w' });
    closing(t, mailbox, wrong, right);
    wrong.put('report 1', mail);
    right.put('report 2', mail);
    await Promise.all([wrong.settled(), right.settled()]);
    assert.equal(mailbox.mails.length, 1);
    assert.equal(wrong.rows()[0]?.state, 'waiting');
    assert.match(wrong.logged(), /waits: 535/);
  });

  it('says what is missing when it cannot even begin', (t) => {
    const { db, close } = postOffice({ file: ':memory:', server: undefined });
    closing(t, { close });
    const begin = (server: string, password?: string) =>
      messageSender({
        db,
        mail: { from: 'a@example.gov', server },
        password,
        now: () => new Date(),
        log: () => {},
      });
    assert.throws(() => begin('smtp://city@mail.example.gov:587'), StartError);
    assert.throws(() => begin('smtp://city@mail.example.gov:587'), /CITYDESK_SMTP_PASSWORD/);
    assert.throws(() => begin('smtp://'), /no address like/);
  });

  it('says in numbers how the messages are', async (t) => {
    const { db, put, behave, settled, clock } = await scene(t);
    const health = () => messageHealth(db, clock.now());
    assert.deepEqual(health(), { waiting: 0, oldestWaitingSeconds: 0, troubled: 0 });
    behave({ refuses: 550 }, 1);
    put('report 1', mail);
    await settled();
    behave({ refuses: 451 });
    put('report 2', mail);
    await settled();
    clock.forward(30_000);
    assert.deepEqual(health(), { waiting: 1, oldestWaitingSeconds: 30, troubled: 1 });
  });
});

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { closing, scene } from '../../test/mail-scene.ts';
import { openMailbox } from '../../test/mailbox.ts';
import { postOffice } from '../../test/post-office.ts';
import type { Message } from './message.ts';

const mail: Message = { by: 'mail', to: 'streets@example.gov', subject: 'A pothole', text: 'At 12 Main St.' };
const minute = 60_000;
const hour = 3_600_000;
const day = 86_400_000;

describe('the sender of mail, where the server has its troubles', { concurrency: 8 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'citydesk-mail-'));
  after(() => rmSync(folder, { recursive: true }));

  for (const [name, behaviour] of [
    ['that is busy', { refuses: 421 }],
    ['that puts it off at the address', { refuses: 451 }],
    ['that puts it off when it has read it', { refuses: 451, at: 'data' }],
    ['that hangs up before the text', { breaksOff: 'before data' }],
  ] as const) {
    it(`comes again to a server ${name}, after a minute or so`, async (t) => {
      const { put, behave, mails, settled, clock, wake, rows, logged } = await scene(t);
      behave(behaviour);
      put('report 1', mail);
      await settled();
      assert.equal(rows()[0]?.state, 'waiting');
      assert.match(logged(), /"what":"mail","why":"waits: /);
      behave('takes');
      clock.forward(40_000);
      await settled(wake);
      assert.equal(mails.length, 0, 'too early');
      clock.forward(40_000);
      await settled(wake);
      assert.equal(mails.length, 1);
      assert.equal(rows()[0]?.state, 'sent');
    });
  }

  it('gives up what a server has put off for five days, and not before', async (t) => {
    const { put, behave, settled, clock, wake, troubled } = await scene(t);
    behave({ refuses: 451 });
    put('report 1', mail);
    await settled();
    clock.forward(4.9 * day);
    await settled(wake);
    assert.deepEqual(troubled(), []);
    clock.forward(0.3 * day);
    await settled(wake);
    assert.deepEqual(
      troubled().map(({ key, by, is, why }) => ({ key, by, is, why })),
      [{ key: 'report 1', by: 'mail', is: 'refused', why: 'For five days: 451 Not now' }],
    );
  });

  for (const at of ['receiver', 'data'] as const) {
    it(`gives up what a server refuses for good (${at}), and says so at the desk and in the log without the address`, async (t) => {
      const { put, behave, mails, settled, troubled, logged, again } = await scene(t);
      behave({ refuses: 550, at });
      put('report 1', mail);
      put('report 2', mail);
      await settled();
      assert.deepEqual(
        troubled().map(({ key, is, why }) => [key, is, why]),
        [
          ['report 1', 'refused', '550 Nobody here of that name'],
          ['report 2', 'refused', '550 Nobody here of that name'],
        ],
      );
      assert.match(logged(), /"why":"refused: 550"/);
      assert.doesNotMatch(logged(), /streets|pothole|Main|Nobody/i);
      behave('takes');
      assert.equal(again('report 1'), true);
      assert.equal(again('no such'), false);
      await settled();
      assert.equal(mails.length, 1);
      assert.deepEqual(
        troubled().map(({ key }) => key),
        ['report 2'],
      );
    });
  }

  for (const [name, behaviour] of [
    ['and kept it', { breaksOff: 'after data' }],
    ['and threw it away', { breaksOff: 'in data' }],
  ] as const) {
    it(`does not send again by itself what a server had when it hung up ${name}`, async (t) => {
      const { put, behave, mails, settled, clock, wake, troubled, again, logged } = await scene(t);
      behave(behaviour, 1);
      put('report 1', mail);
      put('report 2', { ...mail, subject: 'Another' });
      await settled();
      clock.forward(10 * day);
      await settled(wake);
      assert.deepEqual(
        troubled().map(({ key, is }) => [key, is]),
        [['report 1', 'doubtful']],
      );
      assert.match(logged(), /"why":"doubtful: /);
      again('report 1');
      clock.forward(hour);
      await settled(wake);
      assert.deepEqual(troubled(), []);
      assert.equal(mails.filter(({ subject }) => subject === 'Another').length, 1);
      const ids = mails.filter(({ subject }) => subject === mail.subject).map((each) => each.header('message-id'));
      assert.equal(ids.length, behaviour.breaksOff === 'after data' ? 2 : 1);
      assert.equal(new Set(ids).size, 1, 'a mailbox can tell that they are one');
    });
  }

  it('takes a server that falls silent with the whole mail for one of which nobody knows', async (t) => {
    const mailbox = await openMailbox();
    const office = postOffice({ file: ':memory:', server: mailbox.url, silence: 700 });
    closing(t, mailbox, office);
    mailbox.behave('falls silent');
    office.put('report 1', mail);
    await office.settled();
    assert.deepEqual(
      office.troubled().map(({ is }) => is),
      ['doubtful'],
    );
  });

  it('waits for a slow server', async (t) => {
    const { put, behave, mails, settled, rows } = await scene(t);
    behave({ slow: 500 });
    put('report 1', mail);
    await settled();
    assert.equal(mails.length, 1);
    assert.equal(rows()[0]?.state, 'sent');
  });

  it('loses nothing while no server is there, and tries one message a time to find out', async (t) => {
    const mailbox = await openMailbox();
    const port = Number(new URL(mailbox.url).port);
    await mailbox.close();
    const office = postOffice({ file: ':memory:', server: mailbox.url });
    closing(t, office);
    for (const number of [1, 2, 3]) office.put(`report ${number}`, mail);
    await office.settled();
    assert.equal(office.logged().match(/ECONNREFUSED|ESOCKET/g)?.length, 1);
    const reopened = await openMailbox({ port });
    closing(t, reopened);
    office.clock.forward(2 * minute);
    await office.settled(office.wake);
    assert.equal(reopened.mails.length, 3);
  });

  it('does not wait for ever for something that never greets', async (t) => {
    const silent = createServer(() => {}).listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    const { port } = silent.address() as { port: number };
    const office = postOffice({ file: ':memory:', server: `smtp://127.0.0.1:${port}`, silence: 300 });
    closing(t, office, { close: async () => void silent.close() });
    office.put('report 1', mail);
    await office.settled();
    assert.equal(office.rows()[0]?.state, 'waiting');
  });

  it('breaks off a server that does not end when it closes: what it had is doubtful', async (t) => {
    const file = join(folder, 'silent.sqlite');
    const { put, behave, waitFor, close } = await scene(t, { file });
    behave('falls silent');
    put('report 1', mail);
    await waitFor(() => true);
    await close(100);
    const later = postOffice({ file, server: undefined });
    closing(t, later);
    assert.deepEqual(
      later.troubled().map(({ is }) => is),
      ['doubtful'],
    );
  });

  it('keeps a mail in trouble for a month, for somebody to look at, and then its key alone', async (t) => {
    const { put, behave, settled, clock, wake, rows, again } = await scene(t);
    behave({ refuses: 550 });
    put('report 1', mail);
    await settled();
    clock.forward(29 * day);
    await settled(wake);
    assert.equal(rows()[0]?.state, 'refused');
    clock.forward(2 * day);
    await settled(wake);
    assert.deepEqual(rows(), [{ key: 'report 1', state: 'dropped', body: '' }]);
    assert.equal(again('report 1'), false);
  });
});

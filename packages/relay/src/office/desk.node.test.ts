/** The staff desk of a town over real HTTP: who gets in, the table of all requests, and mail that did not get through. */

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openMailbox, type Mailbox } from '../../test/mailbox.ts';
import { talkativeJpeg } from '../../test/pictures.ts';
import { staffSignIn, startTown, type TestTown } from '../../test/town.ts';

const signIn = (password: string) => ({ Authorization: `Basic ${Buffer.from(`a:${password}`).toString('base64')}` });
const pages = ['staff', 'staff/', 'staff/requests.csv', 'staff/messages', 'staff/report', 'staff/requests/26-00001'];

describe('the door of the desk', () => {
  it('opens with the password, on every page behind it', async () => {
    const town = await startTown();
    try {
      for (const path of pages) {
        const answer = await fetch(new URL(path, town.url));
        assert.equal(answer.status, 401, path);
        assert.match(answer.headers.get('WWW-Authenticate') ?? '', /^Basic/);
        assert.equal(answer.headers.get('Cache-Control'), 'no-store');
      }
      assert.equal((await fetch(new URL('staff/', town.url), { headers: staffSignIn })).status, 200);
      // What a proxy would say counts for nothing where there is none.
      const headers = { 'X-Remote-User': 'mallory', 'X-Forwarded-For': '192.0.2.1' };
      assert.equal((await fetch(new URL('staff/', town.url), { headers })).status, 401);
    } finally {
      await town.stop();
    }
  });

  it('makes whoever guesses wait', async () => {
    const town = await startTown();
    try {
      const statuses = [];
      for (let tries = 0; tries < 12; tries++) {
        statuses.push((await fetch(new URL('staff/', town.url), { headers: signIn(`guess ${tries}`) })).status);
      }
      assert.deepEqual([statuses[0], statuses.at(-1)], [401, 429]);
      assert.equal((await fetch(new URL('staff/', town.url), { headers: staffSignIn })).status, 200);
      assert.doesNotMatch(town.log(), /guess/);
    } finally {
      await town.stop();
    }
  });

  it('opens for whom the town’s own proxy has signed in', async () => {
    const town = await startTown({ staffHeader: 'X-Remote-User', trustProxy: 1 }, { staffPassword: undefined });
    try {
      const inside = await fetch(new URL('staff/', town.url), { headers: { 'X-Remote-User': 'pat' } });
      assert.equal(inside.status, 200);
      for (const headers of [{}, { 'X-Remote-User': ' ' }, signIn('undefined'), signIn('')]) {
        const outside = await fetch(new URL('staff/', town.url), { headers: headers as Record<string, string> });
        assert.equal(outside.status, 403);
        assert.match(await outside.text(), /the header X-Remote-User is missing/);
      }
    } finally {
      await town.stop();
    }
  });

  it('stays closed without either, and says how to open it', async () => {
    const town = await startTown({}, { staffPassword: undefined });
    try {
      for (const path of pages) {
        const answer = await fetch(new URL(path, town.url), { headers: signIn('') });
        assert.equal(answer.status, 403, path);
        assert.match(await answer.text(), /CITYDESK_STAFF_PASSWORD.*staffHeader/s);
      }
      assert.equal((await fetch(new URL('staff/desk.css', town.url))).status, 200);
    } finally {
      await town.stop();
    }
  });

  it('has to be there before others can reach the computer', async () => {
    const publicUrl = 'https://311.example.gov/';
    await assert.rejects(startTown({ host: '0.0.0.0', publicUrl }, { staffPassword: undefined }), {
      name: 'StartError',
      message: /Others can reach this computer at 0\.0\.0\.0.*CITYDESK_STAFF_PASSWORD/,
    });
  });
});

describe('the table of all requests', () => {
  it('holds what staff may see, and nothing that a spreadsheet takes for a formula', async () => {
    const town = await startTown();
    try {
      await town.client.submitRequest({
        serviceCode: 'pothole',
        addressString: '318 Hoffman St',
        description: '=HYPERLINK("https://evil.example","Click")',
        email: 'ann@resident.example',
        firstName: '@Ann',
        attributes: { lane: 'Edge', signs: ['A cone', 'A barrel, or more'] },
        media: [talkativeJpeg()],
      });
      await town.client.submitRequest({ serviceCode: 'abandoned-car', addressString: '7 Secret Lane' });
      const answer = await fetch(new URL('staff/requests.csv', town.url), { headers: staffSignIn });
      assert.equal(answer.headers.get('Content-Type'), 'text/csv; charset=utf-8');
      assert.match(answer.headers.get('Content-Disposition') ?? '', /^attachment; filename="requests-[\d-]{10}\.csv"$/);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
      const text = new TextDecoder().decode(bytes);
      assert.match(text, /^service_request_id,status,/);
      assert.ok(text.includes(`"'=HYPERLINK(""https://evil.example"",""Click"")"`));
      assert.ok(text.includes(`"'@Ann",,ann@resident.example`));
      assert.ok(text.includes('"Where in the road is it?: Edge\nWhat stands around it?: A cone, A barrel, or more"'));
      assert.ok(text.includes('7 Secret Lane'));
    } finally {
      await town.stop();
    }
  });
});

describe('mail that did not get through', () => {
  let mailbox: Mailbox;
  let town: TestTown;
  before(async () => {
    mailbox = await openMailbox();
    mailbox.behave({ refuses: 550 });
    town = await startTown({ mail: { from: '311@maplefalls.example', server: mailbox.url } });
  });
  after(async () => {
    await town.stop();
    await mailbox.close();
  });
  const page = async (headers: Record<string, string> = staffSignIn) =>
    (await fetch(new URL('staff/messages', town.url), { headers })).text();
  const press = (key: string, headers: Record<string, string> = {}) =>
    fetch(new URL('staff/messages', town.url), {
      method: 'POST',
      body: new URLSearchParams({ key }),
      headers: { ...staffSignIn, ...headers },
      redirect: 'manual',
    });

  it('is listed with what the server said, and goes out again at the press of a button', async () => {
    const { serviceRequestId: id } = await town.client.submitRequest({ serviceCode: 'sign', addressString: 'Main St' });
    let listed = '';
    while (!listed.includes(`/staff/requests/${id}`)) listed = await page();
    assert.match(listed, /It was refused\..*550/s);
    assert.match(listed, /Messages \(1\)/);
    const [, key = ''] = /name="key" value="([^"]+)"/.exec(listed) ?? [];

    assert.equal((await press(key, { 'Sec-Fetch-Site': 'cross-site' })).status, 403);
    mailbox.behave('takes');
    const pressed = await press(key);
    assert.deepEqual([pressed.status, pressed.headers.get('Location')], [303, '/staff/messages?again=1']);
    const mail = await mailbox.waitFor(({ to }) => to.includes('streets@maplefalls.example'));
    assert.ok(mail.text.includes(id!));
    assert.match(await page(), /All messages have gone out/);
    assert.equal((await press(key)).status, 404);
  });
});

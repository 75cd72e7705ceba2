import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { departmentTown, linkIn, open, photo, type DepartmentTown } from '../../test/department-town.ts';
import { leftIn } from '../../test/left-in-photo.ts';
import { openMailbox } from '../../test/mailbox.ts';

let town: DepartmentTown;
before(async () => (town = await departmentTown()));
after(() => town.close());

describe('a report in the mail of its department', () => {
  it('says what it is in the subject, and goes to the department of its service alone', async () => {
    const id = await town.report({});
    const mail = await town.mailTo('streets', id);
    assert.equal(mail.subject, `Pothole, 318 Hoffman St (${id})`);
    assert.deepEqual(mail.to, ['streets@maplefalls.example']);
    assert.equal(mail.header('to'), 'streets@maplefalls.example');
    assert.equal(mail.header('cc'), undefined);
    assert.equal(town.mailbox.mails.filter(({ subject }) => subject.includes(id)).length, 1);
  });

  it('says all that the resident said, in text and in HTML', async () => {
    const id = await town.report({
      ...{ lat: '41.94', long: '-85.63', description: 'It is deep.\r\nA <b>car</b> & a bike\nfell in.' },
      ...{ email: 'jane+311@example.com', first_name: 'Jane', last_name: "O'Neil", phone: '269-555-0142' },
      ...{
        'attribute[lane]': 'Edge',
        'attribute[since]': '2026-11-03',
        'attribute[map]': 'none',
        'attribute[more]': 'Two\nlines',
      },
      'attribute[signs][]': ['A cone', 'A barrel'],
    });
    const mail = await town.mailTo('streets', id);
    const html = mail.html ?? '';
    const inText = mail.text.replace(/\n> ?/g, ' ');
    for (const said of [
      ...[`Number ${id}`, 'For Streets, from a resident of Maple Falls', 'Place: 318 Hoffman St'],
      ...['What they wrote: It is deep. A <b>car</b> & a bike fell in.', 'Where in the road is it?: Edge'],
      ...[
        'What stands around it?: A cone, A barrel',
        'Since which day?: Tue, Nov 3',
        'What else?: Two lines',
        'Map: none',
      ],
      ...[
        "Who sent it: Jane O'Neil",
        'Their email: jane+311@example.com',
        'Their phone: 269-555-0142',
        'Due: ',
        'Sent: ',
      ],
      'Map: https://www.openstreetmap.org/?mlat=41.94&mlon=-85.63#map=18/41.94/-85.63',
    ]) {
      assert.ok(inText.includes(said), `“${said}” is missing in:\n${inText}`);
    }
    assert.match(html, /It is deep\.<br \/>A &lt;b&gt;car&lt;\/b&gt; &amp; a bike<br \/>fell in\./);
    assert.match(html, /<a href="mailto:jane%2B311%40example\.com"/);
    assert.match(
      html,
      /<a href="https:\/\/www\.openstreetmap\.org\/\?mlat=41\.94&amp;mlon=-85\.63#map=18\/41\.94\/-85\.63"/,
    );
    assert.match(html, /Where in the road is it\?<\/b>\s*<br \/>\s*<bdi dir="auto">Edge/);
    assert.ok(!/[<\s](?:script|style|form|on\w+=)/i.test(html.replaceAll(/style="/g, '')), html);
  });

  it('says nothing of who sent it where they left no contact', async () => {
    const id = await town.report({ description: 'Deep' });
    const { text, html = '' } = await town.mailTo('streets', id);
    assert.ok(!/Who sent|Their/.test(text + html));
    assert.ok(!/\b(null|undefined|false)\b/.test(text + html.replace(/="[^"]*"/g, '')), html);
  });

  it('has links that work until a day, for this department, and says so', async () => {
    const id = await town.report({});
    const mail = await town.mailTo('streets', id);
    const until = new Date(Date.now() + 60 * 86_400_000);
    const day = new Intl.DateTimeFormat('en-US', { timeZone: 'America/Detroit', dateStyle: 'medium' }).format(until);
    assert.ok(mail.text.includes(`${day}. They are for Streets alone`), mail.text);
    for (const [name, deed] of Object.entries({ Started: 'started', Done: 'done', 'Not ours': 'not-ours' })) {
      const link = linkIn(mail, name);
      assert.ok(link.startsWith(`${town.url}do/`) && link.endsWith(`?do=${deed}`), link);
      assert.ok(mail.html?.includes(`href="${link}"`));
      assert.match((await open(link)).text, new RegExp(`Pothole ${id} · 318 Hoffman St · For Streets`));
    }
    assert.doesNotMatch(mail.text, /Not for this town/);
  });

  it('shows its photos without asking anybody else, bare of what the camera wrote', async () => {
    const id = await town.report({}, [photo('taken at home'), photo('and again')]);
    const mail = await town.mailTo('streets', id);
    assert.equal(mail.attachments.length, 2);
    const sources = [...(mail.html ?? '').matchAll(/src="([^"]*)"/g)].map(([, source]) => source);
    assert.deepEqual(
      sources,
      mail.attachments.map(({ cid }) => `cid:${cid}`),
    );
    for (const { name, type, bytes } of mail.attachments) {
      assert.match(`${name} ${type}`, new RegExp(`^${id} photo \\d\\.jpg image/jpeg$`));
      assert.equal(leftIn(bytes).metadata, 0);
    }
    assert.match(mail.text, /2 photos come with this mail\./);
  });

  it('of a private service says so, and its photos are nowhere but behind the link', async () => {
    const id = await town.report({ service_code: 'abandoned-car', description: 'It is Kim’s.' }, [photo()]);
    const mail = await town.mailTo('parks', id);
    assert.match(mail.text, /This report is private/);
    assert.match(mail.text, /> It is Kim’s\./);
    const page = await open(linkIn(mail, 'Done'));
    assert.match(page.text, /Only staff can see it\./);
    assert.doesNotMatch(page.text, /Anyone can/);
    const [, name = ''] = /photos\/([^"]+)/.exec(page.html) ?? [];
    assert.equal((await fetch(`${town.endpoint}media/${name}`)).status, 404);
    const other = linkIn(await town.mailTo('streets', await town.report({})), 'Done');
    assert.equal((await fetch(`${other.split('?')[0]}/photos/${name}`)).status, 404);
  });

  it('writes nothing of it into the log', () => {
    assert.doesNotMatch(town.log(), /Hoffman|Jane|jane|26-0|Kim|maplefalls/);
  });
});

describe('a town that takes reports by webhook', () => {
  it('gets each as JSON in GeoReport’s words, with the links', async () => {
    const { createServer } = await import('node:http');
    const got: { body: string }[] = [];
    const hook = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += chunk));
      request.on('end', () => {
        got.push({ body });
        response.end();
      });
    });
    await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
    const address = hook.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const mailbox = await openMailbox();
    const other = await departmentTown({ upstream: 'webhook', webhook: `http://127.0.0.1:${port}/hook` });
    try {
      const id = await other.report({ description: 'Deep', 'attribute[lane]': 'Edge', lat: '41.94', long: '-85.63' }, [
        photo(),
      ]);
      for (let tries = 0; tries < 200 && got.length === 0; tries++)
        await new Promise((resolve) => setTimeout(resolve, 50));
      const { report, department, passed_on, links } = JSON.parse(got[0]!.body);
      assert.equal(report.service_request_id, id);
      assert.deepEqual(
        [
          report.service_code,
          report.status,
          report.description,
          report.address,
          report.lat,
          report.long,
          report.private,
        ],
        ['pothole', 'open', 'Deep', '318 Hoffman St', 41.94, -85.63, false],
      );
      assert.deepEqual(report.attributes, [{ code: 'lane', question: 'Where in the road is it?', answer: 'Edge' }]);
      assert.deepEqual(department, { code: 'streets', name: 'Streets', mail: 'streets@maplefalls.example' });
      assert.equal(passed_on, null);
      assert.deepEqual(Object.keys(links), ['started', 'done', 'not_ours', 'until']);
      assert.equal((await fetch(report.media_urls[0])).headers.get('content-type'), 'image/jpeg');
      await (await open(links.not_ours)).send({ to: 'parks', why: 'It is in the park.' });
      for (let tries = 0; tries < 200 && got.length < 2; tries++)
        await new Promise((resolve) => setTimeout(resolve, 50));
      const next = JSON.parse(got[1]!.body);
      assert.equal(next.department.code, 'parks');
      assert.deepEqual(next.passed_on, { by: 'Streets', why: 'It is in the park.' });
      assert.equal(other.mailbox.mails.length, 0);
    } finally {
      await other.close();
      await mailbox.close();
      hook.close();
    }
  });
});

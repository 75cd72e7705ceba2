import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { after, before, beforeEach, describe, it } from 'node:test';
import { alertScene, type AlertScene } from '../../test/alert-scene.ts';
import { secretWords } from '../secret-words.ts';
import { signedLink } from '../signed-link.ts';
import { get, post, secret } from '../test-kit.ts';
import { gsmLength } from './short-text.ts';

const who = 'ruth@example.org';
const scenes: AlertScene[] = [];
const closing: (() => unknown)[] = [];
after(async () => {
  await Promise.all(scenes.map((each) => each.close()));
  for (const close of closing) await close();
});
const begin = async (options?: Parameters<typeof alertScene>[0]) => {
  const scene = await alertScene(options);
  scenes.push(scene);
  return scene;
};
const idOf = (scene: AlertScene, service = 'pothole') =>
  scene.city.store.all().find(({ serviceCode }) => serviceCode === service)!.serviceRequestId;

describe('links that nobody gave out', () => {
  let scene: AlertScene;
  before(async () => {
    scene = await begin();
    await scene.subscribe(who, idOf(scene));
  });

  it('open and do nothing', async () => {
    const { id } = scene.db.prepare('SELECT id FROM subscription').get() as { id: string };
    const later = new Date(+scene.at + 86_400_000);
    const made = signedLink(secret);
    const words = [
      'x',
      id,
      `${id}AAAAAAAAAAAA`,
      '%00',
      'a.b',
      made.make('other', [id], later),
      signedLink('another secret, of 32 or more letters').make('stop', [id], later),
      made.make('stop', [id], new Date(+scene.at - 1)),
      made.make('stop', [id], later).slice(0, -1),
    ];
    for (const word of words) {
      const link = `https://relay.test/alerts/${word}`;
      assert.equal((await scene.open(link)).status, 410, word);
      assert.equal((await scene.press(link, { do: 'stop' })).status, 410, word);
    }
    assert.equal(scene.db.prepare('SELECT count(*) AS n FROM subscription').get()!['n'], 1);
  });

  it('are spoken of in the language of the one who came', async () => {
    const page = await get(scene.relay, '/alerts/x', { 'Accept-Language': 'ar-EG,ar;q=0.9' });
    assert.match(page.text, /<html lang="ar" dir="rtl">/);
    assert.equal(page.headers.get('Content-Language'), 'ar');
  });
});

describe('words of strangers', () => {
  const evil =
    '<img src=x onerror=alert(1)>\r\nBcc: victim@example.net\r\n\r\n<script>alert(2)</script>\u202egnp.exe "{link}"';

  it('in notes and names of services stay words: no header, no markup, no second receiver', async () => {
    const scene = await begin({
      seed: {
        services: [{ service_code: 'pothole', service_name: evil }],
        requests: [
          { service_code: 'pothole', requested_datetime: '2026-11-20T10:00:00-05:00', service_request_id: '7' },
        ],
      },
    });
    await scene.subscribe(who, '7');
    scene.pass({ minutes: 11 });
    scene.city.store.change('7', 'In progress', evil, scene.at);
    await scene.round();
    const mails = scene.mailsTo(who);
    assert.equal(mails.length, 2);
    for (const mail of mails) {
      assert.deepEqual(mail.to, [who]);
      assert.equal(mail.header('bcc'), undefined);
      assert.doesNotMatch(mail.html!, /<img|<script|onerror=alert\(1\)>/);
      assert.doesNotMatch(mail.html! + mail.text, /\u202e/);
      assert.doesNotMatch(mail.subject, /Bcc/);
    }
    assert.match(mails[1]!.html!, /&lt;img src=x onerror=alert\(1\)&gt;/);
    assert.match(mails[1]!.text, /^ {2}Bcc: victim/m);
    // Nothing from elsewhere, and no link but ours.
    assert.deepEqual(
      [
        ...new Set(
          [...mails[1]!.html!.matchAll(/(?:src|href|url)[=(]"?(https?:\/\/[^/"]+)/g)].map(([, origin]) => origin),
        ),
      ],
      ['https://relay.test'],
    );
  });

  it('of whoever asks are not in the mail that asks', async () => {
    const scene = await begin();
    const typed = 'BUY-PILLS-AT-EVIL.EXAMPLE';
    const fields = {
      service_request_id: idOf(scene),
      email: who,
      locale: typed,
      code: typed,
      name: typed,
      description: typed,
    };
    assert.equal((await scene.ask(fields)).status, 202);
    await scene.deliver();
    assert.doesNotMatch(scene.mailsTo(who)[0]!.raw, /PILLS/i);
  });
});

describe('requests that not everybody may see', () => {
  let scene: AlertScene;
  beforeEach(async () => (scene = await begin({ config: { privateServices: ['neighbour'] } })));

  it('need the look-up code of the receipt', async () => {
    const id = idOf(scene, 'neighbour');
    const code = await secretWords(secret).lookUpCode(id);
    const refused = await scene.ask({ service_request_id: id, email: who });
    const unknown = await scene.ask({ service_request_id: '26-99999', email: who });
    assert.deepEqual([refused.status, refused.text], [unknown.status, unknown.text]);
    assert.equal((await scene.ask({ service_request_id: id, email: who, code: 'AAAA-BBBB' })).status, 404);
    assert.equal((await scene.ask({ service_request_id: id, email: who, code: code.toLowerCase() })).status, 202);
  });

  it('need it also while they have a token alone', async () => {
    const code = secretWords(secret);
    const other = await begin({ config: { privateServices: ['later'] } });
    const sent = async () => {
      const { body } = await post(other.relay, { service_code: 'later', lat: '41.9', long: '-85.6' });
      return String(body[0].token);
    };
    const [open, closed] = [await sent(), await sent()];
    for (const [token, given] of [
      [open, await code.lookUpCode(open)],
      [closed, 'no'],
    ] as const) {
      const address = token === open ? who : 'stranger@example.org';
      assert.equal((await other.ask({ token, email: address, code: given })).status, 202);
      await other.deliver();
      await other.press(other.mailsTo(address)[0]!.links[0]!);
    }
    other.pass({ minutes: 90 });
    await other.round();
    other.pass({ minutes: 11 });
    await other.round();
    assert.equal(other.mailsTo(who).length, 2);
    assert.equal(other.mailsTo('stranger@example.org').length, 1);
    assert.equal(other.bytes().includes('stranger@example.org'), false);
  });
});

describe('a report that has a token and no number yet', () => {
  it('is told of once it has one', async () => {
    const scene = await begin();
    const { body } = await post(scene.relay, { service_code: 'later', lat: '41.9', long: '-85.6' });
    const { token } = body[0] as { token: string };
    assert.equal((await scene.ask({ token, email: who })).status, 202);
    await scene.deliver();
    await scene.press(scene.mailsTo(who)[0]!.links[0]!);
    await scene.round();
    assert.equal(scene.mailsTo(who).length, 1);
    scene.pass({ minutes: 70 });
    await scene.round();
    const [, mail] = scene.mailsTo(who);
    assert.match(mail!.subject, /News about report 26-\d{5}/);
  });
});

describe('in a town of the relay’s own', () => {
  it('a change is told at once, without waiting for the next look', async () => {
    const scene = await begin({ town: true });
    const { body } = await post(scene.relay, {
      service_code: 'sign',
      lat: '41.9',
      long: '-85.6',
      description: 'Gone.',
    });
    const id = String(body[0].service_request_id);
    await scene.subscribe(who, id);
    await scene.round();
    scene.town!.store.change(id, 'Closed', 'A new sign was put up.', scene.at);
    await scene.round();
    assert.equal(scene.mailsTo(who).length, 2);
    assert.match(scene.mailsTo(who)[1]!.text, /Maple Falls/);
  });

  it('a private report is told of without its details', async () => {
    const scene = await begin({ town: true });
    const { body } = await post(scene.relay, {
      service_code: 'abandoned-car',
      lat: '41.9',
      long: '-85.6',
      description: 'Red.',
    });
    const { service_request_id: id, lookup_code: code } = body[0];
    assert.equal((await scene.ask({ service_request_id: id, email: who })).status, 404);
    assert.equal((await scene.ask({ service_request_id: id, email: who, code })).status, 202);
    await scene.deliver();
    await scene.press(scene.mailsTo(who)[0]!.links[0]!);
    scene.town!.store.change(id, 'In progress', 'We spoke to the owner, Mr Smith.', scene.at);
    await scene.round();
    assert.match(scene.mailsTo(who)[1]!.text, /The city is working on this\./);
    assert.doesNotMatch(scene.mailsTo(who)[1]!.raw, /Smith/);
  });
});

describe('text messages', () => {
  const texts: { to: string; text: string }[] = [];
  let port: Server;
  before(async () => {
    port = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        texts.push(JSON.parse(Buffer.concat(chunks).toString()) as { to: string; text: string });
        response.end();
      });
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => port.once('listening', resolve));
    closing.push(() => port.close());
  });

  it('ask, tell and stop with one link, in one message each', async () => {
    const { port: number } = port.address() as { port: number };
    const scene = await begin({
      config: { sms: `http://127.0.0.1:${number}/`, publicUrl: 'https://311.threerivers.example/' },
    });
    const id = idOf(scene);
    assert.equal((await scene.ask({ service_request_id: id, phone: '269 555 0100' })).status, 400);
    assert.equal((await scene.ask({ service_request_id: id, phone: '+1 (269) 555-0100' })).status, 202);
    await scene.deliver();
    const linkIn = (text: string) => /https:\S+/.exec(text)![0];
    assert.equal(texts[0]!.to, '+12695550100');
    const link = linkIn(texts[0]!.text);
    assert.match((await scene.open(link)).text, /Yes, send me messages/);
    assert.equal((await scene.press(link)).status, 410);
    assert.equal((await scene.press(link, { do: 'confirm' })).status, 200);
    scene.pass({ minutes: 11 });
    scene.city.store.change(id, 'Closed', 'The hole is filled.', scene.at);
    await scene.round();
    assert.match(texts[1]!.text, /^Three Rivers, report 26-\d{5}: Closed on November 22, 2026\./);
    for (const { text } of texts) assert.ok(gsmLength(text) <= 160, text);
    assert.match((await scene.open(linkIn(texts[1]!.text))).text, /Stop the messages/);
    await scene.press(linkIn(texts[1]!.text), { do: 'stop' });
    assert.equal(scene.bytes().includes('2695550100'), false);
  });
});

import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { alertScene, type AlertScene } from '../../test/alert-scene.ts';
import { get } from '../test-kit.ts';

const who = 'ruth@example.org';
let scene: AlertScene;
let id: string;
const scenes: AlertScene[] = [];
after(() => Promise.all(scenes.map((each) => each.close())));

async function begin(options?: Parameters<typeof alertScene>[0]): Promise<void> {
  scene = await alertScene(options);
  scenes.push(scene);
  id = scene.city.store.all().find(({ serviceCode }) => serviceCode === 'pothole')!.serviceRequestId;
}

const change = (status: 'Received' | 'In progress' | 'Closed', note: string | null = null) => {
  scene.pass({ minutes: 11 });
  scene.city.store.change(id, status, note, scene.at);
};

describe('whoever asks to be told', () => {
  beforeEach(() => begin());

  it('hears what is on offer', async () => {
    assert.deepEqual((await get(scene.relay, 'alerts.json')).body, { email: true, phone: false });
  });

  it('is asked first, and gets nothing else until they say yes', async () => {
    const answer = await scene.ask({ service_request_id: id, email: who });
    assert.deepEqual([answer.status, answer.body], [202, [{ status: 'confirm' }]]);
    change('In progress', 'On it.');
    await scene.round();
    change('Closed', 'It is fixed.');
    await scene.round();
    assert.deepEqual(
      scene.mailsTo(who).map(({ subject }) => subject),
      [`Please confirm: messages about report ${id}`],
    );
  });

  it('says yes with a button: to open the link changes nothing', async () => {
    await scene.ask({ service_request_id: id, email: who });
    await scene.deliver();
    const link = scene.mailsTo(who)[0]!.links[0]!;
    const page = await scene.open(link);
    assert.equal(page.status, 200);
    assert.match(page.text, /<button class="button">Yes, send me messages<\/button>/);
    assert.match(page.headers.get('Content-Security-Policy')!, /default-src 'none'/);
    assert.equal(page.headers.get('Cache-Control'), 'no-store');
    assert.equal(page.headers.get('Referrer-Policy'), 'no-referrer');
    change('In progress');
    await scene.round();
    assert.equal(scene.mailsTo(who).length, 1);
    assert.match((await scene.press(link)).text, /You get messages about report/);
    await scene.round();
    // What changed since they asked is not lost.
    assert.equal(scene.mailsTo(who).length, 2);
  });

  it('is forgotten after three days without a yes', async () => {
    await scene.ask({ service_request_id: id, email: who });
    await scene.deliver();
    const link = scene.mailsTo(who)[0]!.links[0]!;
    scene.pass({ days: 3, minutes: 1 });
    assert.equal((await scene.open(link)).status, 410);
    assert.equal((await scene.press(link)).status, 410);
    await scene.look();
    assert.equal(scene.bytes().includes(who), false);
  });

  it('learns nothing of addresses: the answer is the same for all', async () => {
    const tell = async (email: string) => {
      const { status, text, headers } = await scene.ask({ service_request_id: id, email });
      return { status, text, headers: [...headers].filter(([name]) => name !== 'date') };
    };
    const first = await tell('new@example.org');
    await scene.subscribe(who, id);
    assert.deepEqual(await tell(who), first);
    for (let times = 0; times < 8; times++) assert.deepEqual(await tell('flooded@example.org'), first);
  });

  it('cannot have others flooded: five mails a day for one mailbox, twenty open questions for one report', async () => {
    for (let times = 0; times < 9; times++)
      await scene.ask({ service_request_id: id, email: `ruth+${times}@example.org` });
    await scene.deliver();
    assert.equal(scene.mailbox.mails.length, 5);
    for (let times = 0; times < 25; times++)
      await scene.ask({ service_request_id: id, email: `r${times}@example.org` });
    await scene.deliver();
    assert.equal(scene.mailbox.mails.length, 20);
    scene.pass({ days: 1, minutes: 1 });
    const other = scene.city.store.all().at(-1);
    await scene.ask({ service_request_id: other!.serviceRequestId, email: 'ruth+9@example.org' });
    await scene.deliver();
    assert.equal(scene.mailsTo('ruth+9@example.org').length, 1);
  });

  it('hears what is wrong, in a sentence to act on', async () => {
    const ask = async (fields: Record<string, string>) => {
      const { status, body } = await scene.ask(fields);
      return [status, body[0].description];
    };
    const mail = 'Write an email address, like name@example.com. (email)';
    for (const email of ['ruth', 'a@b\r\nBcc: c@d', 'a@b, c@d', '"x y"@z', 'a@b@c']) {
      assert.deepEqual(await ask({ service_request_id: id, email }), [400, mail], email);
    }
    assert.deepEqual(await ask({ service_request_id: id }), [400, mail]);
    assert.equal((await ask({ email: who }))[0], 400);
    assert.equal((await ask({ service_request_id: id, phone: '+12695550100' }))[0], 400);
    assert.deepEqual(await ask({ service_request_id: 'none', email: who }), [
      404,
      'service_request_id was not found. (service_request_id)',
    ]);
    assert.equal((await ask({ service_request_id: '../services', email: who }))[0], 404);
    assert.deepEqual(await ask({ token: 'none', email: who }), [404, 'token was not found. (token)']);
  });
});

describe('whoever said yes', () => {
  beforeEach(async () => {
    await begin();
    await scene.subscribe(who, id);
  });
  const news = () => scene.mailsTo(who).slice(1);

  it('gets one mail for each change, and none without one', async () => {
    await scene.round();
    scene.pass({ minutes: 11 });
    await scene.round();
    assert.equal(news().length, 0);
    change('In progress', 'A crew comes on Friday.');
    await scene.round();
    scene.pass({ minutes: 11 });
    await scene.round();
    assert.equal(news().length, 1);
    const [mail] = news();
    assert.equal(mail!.subject, `News about report ${id}`);
    assert.match(mail!.text, /The city is working on this/);
    assert.match(mail!.text, /The city wrote: “A crew comes on Friday\.”/);
    assert.match(mail!.text, new RegExp(`#citydesk:request=${id}`));
    assert.match(mail!.text, /We delete your address 30 days after the report is closed\./);
    change('Closed', 'It is fixed.');
    await scene.round();
    assert.match(news()[1]!.text, /Closed on November 22, 2026\. The city says it is fixed\./);
  });

  it('gets it once, also when the relay was stopped between the change and the mail', async () => {
    change('In progress');
    await scene.look();
    await scene.restart();
    await scene.round();
    await scene.restart();
    await scene.round();
    assert.equal(news().length, 1);
  });

  it('hears of a change that happened while the relay did not run, and of one the city could not tell at once', async () => {
    change('In progress');
    await scene.restart();
    scene.city.faults = [{ route: '*', kind: 'error-500', times: 30 }];
    await scene.look().catch(() => undefined);
    scene.city.faults = [];
    scene.pass({ minutes: 11 });
    await scene.round();
    assert.equal(news().length, 1);
  });

  it('hears that it was opened again, and again that it was closed', async () => {
    for (const status of ['Closed', 'In progress', 'Closed', 'In progress', 'Closed'] as const) {
      change(status);
      await scene.round();
    }
    assert.equal(news().length, 5);
    assert.match(news()[1]!.text, /The city opened this report again\./);
  });

  it('hears it again where a city says no more than open and closed', async () => {
    await begin({ isTerse: true });
    await scene.subscribe(who, id);
    for (const status of ['Closed', 'Received', 'Closed', 'Received'] as const) {
      change(status);
      await scene.round();
    }
    assert.equal(news().length, 4);
  });

  it('stops by the link: a page with a button, and the address is gone', async () => {
    change('In progress');
    await scene.round();
    const link = news()[0]!.links.at(-1)!;
    const page = await scene.open(link);
    assert.match(page.text, /<button class="button">Stop the messages<\/button>/);
    await scene.look();
    assert.match((await scene.press(link)).text, /Your address is deleted\./);
    assert.equal(scene.bytes().includes(who), false);
    change('Closed');
    await scene.round();
    assert.equal(news().length, 1);
    assert.equal((await scene.press(link)).status, 200);
  });

  it('stops by the one button of a mail program', async () => {
    change('In progress');
    await scene.round();
    const [mail] = news();
    assert.equal(mail!.header('list-unsubscribe-post'), 'List-Unsubscribe=One-Click');
    const [, stop] = /<(.+)>/.exec(mail!.header('list-unsubscribe') ?? '') ?? [];
    assert.equal((await scene.press(stop!, { 'List-Unsubscribe': 'One-Click' })).status, 200);
    change('Closed');
    await scene.round();
    assert.equal(news().length, 1);
  });

  it('gets no message that still waits once they have stopped', async () => {
    change('In progress');
    await scene.round();
    change('Closed');
    await scene.look();
    await scene.press(news()[0]!.links.at(-1)!);
    await scene.deliver();
    assert.equal(news().length, 1);
  });

  it('is forgotten 30 days after closing, in every file, and not before', async () => {
    change('Closed', 'It is fixed.');
    await scene.round();
    scene.pass({ days: 29 });
    await scene.round();
    assert.ok(scene.bytes().includes(who));
    scene.pass({ days: 1, minutes: 11 });
    await scene.round();
    assert.equal(scene.bytes().includes(who), false);
    assert.equal(scene.bytes().includes('ruth'), false);
  });

  it('is remembered where it was opened again within the 30 days', async () => {
    change('Closed');
    await scene.round();
    scene.pass({ days: 29 });
    change('In progress');
    await scene.round();
    scene.pass({ days: 40 });
    await scene.round();
    change('Closed');
    await scene.round();
    assert.equal(news().length, 3);
  });

  it('is forgotten when the city has not known the request for 30 days, but not while the city is silent', async () => {
    scene.city.faults = [{ route: '*', kind: 'error-500' }];
    for (let days = 0; days < 40; days += 10) {
      await scene.look().catch(() => undefined);
      scene.pass({ days: 10 });
    }
    assert.ok(scene.bytes().includes(who));
    scene.city.faults = [{ route: '*', kind: 'not-found' }];
    await scene.look();
    scene.pass({ days: 31 });
    await scene.look();
    assert.equal(scene.bytes().includes(who), false);
  });

  it('has one subscription however often they ask, and a stranger who asks changes nothing', async () => {
    await scene.subscribe(who, id);
    await scene.ask({ service_request_id: id, email: who.toUpperCase(), locale: 'de' });
    change('In progress');
    await scene.round();
    const mails = scene.mailsTo(who).filter(({ subject }) => subject.startsWith('News'));
    assert.equal(mails.length, 1);
  });

  it('stands nowhere but in two tables', async () => {
    change('In progress');
    await scene.look();
    const tables = scene.db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
    const holding = tables.flatMap(({ name }) =>
      JSON.stringify(scene.db.prepare(`SELECT * FROM ${String(name)}`).all()).includes(who) ? [name] : [],
    );
    assert.deepEqual(holding.toSorted(), ['outbox', 'subscription']);
    await scene.deliver();
    assert.equal(JSON.stringify(scene.db.prepare('SELECT * FROM outbox').all()).includes(who), false);
    assert.equal(JSON.stringify(scene.relay.lines).includes(who), false);
    assert.equal(JSON.stringify(scene.relay.lines).includes(id), false);
    assert.ok(scene.relay.lines.some((line) => line.is === 'call' && line.route === 'alerts'));
  });
});

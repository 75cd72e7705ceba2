/**
 * A relay in a process of its own, under all that strangers can do from one computer: slow connections by the hundred and reports by the thousand.
 * Residents are served all the same, and the city's key shows up nowhere.
 */

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { serveCity } from '@citydesk/sandbox';
import type { ConfigFile } from './config.ts';

const canary = `canary-${randomUUID()}`;
const city = await serveCity({
  port: 0,
  county: false,
  apiKey: canary,
  seed: { services: [{ service_code: 'a', service_name: 'Pothole' }] },
});
const folder = mkdtempSync(join(tmpdir(), 'citydesk-abuse-'));
const relay = await start();
const closing: (() => unknown)[] = [];
after(async () => {
  for (const close of closing) close();
  relay.child.kill('SIGKILL');
  await city.close();
  rmSync(folder, { recursive: true, force: true });
});

/** All that the relay has answered, whoever asked. */
const answers: string[] = [];

async function start() {
  const config: ConfigFile = {
    upstream: `${city.url}open311/v2/`,
    port: 0,
    origins: '*',
    withoutOrigin: 'everything',
    keys: join(folder, 'keys.sqlite'),
    photos: join(folder, 'photos'),
    files: join(folder, 'files'),
    // So that nobody has to wait until it is no longer too soon after the challenge.
    faster: 20,
  };
  const file = join(folder, 'config.json');
  writeFileSync(file, JSON.stringify(config));
  const main = JSON.stringify(fileURLToPath(new URL('node.ts', import.meta.url)));
  const script = `import(${main}).then(({ runCommand }) => runCommand(['--config', process.argv[1]]).then((code) => process.exit(code)))`;
  const child = spawn(process.execPath, ['--conditions=citydesk-source', '-e', script, '--', file], {
    env: { ...process.env, CITYDESK_API_KEY: canary, CITYDESK_RELAY_SECRET: '' },
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => said.push(text));
  const address = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error(said.join(''))));
    child.stdout.on('data', () => {
      const [, found] = /^The relay is open at (\S+)\n/.exec(said.join('')) ?? [];
      if (found) resolve(found);
    });
  });
  return { child, said, url: new URL(address) };
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

function ask(agent: Agent, path: string, fields?: Readonly<Record<string, string>>, headers = {}): Promise<Answer> {
  const form = fields && new URLSearchParams(fields).toString();
  return new Promise((resolve, reject) => {
    const asked = request(
      new URL(path, relay.url),
      {
        agent,
        method: form === undefined ? 'GET' : 'POST',
        headers: {
          ...headers,
          ...(form && {
            'Content-Type': 'application/x-www-form-urlencoded',
            'Content-Length': Buffer.byteLength(form),
          }),
        },
      },
      (answer) => {
        let body = '';
        answer.setEncoding('utf8').on('data', (text) => (body += text));
        answer.on('end', () => {
          answers.push(JSON.stringify(answer.headers), body);
          resolve({ status: answer.statusCode ?? 0, body });
        });
      },
    );
    asked.on('error', reject).end(form);
  });
}

/** Writes a letter of a header now and then, and never comes to an end; opens another connection when it is closed. */
function drip(): void {
  let socket: Socket | undefined;
  let timer: NodeJS.Timeout | undefined;
  const open = (): void => {
    socket = connect(Number(relay.url.port), relay.url.hostname);
    socket.on('error', () => {}).write('GET /open311/v2/services.json HTTP/1.1\r\nHost: a\r\nX-Slow: ');
    socket.on('close', () => (timer = setTimeout(open, 100)));
  };
  open();
  const dripping = setInterval(() => socket?.write('x'), 500);
  closing.push(() => {
    clearInterval(dripping);
    socket?.removeAllListeners('close').destroy();
    clearTimeout(timer);
  });
}

const bots = new Agent({ keepAlive: true, maxSockets: 40 });
const people = new Agent({ keepAlive: true, maxSockets: 25 });
closing.push(
  () => bots.destroy(),
  () => people.destroy(),
);

async function many(count: number, atOnce: number, run: (index: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const line = async (): Promise<void> => {
    while (next < count) await run(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, line));
}

/** What a browser does while the form is filled in. */
function proofFor(text: string): string {
  const { algorithm, challenge, salt, signature, maxnumber } = JSON.parse(text) as Record<string, string>;
  for (let number = 0; number <= Number(maxnumber); number++) {
    if (createHash('sha256').update(`${salt}${number}`).digest('hex') !== challenge) continue;
    return btoa(JSON.stringify({ algorithm, challenge, number, salt, signature }));
  }
  throw new Error('There is no such number.');
}

const report = { service_code: 'a', address_string: '318 Hoffman St' };

it('residents are all served under 500 slow connections and 10,000 reports of bots, and the city’s key is nowhere', async () => {
  for (let index = 0; index < 500; index++) drip();
  const slowed = new Map<number, number>();
  const flood = many(10_000, 40, async (index) => {
    const fields = {
      ...report,
      description: `Buy now, number ${index}`,
      ...(index % 3 === 0 && { further_details: 'x' }),
    };
    const key = index % 2 ? { 'Idempotency-Key': `"${randomUUID()}"`, 'Citydesk-Work': 'bm90aGluZw==' } : {};
    const { status } = await ask(bots, 'requests.json', fields, key);
    slowed.set(status, (slowed.get(status) ?? 0) + 1);
  });
  const residents = many(100, 25, async (index) => {
    const id = randomUUID();
    assert.equal((await ask(people, 'services.json')).status, 200);
    const challenge = await ask(people, `challenge.json?report_id=${id}`);
    assert.equal(challenge.status, 200, challenge.body);
    const work = proofFor(challenge.body);
    await pause(150);
    const headers = { 'Idempotency-Key': `"${id}"`, 'Citydesk-Work': work };
    const send = () => ask(people, 'requests.json', { ...report, description: `Resident ${index}.` }, headers);
    let answer = await send();
    // As the form does: the same report again, under its key, where nobody could tell yet.
    for (let tries = 0; tries < 20 && /^(409|503)$/.test(String(answer.status)); tries++) {
      await pause(500);
      answer = await send();
    }
    assert.equal(answer.status, 200, answer.body);
  });
  await residents;
  const atTheirEnd = [...slowed.values()].reduce((sum, count) => sum + count, 0);
  await flood;
  assert.ok(atTheirEnd < 10_000, 'the bots were done before the residents');
  const words = city.city.store.all().map(({ description }) => description ?? '');
  assert.equal(words.filter((each) => each.startsWith('Resident ')).length, 100);
  assert.equal(new Set(words.filter((each) => each.startsWith('Resident '))).size, 100);
  const passed = words.filter((each) => each.startsWith('Buy now')).length;
  console.log(
    `residents: 100 of 100 served by ${atTheirEnd} of 10,000 reports of bots; of those ${passed} were let through`,
  );
  assert.deepEqual([...slowed.keys()].sort(), [200, 429]);
  assert.ok(passed < 200, `${passed} passed`);

  const root = new URL('/', relay.url);
  for (const path of [
    'health',
    'feed.atom',
    'feed.json',
    'feed.csv',
    'citydesk/embed',
    'citydesk/embed?service_code=a',
    '.well-known/security.txt',
    'nothing',
  ]) {
    await ask(people, new URL(path, root).href);
  }
  for (const path of [
    'requests.json',
    'requests.xml',
    'services.xml',
    'discovery.json',
    'requests/none.json',
    `requests/${canary.slice(0, 6)}.json`,
  ]) {
    await ask(people, path);
  }
  await ask(people, 'requests.json', { service_code: 'none', address_string: 'Here', api_key: 'wrong' });
  const ended = new Promise((resolve) => relay.child.once('exit', resolve));
  for (const close of closing) close();
  relay.child.kill('SIGTERM');
  await ended;
  const built = fileURLToPath(new URL('../../embed/dist', import.meta.url));
  const kept = [folder, ...(existsSync(built) ? [built] : [])]
    .flatMap(filesIn)
    .filter((file) => !file.endsWith('config.json'));
  assert.ok(answers.length > 20_000 && relay.said.join('').includes('"route":"requests"'));
  for (const [place, texts] of Object.entries({ answers, log: relay.said })) {
    assert.ok(!texts.some((text) => text.includes(canary)), `the key is in ${place}`);
  }
  for (const file of kept) assert.ok(!readFileSync(file).includes(canary), `the key is in ${file}`);
  console.log(`the key is in none of ${answers.length / 2} answers, ${kept.length} files and the log`);
});

function filesIn(place: string): string[] {
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .map((name) => join(place, name))
    .filter((file) => statSync(file).isFile());
}

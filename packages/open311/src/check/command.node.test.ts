import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { goodCity, type Change } from '../../test/good-city.ts';
import { runCommand } from './command.ts';
import type { Report } from './types.ts';

interface Run {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

async function run(args: readonly string[], fetch?: typeof globalThis.fetch): Promise<Run> {
  const said = { out: '', error: '' };
  const output = { out: (text: string) => (said.out += text), error: (text: string) => (said.error += text) };
  return { code: await runCommand(args, { out: output.out, error: output.error }, fetch), ...said };
}

const withoutCors: Change = ({ headers }) => void delete headers['Access-Control-Allow-Origin'];
const html: Change = (answer, { method }) => {
  if (method !== 'OPTIONS') Object.assign(answer, { status: 200, body: '<!doctype html><title>Back soon</title>' });
};
const moved: Change = (answer, { path, method, query }) => {
  if (method === 'OPTIONS' || path.startsWith('../') || query.has('moved')) return;
  Object.assign(answer, { status: 301, headers: { ...answer.headers, Location: '?moved' } });
};

const servicesMoved: Change = (answer, asked) => {
  if (asked.path === 'services.json') return moved(answer, asked);
};

describe('the command citydesk-open311', () => {
  it('exits with 0 where nothing found is broken, and says that no report was tried', async (test) => {
    const { endpoint } = await goodCity(test);
    const { code, out } = await run(['check', endpoint]);
    assert.equal(code, 0, out);
    assert.match(out, /Nothing found is broken\. A report was not tried\. The server says that it takes\s+them\./);
    assert.doesNotMatch(out, /can report from/);
    assert.match(out, /\d+ good, 0 deviate, 0 broken, 5 not tried/);
  });

  it('says that a resident can report where a report was filed', async (test) => {
    const { endpoint } = await goodCity(test);
    const { code, out } = await run(['check', endpoint, '--submit', '006', '--test-endpoint']);
    assert.equal(code, 0, out);
    assert.match(out, /A resident can report from a page on https:\/\/www\.example\.gov: one was filed/);
  });

  const reading: readonly [string, Change, RegExp][] = [
    [
      'takes no POST',
      ({ headers }, { method }) => void (method === 'OPTIONS' && (headers['Allow'] = 'GET')),
      /This server takes no reports: a page on \S+ can show its requests, and no one can report there/,
    ],
    [
      'lists no services',
      (answer, { path }) => void (path.startsWith('services.') && (answer.status = 404)),
      /This server lists nothing to report: a page on \S+ can show its requests/,
    ],
  ];
  for (const [how, change, words] of reading) {
    it(`exits with 1 and says that it is to read only where a server ${how}`, async (test) => {
      const { endpoint } = await goodCity(test, change);
      const { code, out } = await run(['check', endpoint]);
      assert.equal(code, 1);
      assert.match(out.replace(/\s+/g, ' '), words);
    });
  }

  const failing: readonly [string, Change, RegExp][] = [
    ['without CORS', withoutCors, /There is no Access-Control-Allow-Origin/],
    ['without CORS, where some speak JSONP', withoutCors, /document JSONP: Citydesk does not use it\. A relay/],
    ['behind a 301', moved, /loses its content on the way/],
    ['behind a 301 of the services alone', servicesMoved, /The form needs this address/],
    ['with HTML under 200', html, /A web page under a status that says all is well/],
  ];
  for (const [how, change, words] of failing) {
    it(`exits with 1 and says so ${how}`, async (test) => {
      const { endpoint } = await goodCity(test, change);
      const { code, out } = await run(['check', endpoint]);
      assert.equal(code, 1);
      assert.match(out.replace(/\s+/g, ' '), words);
    });
  }

  it('exits with 1 and says so on http, but for this computer', async (test) => {
    const { endpoint } = await goodCity(test);
    const here: typeof fetch = (url, init) =>
      fetch(String(url).replace('http://city.example/', new URL('/', endpoint).href), init);
    const { code, out } = await run(['check', 'http://city.example/open311/v2'], here);
    assert.equal(code, 1);
    assert.match(out.replace(/\s+/g, ' '), /A page on https may not talk to an address on http/);
  });

  it('exits with 1 where no server is', async () => {
    const { code, out } = await run(['check', 'http://127.0.0.1:9/']);
    assert.equal(code, 1);
    assert.match(out, /0 good, 0 deviate, 1 broken/);
  });

  it('keeps to 80 columns without colour', async (test) => {
    const { endpoint } = await goodCity(test, (answer, asked) => {
      withoutCors(answer, asked) as undefined;
      answer.headers['Vary'] = 'x'.repeat(300);
    });
    const { out } = await run(['check', endpoint]);
    assert.deepEqual(
      out.split('\n').filter((line) => line.length > 80),
      [],
    );
    assert.ok(!out.includes('\u001B'));
  });

  it('gives the same report as JSON', async (test) => {
    const { endpoint } = await goodCity(test, withoutCors);
    const { code, out } = await run(['check', endpoint, '--json', '--origin=https://city.example/page']);
    const report = JSON.parse(out) as Report;
    assert.equal(code, 1);
    assert.equal(report.origin, 'https://city.example');
    assert.equal(report.checks.find(({ id }) => id === 'cors-services')?.outcome, 'broken');
    assert.equal(
      Object.values(report.counts).reduce((sum, each) => sum + each),
      report.checks.length,
    );
  });

  it('sends a report only with --submit and --test-endpoint together', async (test) => {
    const { endpoint, asked } = await goodCity(test);
    const posts = () => asked.filter(({ method }) => method === 'POST').length;
    const half = await run(['check', endpoint, '--submit', '006']);
    assert.equal(half.code, 2);
    assert.match(half.error, /Nothing was sent/);
    assert.equal(asked.length, 0);
    await run(['check', endpoint, '--test-endpoint']);
    assert.equal(posts(), 0);
    const whole = await run([
      'check',
      endpoint,
      '--submit',
      '006',
      '--test-endpoint',
      '--lat',
      '41.9',
      '--long',
      '-85.6',
    ]);
    assert.equal(whole.code, 0, whole.out);
    assert.equal(posts(), 2);
    assert.equal(asked.find(({ method }) => method === 'POST')?.body.get('lat'), '41.9');
  });

  const misunderstood: readonly (readonly [string[], RegExp])[] = [
    [['look', 'https://city.example/'], /Say: citydesk-open311 check ENDPOINT/],
    [['check'], /Say: citydesk-open311 check ENDPOINT/],
    [['check', 'ftp://city.example/'], /no address on http or https/],
    [['check', 'https://city.example/', '--quick'], /There is no option --quick/],
    [['check', 'https://city.example/', '--origin'], /--origin needs a value/],
    [['check', 'https://city.example/', '--origin', 'city'], /--origin needs an address/],
    [['check', 'https://city.example/', '--timeout', 'long'], /--timeout needs a number/],
  ];
  for (const [args, words] of misunderstood) {
    it(`exits with 2 and says what to write after ${args.join(' ')}`, async () => {
      const { code, error } = await run(args);
      assert.equal(code, 2);
      assert.match(error, words);
    });
  }

  it('tells how it is used', async () => {
    assert.equal((await run(['--help'])).code, 0);
    assert.match((await run([])).out, /^Usage: citydesk-open311 check ENDPOINT/);
  });
});

const bin = fileURLToPath(new URL('../../bin/open311.mjs', import.meta.url));
const isBuilt = existsSync(fileURLToPath(new URL('../../dist/check/index.js', import.meta.url)));

describe('the built command', { skip: !isBuilt && !process.env['CI'] && 'not built' }, () => {
  it('exits as the check ends', async (test) => {
    const good = await goodCity(test);
    const bad = await goodCity(test, withoutCors);
    assert.equal((await spawned(['check', good.endpoint])).code, 0);
    const { code, out } = await spawned(['check', bad.endpoint, '--json']);
    assert.equal(code, 1);
    assert.equal((JSON.parse(out) as Report).ok, false);
  });
});

function spawned(args: readonly string[]): Promise<Run> {
  return new Promise((done) => {
    execFile(process.execPath, [bin, ...args], { maxBuffer: 10_000_000 }, (failure, out, error) => {
      done({ code: typeof failure?.code === 'number' ? failure.code : 0, out, error });
    });
  });
}

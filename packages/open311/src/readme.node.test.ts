import assert from 'node:assert/strict';
import { alreadyFiled } from './already-filed.ts';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { goodCity, type Change } from '../test/good-city.ts';
import { RejectedError } from './errors.ts';

const folder = fileURLToPath(new URL('..', import.meta.url));
const host = 'https://311.example.gov/open311/v2/';

/** The examples under a heading, as they stand there. */
function examplesUnder(heading: string): readonly string[] {
  const [, section] = readFileSync(`${folder}README.md`, 'utf8').split(`\n## ${heading}\n`);
  const blocks = (section?.split('\n## ')[0] ?? '').matchAll(/^```js\n(.*?)^```$/gms);
  return [...blocks].map(([, code = '']) => code);
}

/** Runs an example as a file of its own would run, with nothing but the city's address replaced. */
function run(code: string, endpoint: string): Promise<{ code: number | null; out: string; error: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, ['--conditions=citydesk-source', '--input-type=module'], {
      cwd: folder,
      env: { ...process.env, OPEN311_ENDPOINT: endpoint, NODE_TEST_CONTEXT: undefined },
    });
    const said = { out: '', error: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said.error += text));
    child.on('close', (exit) => done({ code: exit, ...said }));
    child.stdin.end(code.replaceAll(host, endpoint));
  });
}

describe('the README of the client', () => {
  const busy: Change = (answer) => {
    answer.status = 503;
    answer.headers['Retry-After'] = '120';
  };
  const examples: readonly [heading: string, RegExp, { calls: RegExp; change?: Change }][] = [
    ['In Node', /^002 open Elm Street 1\nThe city does not know this number\.\n$/, { calls: /^GET requests\.json/m }],
    ['In a browser', /^0099\n$/, { calls: /^POST requests\.json/m }],
    ['The doctor', /reachable good\n[^]*\ntrue \{[^]*broken: 0/, { calls: /^OPTIONS requests\.json/m }],
    ['Updates from residents', /^The city has it\.\n$/, { calls: /^POST servicerequestupdates\.json$/m }],
    ['Errors', /^RejectedError: next look in 120 seconds\.\n$/, { calls: /^GET requests\/001\.json$/m, change: busy }],
    [
      'Feeds',
      /^<\?xml [^]*<id>tag:www\.example\.gov,2026:requests\/001<\/id>[^]*\n\{"version":[^]*\n\uFEFFservice_request_id,status,address,lat,long\r\n001,open,Elm Street 1,41\.94,-85\.63\r\n/,
      { calls: /^GET requests\.json$/m },
    ],
  ];
  for (const [heading, says, { calls, change }] of examples) {
    it(`has an example under “${heading}” that runs as it stands`, async (test) => {
      const [example = ''] = examplesUnder(heading);
      const { endpoint, asked } = await goodCity(test, change);
      assert.match(example, /from '@citydesk\/open311/);
      const { code, out, error } = await run(example, endpoint);
      assert.equal(code, 0, error);
      assert.match(out, says);
      assert.match(asked.map(({ method, path }) => `${method} ${path}`).join('\n'), calls);
    });
  }
});

describe('the profile for backends', () => {
  it('names words for a double that the client takes for filed', () => {
    const profile = readFileSync(fileURLToPath(new URL('../../../docs/reference/profile.md', import.meta.url)), 'utf8');
    const [section = ''] = /^Until then, refuse a double.*$/m.exec(profile) ?? [];
    const isFiled = (description: string) =>
      new RejectedError({ method: 'POST', url: host, status: 400 }, [{ code: '400', description }], alreadyFiled)
        .alreadyFiled;
    const words = [...section.matchAll(/`([^`]*)`/g)].map(([, word = '']) => word);
    const whole = words.filter((word) => /duplicate/.test(word) && !word.startsWith('phone'));
    const already = words.filter((word) => word.startsWith('already'));
    assert.deepEqual([whole.length, already.length], [5, 5]);
    for (const word of [...whole, ...already.flatMap((each) => [`request ${each}`, `report was ${each}`])]) {
      assert.ok(isFiled(word), word);
    }
    assert.ok(words.includes('phone is a duplicate') && !isFiled('phone is a duplicate'));
  });
});

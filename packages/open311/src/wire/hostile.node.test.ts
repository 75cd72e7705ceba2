/** Whatever comes, reading it gives a result or one of our errors, never a receipt by mistake, and leaves the runtime as it was. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { after, afterEach, describe, it } from 'node:test';
import { Open311Error } from '../errors.ts';
import { settle } from '../settle.ts';
import * as wire from './index.ts';

const folder = fileURLToPath(new URL('../../../../../shared/corpora/', import.meta.url));
const here = existsSync(folder);
const options = { skip: !here && !process.env['CI'] && 'the corpora are not on this machine' };
const lines = (name: string): Record<string, unknown>[] =>
  readFileSync(folder + name, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

const decoders = [
  wire.decodeServices,
  (value: unknown) => wire.decodeServiceDefinition(value, 'A'),
  wire.decodeRequests,
  wire.decodeReceipt,
  wire.decodeDiscovery,
  wire.decodeUpdates,
  (value: unknown) => wire.tellAnswer(value),
];

/** What each decoder makes of the text under `status`. */
async function outcomes(text: string, status = 200): Promise<unknown[]> {
  return Promise.all(
    decoders.map((decode) =>
      settle<unknown>({ status, text }, { method: 'POST', url: 'https://x.test/', decode, single: false }).catch(
        (error: unknown) => {
          if (!(error instanceof Open311Error)) throw error;
          return error;
        },
      ),
    ),
  );
}

let read = 0;
const prototype = Object.getOwnPropertyNames(Object.prototype).join();
afterEach(() => assert.equal(Object.getOwnPropertyNames(Object.prototype).join(), prototype));
after(() => console.log(`hostile answers: ${read} read, 0 uncaught`));

describe('bad input', options, () => {
  it('of the JSON test suite is a result or an error, and never a receipt', async () => {
    const suite = readdirSync(`${folder}json-test-suite`);
    assert.ok(suite.length >= 173, `${suite.length} files`);
    for (const name of suite) {
      const text = new TextDecoder().decode(readFileSync(`${folder}json-test-suite/${name}`));
      for (const status of [200, 400, 500]) {
        const [, , , receipt] = await outcomes(text, status);
        const filed = !(receipt instanceof Open311Error) && Object.keys(receipt as object).length > 0;
        assert.ok(!filed, name);
        if (name.startsWith('n_') && status === 200 && receipt !== undefined)
          assert.ok(receipt instanceof Open311Error, name);
      }
      read++;
    }
  });

  it('that is made to break decoders is a result or an error', async () => {
    for (const { id, raw } of lines('json-hostile.jsonl')) {
      const [services, , , receipt] = await outcomes(String(raw));
      assert.ok(receipt instanceof Open311Error || !('token' in (receipt as object)), String(id));
      for (const service of Array.isArray(services) ? (services as object[]) : []) {
        assert.equal(Object.getPrototypeOf(service), Object.prototype);
      }
      read++;
    }
    assert.ok(!('polluted' in {}));
  });

  it('as words is kept as it is, in every field and in both formats', async () => {
    const naughty = lines('naughty-strings.jsonl').map(({ s }) => String(s));
    assert.ok(naughty.length >= 268);
    for (const words of naughty) {
      const said = /^\s*(null|nil)?\s*$/i.test(words) ? undefined : words.trim();
      const row = {
        service_request_id: words,
        status: 'open',
        description: words,
        address: words,
        media_url: words,
        lat: words,
      };
      const value = await wire.valueIn(JSON.stringify([{ ...row, service_request_id: 'a' }]));
      assert.equal(wire.decodeRequests(value)?.[0]?.description, said);
      assert.ok(wire.decodeRequests(value)?.[0]?.mediaUrls.every((url) => /^https?:/i.test(url)));
      const escaped = words.replace(/[&<>]/g, (each) => `&#${each.charCodeAt(0)};`);
      const xml = `<service_requests><request><service_request_id>a</service_request_id><description>${escaped}</description></request></service_requests>`;
      // What XML cannot carry is left out.
      // oxlint-disable-next-line no-control-regex
      const carried = words.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f\uFFFE\uFFFF]/g, '').trim();
      const inXml = wire.decodeRequests(await wire.valueIn(xml))?.[0];
      assert.equal(inXml?.description, /^(null|nil)?$/i.test(carried) ? undefined : carried);
      await outcomes(JSON.stringify([row]));
      await outcomes(words);
      read++;
    }
  });
});

describe('a receipt', () => {
  it('is never made of what is none', async () => {
    for (const text of [
      '[{"service_request_id":true}]',
      '[{"service_request_id":{"$oid":"1"}}]',
      '[{"service_request_id":["1","2"]}]',
      '[{"service_request_id":1e400}]',
      '[{"token":false}]',
      '[{"service_request_id":"1"},{"service_request_id":"2"}]',
      '[{"service_request_id":null,"message":"no"}]',
      '[{"service_request_id":"","code":400,"description":"no"}]',
      '{"service_request_id":"1"',
      '[{"service_request_id":"1"}],',
      '<service_requests><request><service_request_id>1</service_request_id></request>',
      '<request><service_request_id>1</service_request_id></request><request/>',
      '<html><service_request_id>1</service_request_id></html>',
      '["1"]',
      '"1"',
      '1',
    ]) {
      const [, , , receipt] = await outcomes(text);
      assert.ok(receipt instanceof Open311Error, text);
    }
  });
});

describe('depth', () => {
  it('of lists, objects and elements ends nothing', async () => {
    for (const text of [
      '['.repeat(100_000) + ']'.repeat(100_000),
      '{"errors":'.repeat(5000) + '1' + '}'.repeat(5000),
      '{"service_requests":'.repeat(5000) + '[]' + '}'.repeat(5000),
      `[{"service_request_id":${'['.repeat(5000)}1${']'.repeat(5000)}}]`,
      `[{"code":1,"detail":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}]`,
      '<a>'.repeat(100_000),
    ]) {
      await outcomes(text);
    }
  });
});

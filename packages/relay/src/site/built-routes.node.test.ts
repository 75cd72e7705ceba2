import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { siteRoutes, type SiteOptions } from '../site.ts';
import { builtFolder } from './built-folder.ts';

const home = mkdtempSync(join(tmpdir(), 'citydesk-built-'));
after(() => rmSync(home, { recursive: true, force: true }));
const written: Readonly<Record<string, string>> = {
  'package.json': '{ "version": "1.2.3" }',
  'secret.js': 'secret',
  'dist/citydesk.js': `import './citydesk/form-C14OIfLS.js';${' '.repeat(500)}`,
  'dist/citydesk.d.ts': 'export {};',
  'dist/.hidden.js': 'secret',
  'dist/known-services.js': 'no hash at the end of this name',
  'dist/citydesk/form-C14OIfLS.js': 'export const form = 1;',
  'dist/citydesk/manifest.json': '{}',
};
mkdirSync(join(home, 'dist/citydesk'), { recursive: true });
for (const [name, text] of Object.entries(written)) writeFileSync(join(home, name), text);
symlinkSync(join(home, 'secret.js'), join(home, 'dist/linked.js'));

const options: SiteOptions = {
  city: { services: () => Promise.reject(new Error('no')), serviceDefinition: () => Promise.reject(new Error('no')) },
  submit: () => Promise.reject(new Error('no')),
  secret: 'x',
  cityName: 'Test city',
  files: builtFolder(join(home, 'package.json')),
};
const app = siteRoutes(options);
const get = async (path: string, headers = {}, method = 'GET') =>
  app.fetch(new Request(`http://relay.test${path}`, { headers, method }));

const forever = 'public, max-age=31536000, immutable';

describe('the built files', () => {
  it('are kept for ever where their address holds a hash or a version, else for minutes', async () => {
    const cases = {
      '/citydesk/citydesk.js': 'public, max-age=300, must-revalidate',
      '/citydesk/known-services.js': 'public, max-age=300, must-revalidate',
      '/citydesk/citydesk/manifest.json': 'public, max-age=300, must-revalidate',
      '/citydesk/citydesk/form-C14OIfLS.js': forever,
      '/citydesk/1.2.3/citydesk.js': forever,
      '/citydesk/1.2.3/citydesk/form-C14OIfLS.js': forever,
    };
    for (const [path, caching] of Object.entries(cases)) {
      const answer = await get(path);
      assert.deepEqual([path, answer.status, answer.headers.get('cache-control')], [path, 200, caching]);
    }
  });

  it('can be loaded by pages of any origin, as what they are', async () => {
    const { headers } = await get('/citydesk/citydesk.js', { Origin: 'https://www.example.gov' });
    assert.equal(headers.get('access-control-allow-origin'), '*');
    assert.equal(headers.get('cross-origin-resource-policy'), 'cross-origin');
    assert.equal(headers.get('content-type'), 'text/javascript; charset=utf-8');
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
  });

  it('are not sent again to whoever has them', async () => {
    const { headers } = await get('/citydesk/citydesk.js');
    const etag = headers.get('etag') ?? '';
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const answer = await get('/citydesk/citydesk.js', { 'If-None-Match': known });
      assert.deepEqual([answer.status, await answer.text(), answer.headers.get('etag')], [304, '', etag]);
    }
    assert.equal((await get('/citydesk/citydesk.js', { 'If-None-Match': '"other"' })).status, 200);
  });

  it('come compressed to whoever takes it', async () => {
    const text = written['dist/citydesk.js'];
    for (const [accepts, encoding, unpack] of [
      ['gzip, br', 'br', brotliDecompressSync],
      ['br;q=0, gzip', 'gzip', gunzipSync],
      ['identity', null, (bytes: Buffer) => bytes],
    ] as const) {
      const answer = await get('/citydesk/citydesk.js', { 'Accept-Encoding': accepts });
      const bytes = Buffer.from(await answer.arrayBuffer());
      assert.equal(answer.headers.get('content-encoding'), encoding);
      assert.equal(answer.headers.get('content-length'), String(bytes.length));
      assert.equal(unpack(bytes).toString(), text);
    }
    const head = await get('/citydesk/citydesk.js', {}, 'HEAD');
    assert.deepEqual([head.headers.get('content-length'), await head.text()], [String(text?.length), '']);
  });

  it('stay for pages that name an older version, after the relay was updated', async () => {
    const versions = join(home, 'versions');
    const answers = async (path: string) => {
      const served = siteRoutes({ ...options, files: builtFolder(join(home, 'package.json'), versions) });
      const answer = await served.request(`http://relay.test/citydesk/${path}`);
      return answer.status === 200 ? answer.text() : answer.status;
    };
    const old = await answers('1.2.3/citydesk.js');
    writeFileSync(join(home, 'package.json'), '{ "version": "1.3.0" }');
    writeFileSync(join(home, 'dist/citydesk.js'), 'newer');
    try {
      assert.deepEqual(
        [await answers('1.2.3/citydesk.js'), await answers('1.3.0/citydesk.js'), await answers('citydesk.js')],
        [old, 'newer', 'newer'],
      );
      assert.deepEqual([await answers('1.2.4/citydesk.js'), await answers('1.2.3/..%2f..%2fsecret.js')], [404, 404]);
      assert.deepEqual(readdirSync(versions).sort(), ['1.2.3', '1.3.0']);
    } finally {
      for (const name of ['package.json', 'dist/citydesk.js']) writeFileSync(join(home, name), written[name] ?? '');
    }
  });

  it('are all that is there: nothing beside, above, hidden, linked or of another version', async () => {
    for (const path of [
      ...[
        '..%2fsecret.js',
        '%2e%2e/secret.js',
        '..%5csecret.js',
        'citydesk/..%2f..%2fsecret.js',
        'linked.js',
        '.hidden.js',
      ],
      ...[
        'citydesk.d.ts',
        'package.json',
        '9.9.9/citydesk.js',
        '1.2.3/1.2.3/citydesk.js',
        '',
        'citydesk',
        'citydesk/',
        '%00.js',
      ],
      ...['%E0%A4%A', 'citydesk.js/', '/citydesk.js', 'citydesk.js%20', 'toString.js', '__proto__'],
    ]) {
      const answer = await get(`/citydesk/${path}`);
      assert.deepEqual([path, answer.status], [path, 404]);
      assert.doesNotMatch(await answer.text(), /secret/);
    }
  });

  it('are those of the package, too', async () => {
    const { version } = builtFolder();
    assert.match(version, /^\d+\.\d+\.\d+/);
  });
});

describe('security.txt', () => {
  it('names whom to tell, until a day less than a year ahead', async () => {
    let now = Date.parse('2026-11-22T05:00:00Z');
    const told = siteRoutes({ ...options, securityContact: 'mailto:security@example.gov', now: () => now });
    for (; now < Date.parse('2027-11-22T05:00:00Z'); now += 86_400_000 * 7) {
      const answer = await told.request('http://relay.test/.well-known/security.txt?x');
      assert.equal(answer.headers.get('content-type')?.toLowerCase(), 'text/plain; charset=utf-8');
      const text = await answer.text();
      assert.match(text, /^Contact: mailto:security@example\.gov\nExpires: \d{4}-\d\d-\d\dT00:00:00Z\n/);
      assert.match(text, /\nCanonical: http:\/\/relay\.test\/\.well-known\/security\.txt\n$/);
      const days = (Date.parse(/Expires: (.*)/.exec(text)?.[1] ?? '') - now) / 86_400_000;
      assert.ok(days > 140 && days < 365, String(days));
    }
  });
  it('is not there where nobody is named', async () => {
    assert.equal((await get('/.well-known/security.txt')).status, 404);
  });
});

/** What the relay says of a configuration that cannot be used. */

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { settingsFrom } from './command.ts';
import { configFrom, ConfigError } from './config.ts';
import { ownSecret } from './own-secret.ts';
import { StartError } from './start-error.ts';

const upstream = 'https://311.example.gov/open311/v2/';
const folder = mkdtempSync(join(tmpdir(), 'citydesk-relay-'));
after(() => rmSync(folder, { recursive: true }));

const complaint = (written: unknown): string => {
  try {
    configFrom(written);
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.message;
  }
  return '';
};

describe('a configuration', () => {
  it('needs no more than the city’s endpoint', () => {
    const config = configFrom({ upstream });
    assert.equal(config.base, '/open311/v2/');
    assert.deepEqual(config.origins, []);
    assert.equal(config.withoutOrigin, 'reading');
    assert.equal(config.limits.idsPerHour, 60);
  });

  it('may name a city on this computer without encryption', () => {
    for (const host of ['localhost', '127.0.0.1:8311', '[::1]:80'])
      configFrom({ upstream: `http://${host}/open311/v2/` });
  });

  const bad: readonly (readonly [string, unknown, RegExp])[] = [
    ['without an upstream', {}, /"upstream" is missing. Write the address .* or use --upstream/],
    [
      'with an upstream that is no address',
      { upstream: '311.example.gov' },
      /"upstream" is no web address. Write one like "https:/,
    ],
    ['with an upstream on http', { upstream: 'http://311.example.gov/' }, /"upstream" has to begin with https:/],
    [
      'with an upstream that only looks like this computer',
      { upstream: 'http://localhost.evil.example/' },
      /has to begin with https/,
    ],
    [
      'with a password in the upstream',
      { upstream: 'https://a:b@c.example/' },
      /"upstream" has to be the bare address/,
    ],
    ['with an argument in the upstream', { upstream: `${upstream}?a=b` }, /"upstream" has to be the bare address/],
    ['with an upstream of files', { upstream: 'file:///etc/passwd' }, /"upstream" is no web address/],
    ['with a key that is mistyped', { upstream, orgins: '*' }, /There is no setting "orgins". Do you mean "origins"\?/],
    ['with a key in another spelling', { upstream, public_url: 'https://a.example' }, /Do you mean "publicUrl"\?/],
    ['with a key nobody knows', { upstream, banana: 1 }, /There is no setting "banana". Take it out./],
    ['with the city’s key in the file', { upstream, apiKey: 'x' }, /"apiKey". Put the key into .* CITYDESK_API_KEY/],
    ['with a secret in the file', { upstream, secret: 'x' }, /CITYDESK_RELAY_SECRET/],
    ['with a key of another room', { upstream, limits: { burst: 1 } }, /There is no setting "burst" in "limits"/],
    ['with a port beyond all', { upstream, port: 70_000 }, /"port" has to be 65535 at most/],
    ['with a port in quotes', { upstream, port: '80' }, /"port" has to be a number, without quotes/],
    ['with half a port', { upstream, port: 80.5 }, /"port" has to be a whole number/],
    ['with a limit of nothing', { upstream, limits: { idsPerHour: 0 } }, /"limits.idsPerHour" has to be 1 or more/],
    ['with no time', { upstream, timeout: -1 }, /"timeout" has to be 100 or more/],
    ['with an origin that is an address', { upstream, origins: ['https://a.example/'] }, /"origins(.0)?" is/],
    ['with origins that are no list', { upstream, origins: 'https://a.example' }, /"origins" is "\*" or a list/],
    ['with a preset nobody knows', { upstream, preset: 'atlantis' }, /"preset" is one of "bloomington", /],
    ['with a zone nobody knows', { upstream, zone: 'Mars/Olympus' }, /"zone" is no time zone/],
    ['with a path without slashes', { upstream, base: 'open311' }, /"base" is no path/],
    ['with too many proxies', { upstream, trustProxy: 99 }, /"trustProxy" has to be 10 at most/],
    ['that is a list', [], /has to be an object/],
  ];
  for (const [title, written, words] of bad) {
    it(`${title} is refused, with a word on what to write`, () => assert.match(complaint(written), words));
  }

  it('is told all mistakes at once', () => {
    assert.equal(complaint({ port: -1, banana: 1 }).split('\n').length, 3);
  });
});

describe('the command line', () => {
  const file = join(folder, 'relay.json');

  it('wins over the file', () => {
    writeFileSync(file, JSON.stringify({ upstream, port: 1, jurisdictionId: 'a' }));
    const config = settingsFrom([
      '--config',
      file,
      '--port',
      '0',
      '--origin',
      'https://a.example',
      '--origin',
      'https://b.example',
    ]);
    assert.ok(config !== 'help');
    assert.deepEqual(
      [config.port, config.jurisdictionId, config.origins],
      [0, 'a', ['https://a.example', 'https://b.example']],
    );
  });

  const bad: readonly (readonly [string, string | undefined, readonly string[], RegExp])[] = [
    ['a file that is not there', undefined, ['--config', join(folder, 'none.json')], /There is no file .*none.json/],
    ['a file that is no JSON', '{ upstream', ['--config', file], /is no JSON/],
    ['a file with a list', '[]', ['--config', file], /one object, in curly brackets/],
    ['an option nobody knows', undefined, ['--banana'], /Unknown option '--banana'[^]*Usage:/],
    ['a port of letters', undefined, ['--upstream', upstream, '--port', 'http'], /http is no number. Write --port/],
  ];
  for (const [title, text, args, words] of bad) {
    it(`says what is wrong with ${title}`, () => {
      if (text !== undefined) writeFileSync(file, text);
      assert.throws(
        () => settingsFrom(args),
        (error) => error instanceof StartError && words.test(error.message),
      );
    });
  }
});

describe('the secret', () => {
  it('is made once and kept where only its owner reads it', () => {
    const file = join(folder, 'kept', 'secret');
    const secret = ownSecret(undefined, file);
    assert.ok(secret.length >= 32);
    assert.equal(ownSecret(undefined, file), secret);
  });

  it('comes from the environment where relays share their keys, and is long', () => {
    assert.throws(() => ownSecret(undefined, undefined), /set CITYDESK_RELAY_SECRET/);
    assert.throws(() => ownSecret('short', undefined), /32 characters or more/);
  });
});

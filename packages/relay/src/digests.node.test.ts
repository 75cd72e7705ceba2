import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hex, hmac, sha256 } from './digests.ts';

describe('a digest', () => {
  const utf8 = new TextEncoder();
  for (const text of ['', 'abc', 'Straße 🚧', 'x'.repeat(10_000)]) {
    it(`is what Web Crypto makes of it: ${text.slice(0, 10)}`, async () => {
      assert.equal(
        hex(await sha256(text)),
        hex(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8.encode(text)))),
      );
      const algorithm = { name: 'HMAC', hash: 'SHA-256' };
      const key = await crypto.subtle.importKey('raw', utf8.encode('secret ü'), algorithm, false, ['sign']);
      const signed = new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8.encode(text)));
      assert.equal(hex(await hmac('secret ü')(text)), hex(signed));
    });
  }
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { signedLink } from './signed-link.ts';
import { secret } from './test-kit.ts';

const links = signedLink(secret);
const noon = new Date('2026-11-19T12:00:00Z');
const later = new Date(+noon + 1000);
const word = links.make('do', ['26-00012', 'streets', '0'], later);

describe('a signed link', () => {
  it('gives back what was put into it, in one segment of an address', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string({ unit: 'grapheme' })), (purpose, content) => {
        fc.pre(JSON.stringify(content).length < 400);
        const token = links.make(purpose, content, later);
        assert.match(token, /^[\w-]+\.[\w-]{43}$/);
        assert.deepEqual(links.read(purpose, token, noon), { content });
      }),
    );
  });

  it('holds until the moment it names, and not at that moment', () => {
    assert.deepEqual(links.read('do', word, new Date(+later - 1)), { content: ['26-00012', 'streets', '0'] });
    assert.equal(links.read('do', word, later), 'expired');
    assert.equal(links.read('do', word, new Date('2036-01-01')), 'expired');
  });

  it('serves no other purpose, and no relay with another secret', () => {
    assert.equal(links.read('alert', word, noon), 'forged');
    assert.equal(links.read('do ', word, noon), 'forged');
    assert.equal(signedLink(`${secret}!`).read('do', word, noon), 'forged');
    assert.equal(links.read('a', links.make('a b', ['c'], later), noon), 'forged');
  });

  it('is forged with any letter changed, cut off, added or put elsewhere', () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ %';
    for (let at = 0; at < word.length; at++) {
      for (const letter of letters.replace(word[at]!, '')) {
        assert.equal(links.read('do', word.slice(0, at) + letter + word.slice(at + 1), noon), 'forged');
      }
      assert.equal(links.read('do', word.slice(0, at), noon), 'forged');
      assert.equal(links.read('do', `${word.slice(0, at)}A${word.slice(at)}`, noon), 'forged');
    }
    for (const more of ['.', '=', 'A', '\n', word, ` ${word}`]) {
      assert.equal(links.read('do', word + more, noon), 'forged');
    }
  });

  it('takes no longer life than it was given', () => {
    const [, signature] = word.split('.');
    const said = Buffer.from(JSON.stringify([+later + 1e12, '26-00012', 'streets', '0'])).toString('base64url');
    assert.equal(links.read('do', `${said}.${signature}`, noon), 'forged');
  });

  it('is forged whatever else somebody sends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (text) => {
        assert.equal(links.read('do', text, noon), 'forged');
      }),
    );
    assert.equal(links.read('do', 'A'.repeat(1e6), noon), 'forged');
  });
});

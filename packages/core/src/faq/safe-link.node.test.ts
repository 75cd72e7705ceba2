import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { safeLink } from './safe-link.ts';

const page = 'https://city.example/faq/';
const isSafe = (address: string) => {
  try {
    return /^(https?|mailto|tel):$/.test(new URL(address, page).protocol);
  } catch {
    return true;
  }
};

describe('a safe link', () => {
  it('is of the web, for mail or phone, or of this site', () => {
    for (const address of [
      'https://a.example/',
      'HTTP://a.example',
      'mailto:a@b.example',
      'tel:+1-555-0100',
      '/pay/',
      '#a',
      '?a=b:c',
      'a/b:c',
      './a',
      '//a.example/',
    ])
      assert.equal(safeLink(address), address);
    assert.equal(safeLink(' \u0001https://a.exa\nmple/ '), 'https://a.example/');
  });

  it('is nothing else', () => {
    for (const address of [
      '',
      '  ',
      'javascript:alert(1)',
      ' JaVa\tScript:alert(1)',
      '\u0000javascript:1',
      'java\nscript:1',
      'data:text/html,x',
      'blob:https://a.example/1',
      'vbscript:x',
      'file:///etc/passwd',
      'view-source:x',
      'a:b',
    ])
      assert.equal(safeLink(address), undefined, address);
  });

  it('never leads a browser to another scheme', () => {
    const part = fc.constantFrom(
      'javascript',
      'data',
      ':',
      '\t',
      '\n',
      '\r',
      ' ',
      '\0',
      '\u001f',
      '\u00a0',
      '/',
      '\\',
      '?',
      '#',
      'https',
      'a',
      '&Tab;',
      '%0a',
      '\ufeff',
    );
    const hostile = fc.oneof(
      fc.array(part).map((parts) => parts.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(hostile, (address) => isSafe(safeLink(address) ?? '')),
      { numRuns: 5000 },
    );
  });

  const corpora = fileURLToPath(new URL('../../../../../shared/corpora/', import.meta.url));
  const options = { skip: !existsSync(corpora) && !process.env['CI'] && 'the corpora are not on this machine' };
  it('is told from others in addresses that test browsers', options, () => {
    const lines = (name: string) =>
      readFileSync(corpora + name, 'utf8')
        .split('\n')
        .filter(Boolean);
    const addresses = [...lines('urls-wpt.jsonl'), ...lines('media-urls.jsonl')].flatMap((line) =>
      Object.values(JSON.parse(line) as object).filter((value): value is string => typeof value === 'string'),
    );
    assert.ok(addresses.length > 456);
    for (const address of addresses) assert.ok(isSafe(safeLink(address) ?? ''), address);
    console.log(`addresses: ${addresses.length} run of ${addresses.length} expected`);
  });
});

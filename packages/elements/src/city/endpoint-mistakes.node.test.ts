import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addressMistake, isMixed } from './endpoint-mistakes.ts';

const page = 'https://www.example.gov/report/';

describe('an endpoint', () => {
  it('that is missing or no web address is told with one that would do', () => {
    assert.match(addressMistake(undefined, page)!, /^there is no endpoint\. Write endpoint="https:\/\//);
    for (const endpoint of ['http://', 'htp://311.example.gov/', 'mailto:a@example.gov', 'https://a b/']) {
      const told = addressMistake(endpoint, page)!;
      assert.ok(told.startsWith(`endpoint="${endpoint}" is no web address. Write one like endpoint="https://`), told);
    }
  });

  it('that is an address is not, and may be relative to the page', () => {
    for (const endpoint of ['/open311/v2/', 'https://311.example.gov/open311/v2/', 'http://localhost:8311/'])
      assert.equal(addressMistake(endpoint, page), undefined);
  });

  it('on an encrypted page has to be encrypted, but on the device itself', () => {
    assert.equal(isMixed('http://311.example.gov/v2/', page), true);
    for (const fine of ['https://311.example.gov/v2/', '/v2/', 'http://localhost:8311/', 'http://127.0.0.1/'])
      assert.equal(isMixed(fine, page), false, fine);
    assert.equal(isMixed('http://311.example.gov/v2/', 'http://www.example.gov/'), false);
  });
});

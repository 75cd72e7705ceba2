import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { longestDescription } from '../request/problems.ts';
import { referenceLength, referenceOf, withReference } from './reference.ts';

describe('the reference of a report', () => {
  it('is made of its id, and always the same', () => {
    const id = '7f6d2b9c-3a51-4c0e-9d1f-2b7a64c1e003';
    assert.equal(referenceOf(id), referenceOf(id.toUpperCase()));
    assert.match(referenceOf(id), /^CD-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  it('is another one for each of 10,000 reports', () => {
    const words = Array.from({ length: 10_000 }, () => referenceOf(crypto.randomUUID()));
    assert.equal(new Set(words).size, words.length);
  });

  it('stands behind the words of the report, once', () => {
    const reference = referenceOf('00000000-0000-4000-8000-000000000000');
    const said = withReference('It is deep. ', reference);
    assert.equal(said, 'It is deep.\n\n(Reference CD-0000-0000)');
    assert.equal(said.length, 'It is deep.'.length + referenceLength);
    assert.equal(longestDescription + referenceLength, 4000);
    assert.equal(withReference(said, reference), said);
    assert.equal(withReference(undefined, reference), '(Reference CD-0000-0000)');
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readWords } from './witness.ts';

describe('the witness', () => {
  const page = (words: string) =>
    `Report a problem\nStep 2 of 2\n${words}\nRather talk to a person?\nCall 269-555-0142.`;

  it('reads the number off the receipt, and off the note on a later visit', () => {
    const receipt = page('Graffiti, 12 Main St\nThe city has your report\nReport number\n26-01882\nWhat happens next');
    assert.deepEqual(readWords(receipt), { said: 'confirmed', number: '26-01882' });
    const card = page('The city has your report from 10:42 (Graffiti, 12 Main St) now.\nIts number is 26-01882.');
    assert.deepEqual(readWords(card), { said: 'confirmed', number: '26-01882' });
  });

  it('takes no doubt for a receipt', () => {
    assert.equal(readWords(page('We are finding out if the city has your report')).said, 'unknown');
    assert.equal(readWords(page('We cannot tell if the city has your report\nCall 269-555-0142')).said, 'held');
    assert.equal(readWords(page('Your report is not sent yet')).said, 'unknown');
    assert.equal(
      readWords(page('The city did not take the report yet\nThe city says: “phone required”')).said,
      'rejected',
    );
    assert.equal(readWords(page('What is the problem?')).said, 'nothing');
  });
});

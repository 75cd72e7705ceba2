import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { textOf } from '../workspace.ts';
import type { Proof } from './prove.ts';
import { faultsOf, rowsOf, verbs, withTable } from './table.ts';

const proof = (verb: string): Proof => ({ verb, figure: '3 of 3', holds: true });
const place = 'Above\n\n<!-- proven: npm run proven writes this -->\n<!-- /proven -->\n\nBelow\n';

describe('the table of what is tested', () => {
  it('has a row for each verb, and none where one has not run or has failed', () => {
    assert.equal(rowsOf(proof).length, verbs.length);
    assert.deepEqual(faultsOf(proof), []);
    const without = (verb: string) => (verb === 'acr' ? undefined : proof(verb));
    assert.deepEqual(faultsOf(without), ['acr has not run as a whole. Run it: npm run acr']);
    const failed = (verb: string) => ({ ...proof(verb), holds: verb !== 'acr' });
    assert.deepEqual(faultsOf(failed), ['acr has failed: 3 of 3. Run it again: npm run acr']);
    assert.equal(rowsOf(failed).length, verbs.length - 1);
  });

  it('takes the place of the one before, and leaves the rest alone', () => {
    const once = withTable(place, rowsOf(proof));
    assert.match(once, /^Above\n[^]*\| `npm run a11y` \|[^]*\| 3 of 3 \|[^]*\nBelow\n$/);
    assert.equal(withTable(once, rowsOf(proof)), once);
    assert.throws(() => withTable('Nothing', []), /no place/);
  });

  it('stands in the README', () => {
    assert.doesNotThrow(() => withTable(textOf('README.md'), []));
  });
});

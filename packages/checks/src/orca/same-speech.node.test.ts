import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { differencesIn } from './same-speech.ts';

const committed = `## A look-up

### Follow a report

- **Tab** form | Report number entry. | It is on your receipt.
- **“318 ho”** expanded _2 places found. Press the down arrow to reach them._
- **Enter** Report number entry qwertz. | invalid entry. | It is on your receipt. We found no report. | It is on your receipt. We found no report.
- **Tab** List with 4 items. | Copy the link push button.
- **Tab** Keep this report check box not checked.
`;

const against = (change: (text: string) => string, of = 'A look-up') =>
  differencesIn(committed, change(committed), new Set([of]));
const nothing = { lost: [], added: [] };

describe('What two transcripts say', () => {
  it('is the same where Orca says a name once more, a hint once, or parts a breath in two', () => {
    assert.deepEqual(
      against((text) => text.replace('** expanded', '** Report number entry expanded')),
      nothing,
    );
    assert.deepEqual(
      against((text) => text.replace(/( \| It is on your receipt. We found no report.){2}/, '$1')),
      nothing,
    );
    assert.deepEqual(
      against((text) => text.replace('receipt. We found', 'receipt. | We found')),
      nothing,
    );
    assert.deepEqual(
      against((text) => text.replace('Report number entry qwertz', 'main content | entry qwertz')),
      nothing,
    );
  });

  const changes: readonly (readonly [what: string, from: string | RegExp, to: string])[] = [
    ['a hint', /It is on your receipt\./g, ''],
    ['a label', /Report number entry/g, 'entry'],
    ['a role', 'Copy the link push button', 'Copy the link'],
    ['an error', /We found no report\./g, ''],
    ['that a field is wrong', 'invalid entry.', ''],
    ['a state', 'not checked', 'checked'],
    ['that a list has opened', '** expanded', '**'],
    ['an announcement', /_.*_/, ''],
    ['that it is announced', /_(.*)_/, '$1'],
    ['a place to stop at', /- .*Copy the link.*\n/, ''],
    ['how long a list is', '4 items', '3 items'],
  ];
  for (const [what, from, to] of changes) {
    it(`is not the same without ${what}`, () => {
      const { lost } = against((text) => text.replace(from, to));
      assert.ok(lost.length > 0);
    });
  }

  it('is not the same with a place to stop at that was not there, and says where', () => {
    assert.deepEqual(
      against((text) => `${text}- **Tab** Follow this report link.\n`),
      { lost: [], added: ['A look-up, Follow a report: follow this report link'] },
    );
  });

  it('is compared for the walks that were walked, and no others', () => {
    assert.deepEqual(
      against(() => '', 'An answer'),
      nothing,
    );
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { brokenPromises, judge, paceOf, sumsOf, type CityRow, type Submitted, type Witness } from './judge.ts';

const confirmed = (number?: string): Witness => ({ said: 'confirmed', words: 'The city has your report', number });
const saying = (said: Witness['said']): Witness => ({ said, words: said });

function sent(change: Partial<Submitted> = {}): Submitted {
  return {
    marker: 'LAB-1',
    way: 'relay',
    fault: 'reset',
    leg: 'far',
    committed: 'yes',
    rejects: false,
    fired: 1,
    cuts: [true],
    witness: confirmed('1'),
    sentAt: 1000,
    faultEnded: 2000,
    arrivedAt: 1500,
    ...change,
  };
}

const row = (id = '1', marker = 'LAB-1'): CityRow => ({ id, description: `A hole. ${marker}` });
const foundOf = (submitted: Submitted, ...rows: readonly CityRow[]) => judge([submitted], rows, 20)[0]!.findings;

describe('the judge', () => {
  it('has nothing to say of a report that is there once and is said to be', () => {
    assert.deepEqual(foundOf(sent(), row()), []);
  });

  it('sees a report that is lost though the screen said it was sent', () => {
    assert.deepEqual(foundOf(sent({ cuts: [], arrivedAt: undefined })), ['lost', 'false sent', 'late']);
  });

  it('sees a report that is lost without a word', () => {
    const lost = foundOf(sent({ witness: saying('nothing'), cuts: [], arrivedAt: undefined }));
    assert.ok(lost.includes('lost') && lost.includes('said nothing'));
  });

  it('calls nothing lost that the screen says is not sent, held or rejected', () => {
    for (const said of ['unknown', 'held', 'rejected'] as const) {
      const found = foundOf(sent({ witness: saying(said), rejects: true, cuts: [], arrivedAt: undefined }));
      assert.deepEqual(found, [], said);
    }
  });

  it('sees a report that was filed twice', () => {
    assert.deepEqual(foundOf(sent(), row('1'), row('2')), ['twice']);
  });

  it('sees a receipt with the number of another report', () => {
    assert.deepEqual(foundOf(sent({ witness: confirmed('2') }), row('1'), row('2', 'LAB-2')), ['false sent']);
    assert.deepEqual(foundOf(sent({ witness: confirmed() }), row('1')), []);
  });

  it('sees a refusal of what the city has', () => {
    assert.deepEqual(foundOf(sent({ witness: saying('rejected'), rejects: true }), row()), [
      'said rejected, and has it',
    ]);
  });

  it('gives each report 90 seconds of real life from the end of its fault', () => {
    assert.deepEqual(foundOf(sent({ cuts: [], arrivedAt: 2000 + 4500 }), row()), []);
    assert.deepEqual(foundOf(sent({ cuts: [], arrivedAt: 2000 + 4501 }), row()), ['late']);
    assert.deepEqual(foundOf(sent({ arrivedAt: 2000 + 4501, way: 'direct' }), row()), []);
    assert.deepEqual(foundOf(sent({ arrivedAt: 2000 + 4501, rejects: true }), row()), []);
  });

  it('adds the time that the machine itself takes where nothing stands in the way', () => {
    const slow = Array.from({ length: 100 }, (_, at) =>
      sent({ marker: `LAB-${at}x`, arrivedAt: 1000 + 10 * (at + 1) }),
    );
    assert.equal(paceOf(slow), 900);
    const after = (ms: number) =>
      judge([...slow, sent({ cuts: [], arrivedAt: 2000 + ms })], [row()], 20).at(-1)!.findings;
    assert.deepEqual(after(4500 + 900), []);
    assert.deepEqual(after(4500 + 901), ['late']);
    const never = judge([...slow, sent({ cuts: [], arrivedAt: undefined })], [row()], 20).at(-1)!.findings;
    assert.deepEqual(never, ['late'], 'what never came is late on any machine');
  });

  it('needs the row at the cut where the fault says that it is there, and not before it says so', () => {
    assert.deepEqual(foundOf(sent({ cuts: [true, false] }), row()), ['not committed']);
    assert.deepEqual(foundOf(sent({ committed: 'no', cuts: [true] }), row()), ['committed too early']);
    assert.deepEqual(foundOf(sent({ committed: 'unknown', cuts: [false] }), row()), []);
  });

  it('keeps its promises to the letter', () => {
    const good = Array.from({ length: 100 }, (_, at) => sent({ marker: `LAB-${at}x`, witness: confirmed(String(at)) }));
    const rows = good.map(({ marker }, at) => row(String(at), marker));
    const kept = judge(good, rows, 20);
    assert.deepEqual(brokenPromises(sumsOf(kept), kept), []);

    const oneLate = judge(
      [...good.slice(1), sent({ marker: 'LAB-0x', witness: confirmed('0'), arrivedAt: 99_999 })],
      rows,
      20,
    );
    assert.deepEqual(brokenPromises(sumsOf(oneLate), oneLate), [], 'one in a hundred may be late');
    const twoLate = judge(
      good.map((one, at) => (at < 2 ? { ...one, arrivedAt: 99_999 } : one)),
      rows,
      20,
    );
    assert.match(brokenPromises(sumsOf(twoLate), twoLate).join(), /^2 of 100 acceptable/);

    const lost = judge(good, rows.slice(1), 20);
    assert.match(brokenPromises(sumsOf(lost), lost).join(), /1 lost without a word.*1 said to be sent/);
    const twice = judge(good, [...rows, row('x', 'LAB-7x')], 20);
    assert.match(brokenPromises(sumsOf(twice), twice).join(), /1 filed twice/);
    const silent = judge([sent({ witness: saying('nothing') })], [row()], 20);
    assert.match(brokenPromises(sumsOf(silent), silent).join(), /1 were sent, but 0 confirmed/);
    const complained = judge([sent({ complaint: 'a blank page' })], [row()], 20);
    assert.match(brokenPromises(sumsOf(complained), complained).join(), /complaint: reset far \(LAB-1: a blank page\)/);
  });
});

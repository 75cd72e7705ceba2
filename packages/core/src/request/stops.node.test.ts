import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { after, graffiti, looking, placing } from '../../test/reports.ts';
import { stepsOf } from './journey-state.ts';
import { advance } from './advance.ts';

const urgent = { is: 'urgent', key: 'urgent gas', danger: 'gas' } as const;
const county = { name: 'St. Joseph County Roads', serviceCode: 'road_surface' } as const;

describe('a stop', () => {
  const stopped = after(
    looking(),
    { type: 'edited', change: { words: 'smell of gas' } },
    { type: 'stopped', stop: urgent },
  );

  it('takes the place of the screen, and the heading the focus', () => {
    assert.ok(stopped.phase === 'filling');
    assert.equal(stopped.stop, urgent);
    assert.equal(stopped.focus, 'heading');
  });

  it('gives the same screen back with all that was typed, and does not ask again', () => {
    const passed = advance(stopped, { type: 'passed' });
    assert.ok(passed.phase === 'filling' && stopped.phase === 'filling');
    assert.equal(passed.stop, undefined);
    assert.equal(passed.step, stopped.step);
    assert.equal(passed.draft.words, 'smell of gas');
    assert.equal(advance(passed, { type: 'stopped', stop: urgent }), passed);
  });

  it('is left by going anywhere else', () => {
    const gone = advance(stopped, { type: 'went', step: 'where' });
    assert.ok(gone.phase === 'filling');
    assert.equal(gone.stop, undefined);
  });
});

describe('a report that somebody else takes over', () => {
  const ours = after(
    placing(),
    { type: 'placed', words: 'Constantine Rd' },
    { type: 'answered', code: 'size', answer: 'large' },
  );
  const theirs = after(ours, { type: 'handed-over', owner: county });

  it('goes on with their services and questions, and keeps what was entered', () => {
    assert.equal(theirs.services.is, 'loading');
    assert.equal(theirs.definition.is, 'loading');
    assert.equal(theirs.draft.serviceCode, 'road_surface');
    assert.equal(theirs.draft.place.words, 'Constantine Rd');
    assert.deepEqual(theirs.draft.answers, { size: 'large' });
    assert.ok(theirs.phase === 'filling' && theirs.step === 'questions');
  });

  it('asks for the kind of problem where their word for it is not known', () => {
    const asked = after(ours, { type: 'handed-over', owner: { name: 'The county' } });
    assert.ok(asked.phase === 'filling' && asked.step === 'what');
    assert.equal(asked.definition.is, 'idle');
    assert.ok(stepsOf(asked).includes('what'));
  });

  it('comes back to the city with the city’s own code', () => {
    const back = after(theirs, { type: 'handed-over' });
    assert.equal(back.owner, undefined);
    assert.equal(back.ownCode, undefined);
    assert.equal(back.draft.serviceCode, 'pothole');
  });

  it('leaves nothing of theirs to the next report', () => {
    const sent = after(
      theirs,
      { type: 'services-loaded', services: [{ ...graffiti, serviceCode: 'road_surface' }] },
      { type: 'definition-loaded', serviceCode: 'road_surface', definition: { serviceCode: '', attributes: [] } },
      { type: 'send' },
      { type: 'sent', receipt: { serviceRequestId: 'C26-00012' } },
    );
    assert.equal(sent.owner, county);
    const next = after(sent, { type: 'again', keep: 'kind' });
    assert.equal(next.owner, undefined);
    assert.equal(next.services.is, 'loading');
    assert.equal(next.draft.serviceCode, 'pothole');
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { attribute, graffiti, pothole, services } from '../../test/reports.ts';
import { fieldsFor } from './fields.ts';
import { stepsFor } from './steps.ts';

const ready = { is: 'ready', value: undefined } as const;
const question = fieldsFor({ serviceCode: '', attributes: [attribute('size')] });
const notice = fieldsFor({ serviceCode: '', attributes: [attribute('size', { variable: false })] });
const known = {
  services: { is: 'ready', value: services },
  service: pothole,
  definition: ready,
  fields: question,
  preset: false,
} as const;
const asking = ['what', 'where', 'questions', 'check'];
const asksNothing = ['what', 'where', 'check'];

describe('the steps of a report', () => {
  it('are all four where the service asks something', () => {
    assert.deepEqual(stepsFor(known), asking);
  });

  it('leave out the questions where there are none, or only notices', () => {
    assert.deepEqual(stepsFor({ ...known, fields: [] }), asksNothing);
    assert.deepEqual(stepsFor({ ...known, fields: notice }), asksNothing);
  });

  it('leave out the first where the page chose the service', () => {
    assert.deepEqual(stepsFor({ ...known, preset: true }), ['where', 'questions', 'check']);
  });

  it('follow what the list says of the service while its questions are on their way, or failed', () => {
    for (const is of ['loading', 'failed'] as const) {
      assert.deepEqual(stepsFor({ ...known, fields: [], definition: { is } }), asking);
      assert.deepEqual(stepsFor({ ...known, fields: [], definition: { is }, service: graffiti }), asksNothing);
    }
  });

  it('count the questions while nothing is chosen, unless no service of the city asks any', () => {
    const none = { ...known, service: undefined, fields: [], definition: { is: 'idle' } } as const;
    assert.deepEqual(stepsFor(none), asking);
    assert.deepEqual(stepsFor({ ...none, services: { is: 'loading' } }), asking);
    assert.deepEqual(stepsFor({ ...none, services: { is: 'ready', value: [graffiti] } }), asksNothing);
  });
});

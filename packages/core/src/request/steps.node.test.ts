import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Attribute } from '@citydesk/open311';
import { attribute, graffiti, pothole, services } from '../../test/reports.ts';
import { stepsFor } from './steps.ts';

const asks = (...attributes: readonly Attribute[]) =>
  ({ is: 'ready', value: { serviceCode: '', attributes } }) as const;
const notice = attribute('size', { variable: false });
const known = {
  services: { is: 'ready', value: services },
  service: pothole,
  definition: asks(attribute('size')),
  preset: false,
} as const;
const asking = ['what', 'where', 'questions', 'check'];
const asksNothing = ['what', 'where', 'check'];

describe('the steps of a report', () => {
  it('are all four where the service asks something', () => {
    assert.deepEqual(stepsFor(known), asking);
  });

  it('leave out the questions where there are none, or only notices', () => {
    assert.deepEqual(stepsFor({ ...known, definition: asks() }), asksNothing);
    assert.deepEqual(stepsFor({ ...known, definition: asks(notice) }), asksNothing);
  });

  it('leave out the first where the page chose the service', () => {
    assert.deepEqual(stepsFor({ ...known, preset: true }), ['where', 'questions', 'check']);
  });

  it('follow what the list says of the service while its questions are on their way, or failed', () => {
    for (const is of ['loading', 'failed'] as const) {
      assert.deepEqual(stepsFor({ ...known, definition: { is } }), asking);
      assert.deepEqual(stepsFor({ ...known, definition: { is }, service: graffiti }), asksNothing);
    }
  });

  it('count the questions while nothing is chosen, unless no service of the city asks any', () => {
    const none = { ...known, service: undefined, definition: { is: 'idle' } } as const;
    assert.deepEqual(stepsFor(none), asking);
    assert.deepEqual(stepsFor({ ...none, services: { is: 'loading' } }), asking);
    assert.deepEqual(stepsFor({ ...none, services: { is: 'ready', value: [graffiti] } }), asksNothing);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeErrors } from './decode-errors.ts';

const said = (answer: unknown, certain?: boolean) =>
  decodeErrors(answer, certain).map(({ code, description }) => `${code}|${description}`);

describe('errors', () => {
  it('are found in every shape servers give them', () => {
    assert.deepEqual(
      said([
        { code: 400, description: 'no' },
        { code: '103 - service_code', description: 'missing' },
      ]),
      ['400|no', '103 - service_code|missing'],
    );
    assert.deepEqual(said({ code: 400, description: 'no' }), ['400|no']);
    assert.deepEqual(said({ errors: [{ code: 1, description: 'no' }] }), ['1|no']);
    assert.deepEqual(said({ errors: { error: { code: 1, description: 'no' } } }), ['1|no']);
    assert.deepEqual(said({ error: { code: 1, description: 'no' } }), ['1|no']);
    assert.deepEqual(said({ error: 'no' }), ['|no']);
    assert.deepEqual(said({ errors: ['no', 'never'] }), ['|no', '|never']);
    assert.deepEqual(said([{ message: 'base is a duplicate' }]), ['|base is a duplicate']);
    assert.deepEqual(said({ type: 'x', code: 'middleware_26', message: 'no' }), ['middleware_26|no']);
    assert.deepEqual(said({ code: 404, detail: 'Not Found' }), ['404|Not Found']);
    assert.deepEqual(said({ code: 400, detail: ['Invalid API key'] }), ['400|Invalid API key']);
    assert.deepEqual(said({ code: 400, detail: { lat: ['A number.'], non_field_errors: ['No such code'] } }), [
      '400|lat: A number.',
      '400|No such code',
    ]);
  });

  it('are not seen in rows of something else', () => {
    for (const answer of [
      [],
      [{ service_code: 'A', description: 'Walls' }],
      [{ service_name: 'A', description: 'Walls' }],
      [{ code: 'A', description: 'How deep?', datatype: 'number' }],
      { success: true, id: 'x' },
      'Not found',
      null,
      undefined,
    ]) {
      assert.deepEqual(said(answer), [], JSON.stringify(answer));
    }
  });

  it('are seen in looser rows where the status says so', () => {
    assert.deepEqual(said([{ description: 'too long' }], true), ['|too long']);
    assert.deepEqual(said(['no'], true), ['|no']);
    assert.deepEqual(said('no', true), ['|no']);
    assert.deepEqual(said([{ code: 500 }, null, {}], true), ['500|']);
  });
});

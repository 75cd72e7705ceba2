import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { attribute, choices } from '../../test/reports.ts';
import { fieldsFor, questionsIn } from './fields.ts';

const fieldFor = (...given: Parameters<typeof attribute>) =>
  fieldsFor({ serviceCode: '', attributes: [attribute(...given)] })[0]!;

describe('the field for an attribute', () => {
  const kinds = {
    string: 'line',
    text: 'long',
    number: 'number',
    datetime: 'date',
    singlevaluelist: 'one-of',
    multivaluelist: 'many-of',
  } as const;
  for (const [datatype, kind] of Object.entries(kinds) as readonly [keyof typeof kinds, string][]) {
    it(`of datatype ${datatype} is ${kind}`, () => {
      assert.equal(fieldFor('size', { datatype, values: choices('a', 'b') }).kind, kind);
    });
  }

  it('that asks nothing is a notice, whatever its datatype', () => {
    const notice = fieldFor('dry', { variable: false, datatype: 'singlevaluelist', description: 'Dry days only.' });
    assert.deepEqual(notice, { kind: 'notice', code: 'dry', text: 'Dry days only.' });
  });

  it('carries question, hint, whether it is required, and the choices in their order', () => {
    assert.deepEqual(
      fieldFor('size', {
        datatype: 'singlevaluelist',
        required: true,
        description: 'How big?',
        datatypeDescription: 'A guess is fine.',
        values: choices('b', 'a'),
      }),
      {
        kind: 'one-of',
        code: 'size',
        question: 'How big?',
        hint: 'A guess is fine.',
        required: true,
        values: choices('b', 'a'),
      },
    );
  });

  it('without words asks by its code', () => {
    assert.deepEqual(questionsIn([fieldFor('usrn', { description: '' })])[0]?.question, 'usrn');
  });

  it('with a list of nothing is answered in words', () => {
    assert.equal(fieldFor('size', { datatype: 'multivaluelist' }).kind, 'line');
  });
});

describe('the fields of a definition', () => {
  it('stand in the order of the definition', () => {
    const attributes = ['c', 'a', 'b'].map((code) => attribute(code));
    assert.deepEqual(
      fieldsFor({ serviceCode: '', attributes }).map(({ code }) => code),
      ['c', 'a', 'b'],
    );
  });

  it('are none while there is none', () => {
    assert.deepEqual(fieldsFor(undefined), []);
  });

  it('that ask are those without the notices', () => {
    const attributes = [attribute('note', { variable: false }), attribute('size')];
    assert.deepEqual(
      questionsIn(fieldsFor({ serviceCode: '', attributes })).map(({ code }) => code),
      ['size'],
    );
  });
});

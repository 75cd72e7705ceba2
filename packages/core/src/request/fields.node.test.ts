import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Attribute, Condition, VisibleWhen } from '@citydesk/open311';
import { fieldsFor } from './fields.ts';
import type { Answers } from './draft.ts';

const asks = (code: string, rest: Partial<Attribute> = {}): Attribute => ({
  code,
  datatype: 'string',
  required: false,
  variable: true,
  order: 1,
  description: code,
  values: [],
  ...rest,
});
const when = (op: Condition['op'], code: string, ...values: string[]): VisibleWhen => ({
  match: 'all',
  conditions: [{ code, op, values }],
});
const shown = (attributes: readonly Attribute[], answers: Answers) =>
  fieldsFor({ serviceCode: 'A', attributes }, answers).map(({ code }) => code);

describe('a question that depends on an earlier answer', () => {
  it('is asked only after that answer', () => {
    const attributes = [asks('pet'), asks('breed', { visibleWhen: when('eq', 'pet', 'dog') })];
    assert.deepEqual(shown(attributes, {}), ['pet']);
    assert.deepEqual(shown(attributes, { pet: 'cat' }), ['pet']);
    assert.deepEqual(shown(attributes, { pet: 'dog' }), ['pet', 'breed']);
  });

  it('compares as the city says', () => {
    const fits = (op: Condition['op'], answer: string | readonly string[], ...values: string[]) =>
      shown([asks('a'), asks('b', { visibleWhen: when(op, 'a', ...values) })], { a: answer }).length === 2;
    assert.ok(fits('eq', ['x', 'y'], 'y', 'x') && !fits('eq', ['x'], 'y', 'x'));
    assert.ok(fits('neq', 'x', 'y') && !fits('neq', 'x', 'x'));
    assert.ok(fits('in', ['x', 'z'], 'z', 'y') && !fits('in', '', 'y'));
    assert.ok(fits('gt', '10', '9') && !fits('gt', '9', '9'));
    assert.ok(fits('gte', '9', '9') && fits('lt', '8', '9') && fits('lte', '9', '9') && !fits('lt', 'many', '9'));
  });

  it('needs all or any of its conditions', () => {
    const conditions: readonly Condition[] = [
      { code: 'a', op: 'eq', values: ['1'] },
      { code: 'b', op: 'eq', values: ['2'] },
    ];
    const attributes = (match: VisibleWhen['match']) => [
      asks('a'),
      asks('b'),
      asks('c', { visibleWhen: { match, conditions } }),
    ];
    assert.deepEqual(shown(attributes('any'), { b: '2' }), ['a', 'b', 'c']);
    assert.deepEqual(shown(attributes('all'), { b: '2' }), ['a', 'b']);
    assert.deepEqual(shown(attributes('all'), { a: '1', b: '2' }), ['a', 'b', 'c']);
  });

  it('is hidden with the question it depends on, whatever was answered there before', () => {
    const chain = [
      asks('a'),
      asks('b', { visibleWhen: when('eq', 'a', '1') }),
      asks('c', { visibleWhen: when('eq', 'b', '2') }),
    ];
    assert.deepEqual(shown(chain, { a: '0', b: '2' }), ['a']);
    assert.deepEqual(shown(chain, { a: '1', b: '2' }), ['a', 'b', 'c']);
  });

  it('offers the choices that fit, and is met only by a choice that is offered', () => {
    const attributes = [
      asks('where'),
      asks('kind', {
        datatype: 'singlevaluelist',
        values: [
          { key: 'T', name: 'Tree' },
          { key: 'L', name: 'Lamp', visibleWhen: when('eq', 'where', 'street') },
        ],
      }),
      asks('number', { visibleWhen: when('eq', 'kind', 'L') }),
    ];
    const keys = (answers: Answers) => {
      const field = fieldsFor({ serviceCode: 'A', attributes }, answers)[1];
      return field?.kind === 'one-of' ? field.values.map(({ key }) => key) : [];
    };
    assert.deepEqual(keys({}), ['T']);
    assert.deepEqual(keys({ where: 'street' }), ['T', 'L']);
    assert.deepEqual(shown(attributes, { where: 'park', kind: 'L' }), ['where', 'kind']);
    assert.deepEqual(shown(attributes, { where: 'street', kind: 'L' }), ['where', 'kind', 'number']);
  });

  it('is among the fields while no answers are looked at', () => {
    const attributes = [asks('a'), asks('b', { visibleWhen: when('eq', 'a', '1') })];
    assert.equal(fieldsFor({ serviceCode: 'A', attributes }).length, 2);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { attribute, choices } from '../../test/reports.ts';
import { emptyDraft, type Answer, type Contact, type Draft } from './draft.ts';
import { fieldsFor, questionsIn } from './fields.ts';
import { givenTo, longestDescription, numberIn, problemsIn, type ContactRule } from './problems.ts';

const kindsIn = (...given: Parameters<typeof problemsIn>) => problemsIn(...given).map(({ kind }) => kind);

describe('on the step what', () => {
  it('there is nothing to fix', () => {
    assert.deepEqual(problemsIn('what', emptyDraft, [], 'required'), []);
  });
});

describe('on the step where', () => {
  const at = (change: Partial<Draft>) => problemsIn('where', { ...emptyDraft, ...change }, [], 'optional');

  it('a place is wanted: in words, as a point, or both', () => {
    assert.deepEqual(at({}), [{ field: 'place', kind: 'place' }]);
    assert.deepEqual(at({ place: { words: '  ' } }), [{ field: 'place', kind: 'place' }]);
    assert.deepEqual(at({ place: { words: 'By the library' } }), []);
    assert.deepEqual(at({ place: { words: '', point: { lat: 0, long: 0 } } }), []);
  });

  it('a description may have 4,000 characters, without the blanks around it', () => {
    const place = { words: 'Here' };
    assert.deepEqual(at({ place, description: ` ${'x'.repeat(longestDescription)}\n` }), []);
    assert.deepEqual(at({ place, description: 'x'.repeat(longestDescription + 3) }), [
      { field: 'description', kind: 'long', over: 3 },
    ]);
  });
});

describe('on the step of the questions', () => {
  const datatypes = ['string', 'text', 'number', 'datetime', 'singlevaluelist', 'multivaluelist'] as const;
  const answered = (datatype: (typeof datatypes)[number], required: boolean, answer?: Answer) => {
    const fields = fieldsFor({
      serviceCode: '',
      attributes: [attribute('a', { datatype, required, values: choices('x', 'y') })],
    });
    return kindsIn('questions', { ...emptyDraft, answers: answer === undefined ? {} : { a: answer } }, fields, 'none');
  };

  for (const datatype of datatypes) {
    const wanted = datatype.endsWith('list') ? 'choose' : 'answer';
    it(`a required ${datatype} wants an answer, an optional one does not`, () => {
      assert.deepEqual(answered(datatype, true), [wanted]);
      assert.deepEqual(answered(datatype, true, '  '), [wanted]);
      assert.deepEqual(answered(datatype, true, []), [wanted]);
      assert.deepEqual(answered(datatype, false), []);
    });
  }

  it('a number has to be one', () => {
    assert.deepEqual(answered('number', false, 'two'), ['number']);
    assert.deepEqual(answered('number', true, '2,5'), []);
  });

  it('a date has to be a day that exists, with or without a time', () => {
    for (const right of ['2026-11-19', '2026-11-19T14:30']) assert.deepEqual(answered('datetime', true, right), []);
    for (const wrong of ['?', 'T14:30', '2026-11-19T?', '11/19/2026', '2026-13-45', '2026-11-19T25:00']) {
      assert.deepEqual(answered('datetime', false, wrong), ['date'], wrong);
    }
  });

  it('a key that the list does not have is no answer', () => {
    assert.deepEqual(answered('singlevaluelist', true, 'z'), ['choose']);
    assert.deepEqual(answered('multivaluelist', true, ['z']), ['choose']);
  });

  it('notices want nothing', () => {
    const notice = fieldsFor({ serviceCode: '', attributes: [attribute('a', { variable: false, required: true })] });
    assert.deepEqual(problemsIn('questions', emptyDraft, notice, 'none'), []);
  });
});

describe('on the last step', () => {
  const nobody: Contact = { name: '', email: '', phone: '' };
  const given = (contact: Partial<Contact>, rule: ContactRule) =>
    kindsIn('check', { ...emptyDraft, contact: { ...nobody, ...contact } }, [], rule);

  it('nobody has to say who they are unless the city wants a way to reach them', () => {
    assert.deepEqual(given({}, 'optional'), []);
    assert.deepEqual(given({ name: 'Ada' }, 'required'), ['reach']);
    assert.deepEqual(given({ email: 'ada@example.com' }, 'required'), []);
    assert.deepEqual(given({ phone: '269 555 0142' }, 'required'), []);
  });

  it('an email or phone number that is given has to look like one', () => {
    for (const email of ['ada', 'ada@', 'ada@example', 'a b@example.com', 'ada@example.', '@example.com']) {
      assert.deepEqual(given({ email }, 'optional'), ['email'], email);
    }
    for (const phone of ['555', 'call me']) assert.deepEqual(given({ phone }, 'optional'), ['phone'], phone);
    for (const phone of ['(269) 555-0142', '+49 221 0221 0']) assert.deepEqual(given({ phone }, 'optional'), [], phone);
  });

  it('nothing counts where the city wants to know nobody', () => {
    assert.deepEqual(given({ email: 'ada' }, 'none'), []);
  });
});

describe('the answer given to a question', () => {
  const [one, many, words] = questionsIn(
    fieldsFor({
      serviceCode: '',
      attributes: [
        attribute('a', { datatype: 'singlevaluelist', values: choices('bags', 'tires') }),
        attribute('a', { datatype: 'multivaluelist', values: choices('bags', 'tires') }),
        attribute('a'),
      ],
    }),
  );

  it('is only what this question offers: what answered another of the same code chooses nothing here', () => {
    assert.equal(givenTo(one!, { a: 'swing' }), '');
    assert.deepEqual(givenTo(many!, { a: 'a bench with bags and tires' }), []);
    assert.deepEqual(givenTo(many!, { a: ['tires', 'swing'] }), ['tires']);
    assert.equal(givenTo(words!, { a: ['tires'] }), '');
  });

  it('to a list stands in the order of the list', () => {
    assert.deepEqual(givenTo(many!, { a: ['tires', 'bags'] }), ['bags', 'tires']);
  });
});

describe('the number in a text', () => {
  const numbers: Readonly<Record<string, number | undefined>> = {
    '2': 2,
    ' 2 ': 2,
    '2.5': 2.5,
    '2,5': 2.5,
    '.5': 0.5,
    '2.': 2,
    '-4': -4,
    '0,125': 0.125,
    '1,200': 1200,
    '1,200.5': 1200.5,
    '12,000,000': 12_000_000,
    '': undefined,
    '-': undefined,
    '.': undefined,
    two: undefined,
    '2 feet': undefined,
    '1.2.3': undefined,
    '0x10': undefined,
    '1e5': undefined,
    Infinity: undefined,
    '১২': 12,
    '٣٫٥': 3.5,
    '٣.٥': 3.5,
    '５': 5,
  };
  for (const [text, number] of Object.entries(numbers)) {
    it(`“${text}” is ${number}`, () => assert.equal(numberIn(text), number));
  }
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { attribute, choices } from '../../test/reports.ts';
import { emptyDraft, type Answers, type Draft } from './draft.ts';
import { fieldsFor } from './fields.ts';
import { reportFrom } from './report.ts';

const fields = fieldsFor({
  serviceCode: 'pothole',
  attributes: [
    attribute('note', { variable: false }),
    attribute('line'),
    attribute('long', { datatype: 'text' }),
    attribute('number', { datatype: 'number' }),
    attribute('date', { datatype: 'datetime' }),
    attribute('one', { datatype: 'singlevaluelist', values: choices('a', 'b') }),
    attribute('many', { datatype: 'multivaluelist', values: choices('a', 'b', 'c') }),
  ],
});
const rules = { contact: 'optional', zone: 'America/Detroit' } as const;
const from = (change: Partial<Draft>, rule: Parameters<typeof reportFrom>[2] = rules) =>
  reportFrom({ ...emptyDraft, serviceCode: 'pothole', ...change }, fields, rule);
const answers = (given: Answers) => from({ answers: given }).attributes;

describe('the report of a draft', () => {
  it('carries the place in words, as a point, or both', () => {
    assert.equal(from({ place: { words: ' 1 Main St ' } }).addressString, '1 Main St');
    const { lat, long, addressString } = from({ place: { words: ' ', point: { lat: 1.5, long: -2, accuracy: 9 } } });
    assert.deepEqual([lat, long, addressString], [1.5, -2, undefined]);
  });

  it('says how exact the device’s location is, where people read the place', () => {
    const point = { lat: 1.5, long: -2, accuracy: 11.2 };
    assert.equal(from({ place: { words: '1 Main St', point, by: 'device' } }).addressString, '1 Main St (± 12 m)');
    assert.equal(from({ place: { words: '', point, by: 'device' } }).addressString, '(± 12 m)');
    assert.equal(from({ place: { words: '1 Main St', point, by: 'map' } }).addressString, '1 Main St');
  });

  it('carries the photos that are ready, and what they show below the description', () => {
    const file = new Blob(['x'], { type: 'image/jpeg' });
    const photo = (change: object) => ({ id: '1', is: 'ready', name: 'bob-smith.jpg', about: '', ...change }) as const;
    const photos = [
      photo({ file, about: ' A deep hole ' }),
      photo({ is: 'heic', about: 'Never seen' }),
      photo({ is: 'preparing' }),
      photo({ file }),
    ];
    const report = from({ description: 'Deep.', photos });
    assert.deepEqual(report.media, [file, file]);
    assert.equal(report.description, 'Deep.\n\nPhoto 1: A deep hole');
    assert.ok(!JSON.stringify(report).includes('bob'));
    const without = from({ description: 'Deep.', photos }, { ...rules, withoutPhotos: true });
    assert.deepEqual([without.media, without.description], [undefined, 'Deep.']);
  });

  it('ends with the language for the clerk, who may have to answer in it', () => {
    const rule = { ...rules, writtenIn: 'Written in Spanish (español).' };
    assert.equal(from({ description: ' Hondo. ' }, rule).description, 'Hondo.\n\nWritten in Spanish (español).');
    const file = new Blob(['x']);
    const photos = [{ id: '1', is: 'ready', name: '', about: 'Un hoyo', file }] as const;
    assert.equal(from({ photos }, rule).description, 'Photo 1: Un hoyo\n\nWritten in Spanish (español).');
    for (const other of [{}, { answers: { line: 'azul' } }, { photos: [{ ...photos[0], about: ' ' }] }])
      assert.equal(from(other, rule).description, 'Written in Spanish (español).');
    // The resident's words are never cut for it.
    assert.equal(from({ description: 'x'.repeat(3970) }, rule).description, 'x'.repeat(3970));
  });

  it('keeps to the length that the spec allows, with what the photos show', () => {
    const file = new Blob(['x']);
    const photos = [{ id: '1', is: 'ready', name: '', about: 'A hole', file }] as const;
    const { description = '' } = from({ description: 'x'.repeat(3995), photos });
    assert.ok(description.startsWith('x'.repeat(3995)));
    assert.ok(description.length <= 4000);
  });

  it('carries the description without the blanks around it, and none when there is none', () => {
    assert.equal(from({ description: ' Deep.\nVery. ' }).description, 'Deep.\nVery.');
    assert.equal(from({ description: ' \n' }).description, undefined);
  });

  it('never carries the words of the search', () => {
    assert.ok(!JSON.stringify(from({ words: 'my neighbor Bob' })).includes('Bob'));
  });

  it('carries answers as the spec wants each datatype', () => {
    const given = { line: ' A1 ', long: 'x', number: '2,5', date: '2026-11-19', one: 'b', many: ['c', 'a'] };
    assert.deepEqual(answers(given), {
      line: 'A1',
      long: 'x',
      number: '2.5',
      date: '2026-11-19T00:00:00-05:00',
      one: 'b',
      many: ['a', 'c'],
    });
  });

  it('reads thousands in groups', () => {
    assert.deepEqual(answers({ number: '1,200' }), { number: '1200' });
  });

  it('leaves out what is empty, what is not asked, and what the list does not have', () => {
    assert.deepEqual(answers({ line: '', many: [], one: 'z', note: 'x', moon: 'y' }), {});
  });
});

describe('the name in a report', () => {
  const names: Readonly<Record<string, readonly [first: string | undefined, last: string | undefined]>> = {
    '': [undefined, undefined],
    Ada: ['Ada', undefined],
    'Ada Lovelace': ['Ada', 'Lovelace'],
    '  Ada   King  Lovelace ': ['Ada King', 'Lovelace'],
    王小明: ['王小明', undefined],
  };
  for (const [name, [first, last]] of Object.entries(names)) {
    it(`“${name}” is ${first ?? 'nobody'} ${last ?? ''}`, () => {
      const report = from({ contact: { name, email: ' a@example.com ', phone: ' 311 ' } });
      assert.deepEqual([report.firstName, report.lastName], [first, last]);
      assert.deepEqual([report.email, report.phone], ['a@example.com', '311']);
    });
  }

  it('stays here where the city wants to know nobody, as do email and phone', () => {
    const contact = { name: 'Ada Lovelace', email: 'a@example.com', phone: '269 555 0142' };
    const { firstName, lastName, email, phone } = from({ contact }, { contact: 'none' });
    assert.deepEqual([firstName, lastName, email, phone], [undefined, undefined, undefined, undefined]);
  });
});

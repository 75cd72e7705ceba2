import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { attribute, choices } from '../../test/reports.ts';
import { fieldsFor } from './fields.ts';
import { problemsSaid } from './problems-said.ts';

const fields = fieldsFor({
  serviceCode: 'sign',
  attributes: [
    attribute('kind', { description: 'Which sign is it?', datatype: 'singlevaluelist', values: choices('stop') }),
    attribute('says', { description: 'What does the sign say?' }),
    attribute('Pole_No', { description: 'Number on the pole' }),
    attribute('note', { variable: false, description: 'Signs are blue.' }),
  ],
});

describe('a refusal', () => {
  const meant: Readonly<Record<string, string | undefined>> = {
    'This question needs an answer: Which sign is it? (attribute[kind])': 'answer:kind',
    'no value given for required entry attribute[pole_no] (error: missing at $data)': 'answer:Pole_No',
    'Which sign is it? is a required field': 'answer:kind',
    'pole_no: This field is required.': 'answer:Pole_No',
    'resays is wrong': undefined,
    'The city does not know this kind of report. (service_code)': undefined,
    'service_code was not found': undefined,
    'api_key was not provided. (api_key)': undefined,
    'Write an email address, like name@example.com. (email)': 'email',
    'The e-mail address is not valid': 'email',
    'Write a phone number, like 269-555-0142. (phone)': 'phone',
    'last_name is missing': 'name',
    'This is 4500 characters long. Use 4000 or fewer. (description)': 'description',
    'Your answer is too long': undefined,
    'Send lat and long together. (lat, long)': 'place',
    'Send degrees from -180 to 180, like -85.6327. (long)': 'place',
    'long: A valid number is required.': 'place',
    'A valid latitude is required': 'place',
    'This location is outside the city': 'place',
    'No value given for address_string': 'place',
    'This is 700 characters long. Use 500 or fewer. (address_string)': 'place',
    'Signs are blue.': undefined,
    'The city could not take this.': undefined,
  };
  for (const [reason, field] of Object.entries(meant)) {
    it(`“${reason}” is about ${field ?? 'the whole report'}`, () => {
      assert.deepEqual(problemsSaid([reason], fields), field ? [{ field, kind: 'said', reason }] : []);
    });
  }

  it('with several reasons for one field says the first', () => {
    const problems = problemsSaid(['Bad. (email)', 'Worse. (email)', 'No. (phone)'], fields);
    assert.deepEqual(
      problems.map((problem) => problem.kind === 'said' && problem.reason),
      ['Bad. (email)', 'No. (phone)'],
    );
  });
});

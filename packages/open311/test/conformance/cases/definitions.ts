/** The questions of a service. */
import type { Case } from '../case.ts';

const question = {
  code: 'LANE',
  datatype: 'singlevaluelist',
  required: true,
  variable: true,
  order: 1,
  description: 'Which lane?',
  values: [
    { key: 'L', name: 'Left' },
    { key: 'R', name: 'Right' },
  ],
};
const path = 'GET services/006.json';
const calls = [['serviceDefinition', '006']] as const;
const about = (attributes: unknown, rest: object = {}) => ({
  [path]: { body: { service_code: '006', attributes, ...rest } },
});
const codes = [
  ['A/B', 'A%2FB'],
  ['Animal Nuisance', 'Animal%20Nuisance'],
  ['50% & more: café?#', '50%25%20%26%20more%3A%20caf%C3%A9%3F%23'],
  ['道', '%E9%81%93'],
  ['\ud800', '%EF%BF%BD'],
] as const;

export const definitionCases: readonly Case[] = [
  ...codes.map(([code, encoded]): Case => ({
    title: `definition: the code ${JSON.stringify(code)} is one step of the path`,
    calls: [['serviceDefinition', code]],
    city: { [`GET services/${encoded}.json`]: { body: { attributes: [] } } },
    asked: [`GET services/${encoded}.json`],
    gives: { serviceCode: code, attributes: [] },
  })),
  {
    title: 'definition: questions come as the city wrote them',
    calls,
    city: about([question]),
    gives: { serviceCode: '006', attributes: [question] },
  },
  {
    title: 'definition: questions come in their order, equals as they were',
    calls,
    city: about([
      { ...question, code: 'C', order: 2 },
      { ...question, code: 'A', order: 1 },
      { ...question, code: 'B', order: '1' },
    ]),
    gives: {
      serviceCode: '006',
      attributes: [
        { ...question, code: 'A' },
        { ...question, code: 'B' },
        { ...question, code: 'C', order: 2 },
      ],
    },
  },
  {
    title: 'definition: "false" is no, for required and variable',
    calls,
    city: about([{ ...question, required: 'false', variable: 'false' }]),
    gives: { serviceCode: '006', attributes: [{ ...question, required: false, variable: false }] },
    quirks: [10],
  },
  {
    title: 'definition: a list with nothing to choose from is a text',
    calls,
    city: about([{ ...question, values: [] }]),
    gives: { serviceCode: '006', attributes: [{ ...question, datatype: 'text', values: [] }] },
  },
  {
    title: 'definition: a question without a code is left out',
    calls,
    city: about([{ ...question, code: '' }, question]),
    gives: { serviceCode: '006', attributes: [question] },
  },
  {
    title: 'definition: 404 says that there are no questions',
    calls,
    city: {},
    throws: { name: 'NotFoundError', status: 404 },
  },
  {
    title: 'definition: an empty list says that there are no questions',
    calls,
    city: { [path]: { body: [] } },
    throws: { name: 'NotFoundError', status: 200 },
    times: 1,
    quirks: [39],
  },
  {
    title: 'definition: the jurisdiction is named',
    calls,
    city: about([]),
    options: { jurisdictionId: 'x' },
    asked: ['GET services/006.json?jurisdiction_id=x'],
  },
];

/** Changes to discovery, to the services and to their questions. */
import type { Row } from '../good-city.ts';
import { on, service, question, html, type Case } from './case.ts';

export const serviceCases: readonly Case[] = [
  {
    id: 'discovery',
    is: 'deviates',
    when: 'there is none',
    change: on('../discovery.json', (answer) => void (answer.status = 404)),
  },
  {
    id: 'discovery',
    is: 'deviates',
    when: 'a field is missing',
    change: on('../discovery.json', ({ body }) => void delete (body as Row)['contact']),
  },
  {
    id: 'discovery-endpoint',
    is: 'deviates',
    when: 'it names another address',
    change: on(
      '../discovery.json',
      ({ body }) => void (((body as Row)['endpoints'] as Row[])[0]!['url'] = 'https://old.example/v2'),
    ),
  },
  {
    id: 'services',
    is: 'broken',
    when: 'the list is empty',
    change: on('services.json', (answer) => void (answer.body = [])),
  },
  {
    id: 'service-codes',
    is: 'deviates',
    when: 'a code is there twice',
    change: service((row) => (row['service_code'] = 'tree')),
  },
  {
    id: 'codes-in-addresses',
    is: 'deviates',
    when: 'a code has a slash',
    change: service((row) => (row['service_code'] = 'Animals/Dead animal')),
  },
  {
    id: 'service-names',
    is: 'deviates',
    when: 'a name is empty',
    change: service((row) => (row['service_name'] = '')),
  },
  { id: 'service-types', is: 'deviates', when: 'a type is unknown', change: service((row) => (row['type'] = 'other')) },
  {
    id: 'service-metadata',
    is: 'deviates',
    when: 'metadata is a word',
    change: service((row) => (row['metadata'] = 'false')),
  },
  {
    id: 'service-groups',
    is: 'deviates',
    when: 'there are none',
    change: on('services.json', ({ body }) => (body as Row[]).forEach((row) => delete row['group'])),
  },
  {
    id: 'service-keywords',
    is: 'deviates',
    when: 'there are none',
    change: on('services.json', ({ body }) => (body as Row[]).forEach((row) => (row['keywords'] = ''))),
  },
  {
    id: 'service-keywords',
    is: 'deviates',
    when: 'they are a list',
    change: service((row) => (row['keywords'] = ['hole'])),
  },
  {
    id: 'definitions',
    is: 'broken',
    when: 'one is a 404 page',
    change: on('services/006.json', (answer, asked) => ((answer.status = 404), html(answer, asked))),
  },
  { id: 'question-codes', is: 'deviates', when: 'one has no code', change: question((row) => (row['code'] = '')) },
  { id: 'question-order', is: 'deviates', when: 'two share a number', change: question((row) => (row['order'] = 1)) },
  {
    id: 'question-datatypes',
    is: 'deviates',
    when: 'one is unknown',
    change: question((row) => (row['datatype'] = 'Picklist')),
  },
  { id: 'question-values', is: 'deviates', when: 'a list has none', change: question((row) => (row['values'] = [])) },
  {
    id: 'question-flags',
    is: 'deviates',
    when: 'required is a word',
    change: question((row) => (row['required'] = 'true')),
  },
  {
    id: 'notices',
    is: 'deviates',
    when: 'one is required',
    change: on('services/006.json', ({ body }) => void (((body as Row)['attributes'] as Row[])[0]!['required'] = true)),
  },
  { id: 'question-words', is: 'deviates', when: 'one has none', change: question((row) => (row['description'] = '')) },
];

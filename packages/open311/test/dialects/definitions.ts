/** Rows 20 to 31: tokens, photos, and the questions of a service. */
import type { DialectCase } from './dialect-case.ts';

const request = { service_request_id: '1', status: 'open' };
const one = (fields: object) => [{ ...request, ...fields }];
const ask = (fields: object) => ({ service_code: 'A', attributes: [{ code: 'a', datatype: 'string', ...fields }] });
const xml = (body: string) => `<?xml version="1.0" encoding="utf-8"?>\n${body}\n`;
const photo = 'https://x.test/photo';

export const definitions: readonly DialectCase[] = [
  { row: 20, says: 'a token', as: 'receipt', answer: [{ token: '0012' }], gives: { token: '0012' }, told: false },
  {
    row: 22,
    says: 'photos as objects',
    as: 'requests',
    answer: one({ media_url: [{ id: 1, url: photo, tags: [] }] }),
    gives: [{ mediaUrls: [photo] }],
  },
  {
    row: 23,
    says: 'photos joined by commas',
    as: 'requests',
    answer: one({ media_url: `${photo}/1.jpg, ${photo}/2.jpg` }),
    gives: [{ mediaUrls: [`${photo}/1.jpg`, `${photo}/2.jpg`] }],
  },
  {
    row: 24,
    says: 'one photo in three sizes',
    as: 'requests',
    answer: one({
      extended_attributes: {
        media_urls: [`${photo}_thumb.jpg`, `${photo}_gross.jpg`, `${photo}_normal.jpg`, `${photo}_2.jpg`],
      },
    }),
    gives: [{ mediaUrls: [`${photo}_gross.jpg`, `${photo}_2.jpg`] }],
  },
  {
    row: 25,
    says: 'a list by another name',
    as: 'definition',
    answer: ask({ datatype: 'Picklist', values: ['x'] }),
    gives: { attributes: [{ datatype: 'singlevaluelist' }] },
  },
  {
    row: 25,
    says: 'a notice by another name',
    as: 'definition',
    answer: ask({ datatype: 'Informational' }),
    gives: { attributes: [{ variable: false, datatype: 'text' }] },
  },
  {
    row: 25,
    says: 'a count of choices',
    as: 'definition',
    answer: ask({ datatype: 'singlevaluelist', values: 3 }),
    gives: { attributes: [{ datatype: 'text', values: [] }] },
  },
  {
    row: 25,
    says: 'questions and choices that depend on answers',
    as: 'definition',
    answer: {
      attributes: [
        { code: 'a', datatype: 'string', order: 1 },
        {
          code: 'b',
          datatype: 'singlevaluelist',
          order: 2,
          dependencies: { clause: 'OR', conditions: [{ attribute: 'a', op: 'eq', value: 'x' }] },
          values: [
            { key: 'k', name: 'K' },
            {
              dependentOn: { clause: 'AND', conditions: [{ attribute: 'a', op: 'in', value: ['x', 2] }] },
              values: [{ key: 'l' }],
            },
          ],
        },
      ],
    },
    gives: {
      attributes: [
        {},
        {
          visibleWhen: { match: 'any', conditions: [{ code: 'a', op: 'eq', values: ['x'] }] },
          values: [
            { key: 'k' },
            { key: 'l', visibleWhen: { match: 'all', conditions: [{ op: 'in', values: ['x', '2'] }] } },
          ],
        },
      ],
    },
  },
  {
    row: 26,
    says: 'an order that is none',
    as: 'definition',
    answer: {
      attributes: [
        { code: 'b', order: '2' },
        { code: 'n', order: 1, variable: false, datatype: 'text' },
      ],
    },
    gives: { attributes: [{ code: 'n', variable: false }, { code: 'b' }] },
  },
  {
    row: 27,
    says: 'questions without a container',
    as: 'definition',
    answer: { service_definition: { attribute: [{ code: 'a' }, { code: 'b' }] } },
    gives: { attributes: [{ code: 'a' }, { code: 'b' }] },
  },
  {
    row: 27,
    says: 'containers that are repeated instead of their rows',
    as: 'definition',
    answer: xml(
      '<service_definition><service_code>A</service_code>' +
        '<attributes><code>a</code><datatype>singlevaluelist</datatype><values><key>1</key><name>One</name></values><values><key>2</key></values></attributes>' +
        '<attributes><code>b</code></attributes></service_definition>',
    ),
    gives: { attributes: [{ code: 'a', values: [{ key: '1', name: 'One' }, { key: '2' }] }, { code: 'b' }] },
  },
  {
    row: 28,
    says: 'a key with key and name inside',
    as: 'definition',
    answer: ask({
      datatype: 'singlevaluelist',
      values: [{ key: { key: 123, name: 'Ford' }, name: { key: 123, name: 'Ford' } }],
    }),
    gives: { attributes: [{ values: [{ key: '123', name: 'Ford' }] }] },
  },
  {
    row: 31,
    says: 'recipients',
    as: 'requests',
    answer: one({ agency_responsible: { recipient: ['Roads', 'Parks'] } }),
    gives: [{ agencyResponsible: 'Roads, Parks' }],
  },
];

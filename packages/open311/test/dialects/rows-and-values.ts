/** Rows 1 to 19: lists, wrappers, ids, and single values. */
import type { DialectCase } from './dialect-case.ts';

const request = { service_request_id: '1', status: 'open' };
const one = (fields: object) => [{ ...request, ...fields }];
const xml = (body: string) => `<?xml version="1.0" encoding="utf-8"?>\n${body}\n`;
const photo = 'https://x.test/photo';

export const rowsAndValues: readonly DialectCase[] = [
  {
    row: 1,
    says: 'a wrapper',
    as: 'requests',
    answer: { service_requests: [request] },
    gives: [{ serviceRequestId: '1' }],
  },
  { row: 1, says: 'an empty wrapper', as: 'services', answer: { services: [] }, gives: [] },
  { row: 1, says: 'a wrapped discovery', as: 'discovery', answer: { discovery: {} }, gives: { endpoints: [] } },
  {
    row: 2,
    says: 'two wrappers around a receipt',
    as: 'receipt',
    answer: { service_requests: { request: { service_request_id: 17 } } },
    gives: { serviceRequestId: '17' },
  },
  { row: 3, says: 'a bare request', as: 'requests', answer: request, gives: [{ serviceRequestId: '1' }] },
  {
    row: 4,
    says: 'lists of one all the way',
    as: 'requests',
    answer: {
      requests: [{ request: [{ service_request_id: ['7'], status: ['open'], lat: ['47.4'], long: ['8.5'] }] }],
    },
    gives: [{ serviceRequestId: '7', lat: 47.4, long: 8.5 }],
  },
  {
    row: 5,
    says: 'one service',
    as: 'services',
    answer: { services: { service_code: 'A' } },
    gives: [{ serviceCode: 'A' }],
  },
  {
    row: 5,
    says: 'one endpoint',
    as: 'discovery',
    answer: { endpoints: { url: 'https://x.test/', formats: ['text/xml'] } },
    gives: { endpoints: [{ url: 'https://x.test/' }] },
  },
  {
    row: 5,
    says: 'one question with one choice',
    as: 'definition',
    answer: { attributes: { code: 'a', datatype: 'singlevaluelist', values: { key: 'x', name: 'X' } } },
    gives: { attributes: [{ code: 'a', values: [{ key: 'x', name: 'X' }] }] },
  },
  { row: 6, says: 'the id 0', as: 'receipt', answer: [{ service_request_id: 0 }], gives: { serviceRequestId: '0' } },
  {
    row: 6,
    says: 'an id with more digits than a number holds',
    as: 'receipt',
    answer: '[{"service_request_id":98765432109876543210,"service_notice":"Ref 12345678901234567890, \\"kept\\""}]',
    gives: { serviceRequestId: '98765432109876543210', serviceNotice: 'Ref 12345678901234567890, "kept"' },
  },
  {
    row: 7,
    says: 'leading zeros',
    as: 'requests',
    answer: one({ service_request_id: '007', service_code: '006', zipcode: '06511' }),
    gives: [{ serviceRequestId: '007', serviceCode: '006', zipcode: '06511' }],
    told: false,
  },
  {
    row: 8,
    says: 'codes that are paths',
    as: 'services',
    answer: [{ service_code: 'Animals/Animal Nuisance: A&B' }],
    gives: [{ serviceCode: 'Animals/Animal Nuisance: A&B' }],
    told: false,
  },
  {
    row: 9,
    says: 'one code for several services',
    as: 'services',
    answer: [{ service_code: 'X', service_name: 'first' }, { service_code: 'X' }, { service_code: 'Y' }],
    gives: [{ serviceName: 'first' }, { serviceCode: 'Y' }],
  },
  {
    row: 10,
    says: 'a false that is a word',
    as: 'services',
    answer: [{ service_code: 'A', metadata: 'false' }],
    gives: [{ metadata: false }],
  },
  {
    row: 10,
    says: 'a true that is 1',
    as: 'services',
    answer: [{ service_code: 'A', metadata: 1 }],
    gives: [{ metadata: true }],
  },
  {
    row: 11,
    says: 'a place in words',
    as: 'requests',
    answer: one({ lat: '41.5', long: '-87' }),
    gives: [{ lat: 41.5, long: -87 }],
  },
  {
    row: 12,
    says: 'no place as 0/0',
    as: 'requests',
    answer: one({ lat: 0, long: 0 }),
    gives: [{ lat: undefined, long: undefined }],
  },
  { row: 12, says: 'half a place', as: 'requests', answer: one({ lat: 41, long: null }), gives: [{ lat: undefined }] },
  {
    row: 13,
    says: 'nothing as ""',
    as: 'requests',
    answer: one({ address: '', media_url: ' ' }),
    gives: [{ address: undefined, mediaUrls: [] }],
  },
  {
    row: 14,
    says: 'the word null',
    as: 'receipt',
    answer: xml(
      '<service_requests><request><service_request_id>5</service_request_id><account_id>null</account_id></request></service_requests>',
    ),
    gives: { serviceRequestId: '5', accountId: undefined },
  },
  {
    row: 15,
    says: 'misspelt fields',
    as: 'requests',
    answer: one({ zip_code: '18055', adress_id: '9', ' address': 'Elm St' }),
    gives: [{ zipcode: '18055', addressId: '9', address: 'Elm St' }],
  },
  {
    row: 15,
    says: 'an address under " url"',
    as: 'requests',
    answer: one({ media_url: [{ ' url': photo }] }),
    gives: [{ mediaUrls: [photo] }],
  },
  {
    row: 16,
    says: 'a date without a zone',
    as: 'requests',
    answer: one({ requested_datetime: '2012-05-22 23:57:23.97', updated_datetime: '2012-01-22T10:00-05' }),
    gives: [
      { requestedDatetime: new Date('2012-05-22T23:57:23.970-05:00'), updatedDatetime: new Date('2012-01-22T15:00Z') },
    ],
  },
  {
    row: 16,
    says: 'a date no one can read',
    as: 'requests',
    answer: one({ requested_datetime: '12-31-2099T00:00:00Z' }),
    gives: [{ requestedDatetime: undefined }],
  },
  {
    row: 18,
    says: 'a status of its own',
    as: 'requests',
    answer: one({ status: 'Received' }),
    gives: [{ status: 'open', statusLabel: 'Received' }],
  },
  {
    row: 18,
    says: 'an end of its own',
    as: 'requests',
    answer: one({ status: 'CLOSED' }),
    gives: [{ status: 'closed', statusLabel: 'CLOSED' }],
  },
  {
    row: 19,
    says: 'rows that wait for an id',
    as: 'requests',
    answer: [{ token: 't' }, request],
    gives: [{ serviceRequestId: '1' }],
  },
];

/** Rows 32 to 53: errors, XML, and text that parsers refuse. */
import type { DialectCase } from './dialect-case.ts';

const xml = (body: string) => `<?xml version="1.0" encoding="utf-8"?>\n${body}\n`;

export const errorsAndText: readonly DialectCase[] = [
  {
    row: 32,
    says: 'messages by field',
    as: 'errors',
    answer: { code: 400, detail: { lat: ['A number.'] } },
    gives: [{ code: '400', description: 'lat: A number.' }],
  },
  {
    row: 33,
    says: 'one error in a wrapper',
    as: 'errors',
    answer: { error: { code: 4, description: 'no' } },
    gives: [{ code: '4', description: 'no' }],
  },
  {
    row: 33,
    says: 'a code with words',
    as: 'errors',
    answer: [{ code: '103 - service_code', description: 'no' }],
    gives: [{ description: 'no' }],
  },
  {
    row: 34,
    says: 'a message',
    as: 'errors',
    answer: { type: 'error', code: 'middleware_26', message: 'no' },
    gives: [{ code: 'middleware_26', description: 'no' }],
  },
  { row: 35, says: 'a list of messages', as: 'errors', answer: [{ message: 'no' }], gives: [{ description: 'no' }] },
  {
    row: 36,
    says: 'a dump',
    as: 'errors',
    answer: [
      { code: 400, description: 'Error in input' },
      { code: 400, description: '  - Failed //rec: no value (error: missing at $data)' },
    ],
    gives: [{ description: 'Error in input' }, {}],
  },
  {
    row: 41,
    says: 'the root requests',
    as: 'requests',
    answer: xml('<requests><request><service_request_id>01</service_request_id></request></requests>'),
    gives: [{ serviceRequestId: '01' }],
  },
  {
    row: 41,
    says: 'a root inside itself',
    as: 'receipt',
    answer: xml(
      '<service_requests><service_requests><service_request_id>3</service_request_id></service_requests></service_requests>',
    ),
    gives: { serviceRequestId: '3' },
  },
  {
    row: 41,
    says: 'rows by another name, nothing as nil, prefixes',
    as: 'requests',
    answer: xml(
      '<m:service_requests xmlns:m="urn:m" type="array"><m:service_request><m:service_request_id>4</m:service_request_id>' +
        '<m:status xsi:nil="true" xmlns:xsi="urn:xsi"/></m:service_request></m:service_requests>',
    ),
    gives: [{ serviceRequestId: '4', statusLabel: 'open' }],
  },
  {
    row: 42,
    says: 'UTF-16 that is none',
    as: 'services',
    answer:
      '<?xml version="1.0" encoding="utf-16"?><services><service><service_code>ä</service_code></service></services>',
    gives: [{ serviceCode: 'ä' }],
  },
  {
    row: 43,
    says: 'what XML forbids',
    as: 'services',
    answer:
      '\n <?xml version="1.0"?><services><service><service_code>A</service_code><description>Tree\u0010s & hedges&nbsp;&lt; 3 m, a < b</description></service></services>',
    gives: [{ serviceCode: 'A', description: 'Trees & hedges\u00A0< 3 m, a < b' }],
  },
  {
    row: 43,
    says: 'what JSON forbids',
    as: 'services',
    answer: '[{"service_code":"A","description":"one\ntwo\u0010"}]',
    gives: [{ description: 'one two' }],
  },
  {
    row: 44,
    says: 'a mark before JSON',
    as: 'services',
    answer: '\uFEFF[{"service_code":"A"}]',
    gives: [{ serviceCode: 'A' }],
  },
  {
    row: 44,
    says: 'a mark before XML',
    as: 'services',
    answer: '\uFEFF<services><service><service_code>A</service_code></service></services>',
    gives: [{ serviceCode: 'A' }],
  },
  {
    row: 48,
    says: 'a token alone in XML',
    as: 'receipt',
    answer: xml('<service_requests><request><token>T</token></request></service_requests>'),
    gives: { token: 'T' },
    told: false,
  },
];

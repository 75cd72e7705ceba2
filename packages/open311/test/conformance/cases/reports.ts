/** What goes out with a report, and how. */
import type { Report } from '../../../src/index.ts';
import type { Case } from '../case.ts';

const city = { 'POST requests.json': { body: [{ service_request_id: '17' }] } };

/** A report and its form fields, after `service_code`. */
const reports: readonly (readonly [
  title: string,
  report: Omit<Report, 'serviceCode'>,
  fields: readonly [string, string][],
])[] = [
  [
    'a place in degrees',
    { lat: 41.944, long: -85.632 },
    [
      ['lat', '41.944'],
      ['long', '-85.632'],
    ],
  ],
  [
    'a place on the equator',
    { lat: 0, long: 0.5 },
    [
      ['lat', '0'],
      ['long', '0.5'],
    ],
  ],
  ['no half a place', { lat: 41.944, addressString: 'Elm St 1' }, [['address_string', 'Elm St 1']]],
  ['an address by its id', { addressId: '0042' }, [['address_id', '0042']]],
  [
    'lines and letters',
    { description: 'Wall &\r\nfence = äö 道 🕳️ +1 100%' },
    [['description', 'Wall &\r\nfence = äö 道 🕳️ +1 100%']],
  ],
  ['nothing for blanks', { description: ' ', email: '', phone: undefined }, []],
  [
    'who reports',
    { email: 'a@example.org', firstName: 'Åsa', lastName: "O'Neil", phone: '+1 555 0100' },
    [
      ['email', 'a@example.org'],
      ['first_name', 'Åsa'],
      ['last_name', "O'Neil"],
      ['phone', '+1 555 0100'],
    ],
  ],
  [
    'the device and the account',
    { deviceId: 'd', accountId: '7' },
    [
      ['device_id', 'd'],
      ['account_id', '7'],
    ],
  ],
  [
    'the address of a photo',
    { mediaUrl: 'https://x.example/a.jpg?b=1&c=2' },
    [['media_url', 'https://x.example/a.jpg?b=1&c=2']],
  ],
  ['an answer', { attributes: { LANE: 'LEFT' } }, [['attribute[LANE]', 'LEFT']]],
  [
    'several answers to one question',
    { attributes: { SEEN: ['a b', 'c'] } },
    [
      ['attribute[SEEN][]', 'a b'],
      ['attribute[SEEN][]', 'c'],
    ],
  ],
  ['one of several', { attributes: { SEEN: ['a'] } }, [['attribute[SEEN][]', 'a']]],
  ['no answer for blanks', { attributes: { A: '', B: [], C: [' '] } }, []],
  [
    'questions with odd codes',
    { attributes: { 'A B&C': '1', ü: '2' } },
    [
      ['attribute[A B&C]', '1'],
      ['attribute[ü]', '2'],
    ],
  ],
];

export const reportCases: readonly Case[] = [
  ...reports.map(([title, report, fields]): Case => ({
    title: `report: sends ${title}`,
    calls: [['submitRequest', { serviceCode: '006', ...report }]],
    city,
    asked: ['POST requests.json'],
    sent: [['service_code', '006'], ...fields],
    gives: { serviceRequestId: '17' },
  })),
  {
    title: 'report: key and jurisdiction go in the body, never in the address',
    calls: [['submitRequest', { serviceCode: '006' }]],
    city,
    options: { apiKey: 'k3y', jurisdictionId: 'city.example' },
    asked: ['POST requests.json'],
    sent: [
      ['api_key', 'k3y'],
      ['jurisdiction_id', 'city.example'],
      ['service_code', '006'],
    ],
  },
  {
    title: 'report: it is a simple request, without preflight',
    calls: [['submitRequest', { serviceCode: '006' }]],
    city,
    options: { locale: 'es' },
    headers: {
      'content-type': /^application\/x-www-form-urlencoded;charset=UTF-8$/i,
      'accept-language': 'es',
      authorization: '',
    },
    times: 1,
  },
  {
    title: 'report: goes to where the language is spoken',
    calls: [['submitRequest', { serviceCode: '006' }]],
    city: { 'POST ../es/requests.json': { body: [{ service_request_id: '17' }] } },
    options: { locale: 'es-MX', locales: { es: { endpoint: 'here:/open311/es/', jurisdictionId: 'es' } } },
    sent: [
      ['jurisdiction_id', 'es'],
      ['service_code', '006'],
    ],
    gives: { serviceRequestId: '17' },
  },
];

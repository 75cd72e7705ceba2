/** What a city takes reports on, and how it is asked: addresses, languages, jurisdictions. */
import type { Case } from '../case.ts';

const graffiti = { service_code: '006', service_name: 'Graffiti' };
const read = { serviceCode: '006', serviceName: 'Graffiti', metadata: false, type: 'realtime', keywords: [] };
const city = { 'GET services.json': { body: [graffiti] } };
const calls = [['services']] as const;

/** Ways to write one row, and what must be read. */
const rows: readonly (readonly [title: string, row: object, service: object])[] = [
  ['keeps leading zeros of a code', { service_code: '006' }, { serviceCode: '006', serviceName: '006' }],
  ['takes a number for a code', { service_code: 6 }, { serviceCode: '6', serviceName: '6' }],
  ['takes 0 for a code', { service_code: 0 }, { serviceCode: '0', serviceName: '0' }],
  [
    'keeps blanks within a code',
    { service_code: 'Animals/Noise & more' },
    { serviceCode: 'Animals/Noise & more', serviceName: 'Animals/Noise & more' },
  ],
  ['reads "false" as no', { ...graffiti, metadata: 'false' }, {}],
  ['reads "true" as yes', { ...graffiti, metadata: 'true' }, { metadata: true }],
  ['splits keywords at commas', { ...graffiti, keywords: 'paint, wall,,' }, { keywords: ['paint', 'wall'] }],
  ['takes a list of keywords', { ...graffiti, keywords: ['paint', 'wall'] }, { keywords: ['paint', 'wall'] }],
  ['knows batch services', { ...graffiti, type: 'batch' }, { type: 'batch' }],
  ['knows blackbox services in capitals', { ...graffiti, type: 'BLACKBOX' }, { type: 'blackbox' }],
  ['takes an unknown type for realtime', { ...graffiti, type: 'other' }, {}],
  ['reads "" and null as nothing said', { ...graffiti, description: '', group: null }, {}],
];

export const serviceCases: readonly Case[] = [
  ...rows.map(([title, row, service]): Case => ({
    title: `services: ${title}`,
    calls,
    city: { 'GET services.json': { body: [row] } },
    gives: [{ ...read, ...service }],
    times: 1,
  })),
  { title: 'services: an empty list is an answer', calls, city: { 'GET services.json': { body: [] } }, gives: [] },
  {
    title: 'services: a list may hide in a wrapper',
    calls,
    city: { 'GET services.json': { body: { services: [graffiti] } } },
    gives: [read],
    quirks: [1],
  },
  {
    title: 'services: one object may stand for a list of one',
    calls,
    city: { 'GET services.json': { body: { services: { service: graffiti } } } },
    gives: [read],
  },
  {
    title: 'services: a row without a code is left out',
    calls,
    city: { 'GET services.json': { body: [{ service_name: 'Nothing' }, graffiti] } },
    gives: [read],
  },
  {
    title: 'services: a byte order mark is no part of the answer',
    calls,
    city: { 'GET services.json': { body: `\uFEFF${JSON.stringify([graffiti])}` } },
    gives: [read],
  },
  {
    title: 'services: letters of every script arrive whole',
    calls,
    city: { 'GET services.json': { body: [{ ...graffiti, service_name: 'Sträßchen 道路 🕳️' }] } },
    gives: [{ ...read, serviceName: 'Sträßchen 道路 🕳️' }],
  },
  {
    title: 'services: names that mean something to JavaScript are names',
    calls,
    city: {
      'GET services.json': { body: '[{"service_code":"__proto__","constructor":1,"__proto__":{"service_name":"x"}}]' },
    },
    gives: [{ ...read, serviceCode: '__proto__', serviceName: '__proto__' }],
  },
  {
    title: 'the jurisdiction is named in the query, the key never',
    calls,
    city,
    options: { jurisdictionId: 'city.example & co', apiKey: 'k3y' },
    asked: ['GET services.json?jurisdiction_id=city.example+%26+co'],
    gives: [read],
  },
  {
    title: 'the language is asked for',
    calls,
    city,
    options: { locale: 'es-MX' },
    headers: { 'accept-language': 'es-MX' },
  },
  {
    title: 'what is no language tag is not sent',
    calls,
    city,
    options: { locale: 'es\r\nX-Evil: 1' },
    headers: { 'x-evil': '' },
    gives: [read],
  },
  {
    title: 'a language may have its own jurisdiction',
    calls,
    city,
    options: { locale: 'es-MX', jurisdictionId: 'en', locales: { 'ES-mx': { jurisdictionId: 'mx' } } },
    asked: ['GET services.json?jurisdiction_id=mx'],
  },
  {
    title: 'a language serves its regions',
    calls,
    city,
    options: { locale: 'es-MX', jurisdictionId: 'en', locales: { es: { jurisdictionId: 'es' } } },
    asked: ['GET services.json?jurisdiction_id=es'],
  },
  {
    title: 'other languages keep to the common jurisdiction',
    calls,
    city,
    options: { locale: 'fr', jurisdictionId: 'en', locales: { es: { jurisdictionId: 'es' } } },
    asked: ['GET services.json?jurisdiction_id=en'],
  },
  {
    title: 'a language may have its own endpoint',
    calls,
    city: { 'GET ../es/services.json': { body: [graffiti] } },
    options: { locale: 'es', locales: { es: { endpoint: 'here:/open311/es' } } },
    asked: ['GET ../es/services.json'],
    gives: [read],
  },
  {
    title: 'nothing of ours is in a header that would cost a preflight',
    calls,
    city,
    options: { locale: 'es', apiKey: 'k3y' },
    headers: { authorization: '', 'content-type': '', 'x-api-key': '', cookie: '' },
    times: 1,
  },
];

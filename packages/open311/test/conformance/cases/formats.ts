/** JSON or XML: what addresses end with, and how the client finds out. */
import type { Case } from '../case.ts';

const xml = (inner: string) => `<?xml version="1.0" encoding="utf-8"?>\n${inner}`;
const servicesXml = {
  body: xml(
    '<services><service><service_code>006</service_code><service_name>Graffiti</service_name><metadata>false</metadata></service></services>',
  ),
};
const services = [{ serviceCode: '006', serviceName: 'Graffiti', metadata: false, type: 'realtime', keywords: [] }];
const servicesJson = { body: [{ service_code: '006', service_name: 'Graffiti' }] };
const requestXml = {
  body: xml(
    '<service_requests><request><service_request_id>0017</service_request_id><status>open</status></request></service_requests>',
  ),
};
const request = { serviceRequestId: '0017', status: 'open', statusLabel: 'open', mediaUrls: [] };
const receiptXml = {
  body: xml('<service_requests><request><service_request_id>0017</service_request_id></request></service_requests>'),
};
const discovery = (formats: string[]) => ({
  body: { endpoints: [{ specification: 'http://wiki.open311.org/GeoReport_v2', url: 'here:/open311/v2', formats }] },
});
const refused = {
  status: 404,
  body: xml('<errors><error><code>404</code><description>no such service</description></error></errors>'),
};
const report = ['submitRequest', { serviceCode: '006' }] as const;

export const formatCases: readonly Case[] = [
  {
    title: 'format: a city that speaks JSON is asked once',
    calls: [['services']],
    city: { 'GET services.json': servicesJson, 'GET services.xml': servicesXml },
    gives: services,
    asked: ['GET services.json'],
  },
  {
    title: 'format: a city that speaks only XML is asked for it',
    calls: [['services']],
    city: { 'GET services.xml': servicesXml },
    gives: services,
    asked: ['GET services.json', 'GET services.xml'],
  },
  {
    title: 'format: 406 says so as well',
    calls: [['services']],
    city: { 'GET services.json': { status: 406, body: '' }, 'GET services.xml': servicesXml },
    gives: services,
  },
  {
    title: 'format: so does a page under 200',
    calls: [['services']],
    city: { 'GET services.json': { body: '<!doctype html><h1>City</h1>' }, 'GET services.xml': servicesXml },
    gives: services,
  },
  {
    title: 'format: what was found out is remembered, also for reports',
    calls: [['services'], ['services'], report],
    city: { 'GET services.xml': servicesXml, 'POST requests.xml': receiptXml },
    gives: { serviceRequestId: '0017' },
    asked: ['GET services.json', 'GET services.xml', 'GET services.xml', 'POST requests.xml'],
  },
  {
    title: 'format: XML under .json is read as it is',
    calls: [['services'], ['services']],
    city: { 'GET services.json': servicesXml },
    gives: services,
    asked: ['GET services.json', 'GET services.json'],
  },
  {
    title: 'format: JSON under .xml is read as it is',
    calls: [['services']],
    options: { format: 'xml' },
    city: { 'GET services.xml': servicesJson },
    gives: services,
    asked: ['GET services.xml'],
  },
  {
    title: 'format: JSON alone, if so wished',
    calls: [['services']],
    options: { format: 'json' },
    city: { 'GET services.xml': servicesXml },
    throws: { name: 'UnreadableError', status: 404 },
    asked: ['GET services.json'],
  },
  {
    title: 'format: XML alone, if so wished',
    calls: [['request', '0017']],
    options: { format: 'xml' },
    city: { 'GET requests/0017.xml': requestXml },
    gives: request,
    asked: ['GET requests/0017.xml'],
  },
  {
    title: 'format: a report that is sent first is sent once, as JSON',
    calls: [report],
    city: { 'POST requests.xml': receiptXml },
    throws: { name: 'UnreadableError', status: 404 },
    asked: ['POST requests.json'],
  },
  {
    title: 'format: JSON errors are an answer',
    calls: [
      ['request', 'x'],
      ['request', 'x'],
    ],
    city: { 'GET requests/x.json': { status: 400, body: [{ code: 400, description: 'no' }] } },
    throws: { name: 'RejectedError', status: 400 },
    times: 2,
  },
  {
    title: 'format: an empty list is an answer in JSON',
    calls: [['request', 'x'], ['services']],
    city: { 'GET requests/x.json': { body: [] }, 'GET services.xml': servicesXml },
    throws: { name: 'UnreadableError', status: 404 },
    asked: ['GET requests/x.json', 'GET services.json'],
  },
  ...(
    [
      ['broken', { body: '[{"service_code": "006", ' }],
      ['no GeoReport', { body: { hello: 'world' } }],
      ['no GeoReport, under an error', { status: 400, body: {} }],
      ['404 in JSON', { status: 404, body: [{ code: 404, description: 'no such format' }] }],
      ['406 in JSON', { status: 406, body: [{ code: 406, description: 'no such format' }] }],
      ['415 in JSON', { status: 415, body: [{ code: 415, description: 'no such format' }] }],
    ] as const
  ).map(([what, answer]): Case => ({
    title: `format: where JSON is ${what}, XML is asked for and kept to`,
    calls: [['services'], ['services'], report],
    city: { 'GET services.json': answer, 'GET services.xml': servicesXml, 'POST requests.xml': receiptXml },
    gives: { serviceRequestId: '0017' },
    asked: ['GET services.json', 'GET services.xml', 'GET services.xml', 'POST requests.xml'],
    quirks: [45],
  })),
  {
    title: 'format: a city without JSON has no dialect',
    calls: [['services']],
    city: { 'GET services.json': { status: 406, body: '' }, 'GET services.xml': servicesXml },
    gives: services,
    quirks: [],
  },
  {
    title: 'format: where neither knows the thing, JSON counts, and nothing is settled',
    calls: [['request', 'x'], ['services']],
    city: {
      'GET requests/x.json': { status: 404, body: [{ code: 404, description: 'no' }] },
      'GET services.json': servicesJson,
    },
    gives: services,
    asked: ['GET requests/x.json', 'GET requests/x.xml', 'GET services.json'],
  },
  {
    title: 'format: a city that is only busy tells nothing about it',
    calls: [['services']],
    city: { 'GET services.json': { status: 503, body: '', headers: { 'Retry-After': '60' } } },
    throws: { name: 'RejectedError', status: 503 },
    times: 1,
  },
  {
    title: 'format: where neither works, the first answer counts',
    calls: [['services']],
    city: { 'GET services.json': { status: 403, body: 'Wrong key' } },
    throws: { name: 'RejectedError', status: 403, reasons: ['Wrong key'] },
    times: 2,
  },
  {
    title: 'format: errors in XML say more than a page',
    calls: [['services']],
    city: { 'GET services.xml': refused },
    throws: { name: 'RejectedError', status: 404, reasons: ['no such service'] },
  },
  {
    title: 'format: one request, in XML',
    calls: [['request', '0017']],
    city: { 'GET requests/0017.xml': requestXml },
    gives: request,
  },
  {
    title: 'format: a list, in XML',
    calls: [['requests']],
    options: { format: 'xml' },
    city: { 'GET requests.xml': requestXml, 'GET requests.xml?page=2': { body: xml('<service_requests/>') } },
    gives: [request],
  },
  {
    title: 'format: a token, in XML',
    calls: [['requestIdFor', 't']],
    options: { format: 'xml' },
    city: {
      'GET tokens/t.xml': {
        body: xml(
          '<service_requests><request><token>t</token><service_request_id>0017</service_request_id></request></service_requests>',
        ),
      },
    },
    gives: '0017',
  },
  {
    title: 'format: a definition, in XML',
    calls: [['serviceDefinition', '006']],
    options: { format: 'xml' },
    city: {
      'GET services/006.xml': {
        body: xml(
          '<service_definition><service_code>006</service_code><attributes><attribute><variable>true</variable><code>A</code><datatype>string</datatype><required>false</required><order>1</order><description>What?</description></attribute></attributes></service_definition>',
        ),
      },
    },
    gives: {
      serviceCode: '006',
      attributes: [
        { code: 'A', datatype: 'string', required: false, variable: true, order: 1, description: 'What?', values: [] },
      ],
    },
  },
  {
    title: 'format: a preset may know it',
    calls: [['services']],
    options: { preset: 'washington-dc' },
    city: { 'GET services.xml': servicesXml },
    gives: services,
    asked: ['GET services.xml'],
  },
  {
    title: 'format: the discovery may tell it',
    calls: [['discovery'], ['services']],
    city: { 'GET ../discovery.json': discovery(['text/xml']), 'GET services.xml': servicesXml },
    gives: services,
    asked: ['GET ../discovery.json', 'GET services.xml'],
  },
  {
    title: 'format: a discovery in JSON does not mean that the endpoint speaks it',
    calls: [['discovery'], ['services']],
    city: { 'GET ../discovery.json': discovery(['text/xml', 'application/json']), 'GET services.xml': servicesXml },
    gives: services,
    asked: ['GET ../discovery.json', 'GET services.json', 'GET services.xml'],
  },
  {
    title: 'format: the discovery may come in XML',
    calls: [['discovery']],
    city: {
      'GET ../discovery.xml': {
        body: xml(
          '<discovery><contact>us</contact><endpoints><endpoint><specification>s</specification><url>https://x.example/</url><type>test</type><formats><format>text/xml</format></formats></endpoint></endpoints></discovery>',
        ),
      },
    },
    gives: {
      contact: 'us',
      endpoints: [{ specification: 's', url: 'https://x.example/', type: 'test', formats: ['text/xml'] }],
    },
  },
];

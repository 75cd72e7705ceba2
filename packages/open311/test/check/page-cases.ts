/** Changes to what surrounds the answers: address, headers, bytes, keys. */
import { servicesXml } from '../good-city.ts';
import { on, request, unallowed, html, origin, type Case } from './case.ts';

export const pageCases: readonly Case[] = [
  {
    id: 'https',
    is: 'broken',
    when: 'the address is on http',
    change: () => undefined,
    options: { endpoint: 'http://city.example/open311/v2/' },
  },
  {
    id: 'mixed-content',
    is: 'deviates',
    when: 'a photo is on http',
    change: request((row) => (row['media_url'] = 'http://a.example/1.jpg')),
  },
  {
    id: 'redirects',
    is: 'broken',
    when: 'reports are redirected to a slash',
    change: on('requests.json', (answer) => {
      answer.status = 301;
      answer.headers['Location'] = '/open311/v2/requests.json/';
    }),
  },
  {
    id: 'redirects',
    is: 'broken',
    when: 'a definition is redirected',
    change: on('services/006.json', (answer, { query }) => {
      if (!query.has('moved'))
        Object.assign(answer, { status: 301, headers: { ...answer.headers, Location: '?moved' } });
    }),
  },
  {
    id: 'redirects',
    is: 'broken',
    when: 'the services alone are redirected',
    change: on('services.json', (answer, { query }) => {
      if (query.has('moved')) return;
      answer.status = 302;
      answer.headers['Location'] = '?moved';
    }),
  },
  {
    id: 'speed',
    is: 'deviates',
    when: 'the services take long',
    change: on('services.json', () => new Promise((done) => setTimeout(done, 350))),
    options: { timeout: 1500 },
  },
  {
    id: 'size',
    is: 'deviates',
    when: 'a list has over 1 MB',
    change: request((row) => (row['description'] = 'x'.repeat(1_100_000))),
  },
  {
    id: 'size',
    is: 'broken',
    when: 'a list has over 8 MB',
    change: request((row) => (row['description'] = 'x'.repeat(8_100_000))),
  },
  {
    id: 'rate-limits',
    is: 'deviates',
    when: 'it is busy and does not say until when',
    change: on('requests/001.json', (answer) => void (answer.status = 429)),
  },
  { id: 'cors-services', is: 'broken', when: 'the services lack the header', change: unallowed('services.json') },
  {
    id: 'cors-services',
    is: 'broken',
    when: 'the header is sent twice',
    change: on('services.json', ({ headers }) => void (headers['Access-Control-Allow-Origin'] = ['*', '*'])),
  },
  {
    id: 'cors-services',
    is: 'broken',
    when: 'another origin is allowed',
    change: on(
      'services.json',
      ({ headers }) => void (headers['Access-Control-Allow-Origin'] = 'https://other.example'),
    ),
  },
  { id: 'cors-requests', is: 'broken', when: 'the requests lack the header', change: unallowed('requests.json') },
  { id: 'cors-errors', is: 'deviates', when: 'errors lack the header', change: unallowed(/no-such|987654321/) },
  {
    id: 'cors-cache',
    is: 'deviates',
    when: 'one origin is named without Vary',
    change: (answer) => void (answer.headers['Access-Control-Allow-Origin'] = origin),
  },
  {
    id: 'cors-headers',
    is: 'deviates',
    when: 'Retry-After is not exposed',
    change: ({ headers }) => void delete headers['Access-Control-Expose-Headers'],
  },
  {
    id: 'preflight',
    is: 'deviates',
    when: 'OPTIONS is refused',
    change: on('requests.json', (answer) => void (answer.status = 405), 'OPTIONS'),
  },
  {
    id: 'takes-reports',
    is: 'broken',
    when: 'the server lists no POST',
    change: on('requests.json', ({ headers }) => void (headers['Allow'] = 'GET, HEAD, OPTIONS'), 'OPTIONS'),
  },
  {
    id: 'json',
    is: 'deviates',
    when: 'there is XML alone',
    change: on('services.json', (answer) => void (answer.status = 404)),
  },
  { id: 'json', is: 'broken', when: 'there is neither', change: on(/^services\.(json|xml)$/, html) },
  {
    id: 'xml',
    is: 'deviates',
    when: 'there is no XML',
    change: on('services.xml', (answer) => void (answer.status = 404)),
  },
  {
    id: 'xml',
    is: 'deviates',
    when: 'there is XML without services',
    change: on('services.xml', (answer) => void (answer.body = '<status>Maintenance</status>')),
  },
  {
    id: 'content-type',
    is: 'deviates',
    when: 'JSON is called HTML',
    change: on('services.json', ({ headers }) => void (headers['Content-Type'] = 'text/html')),
  },
  {
    id: 'content-type',
    is: 'deviates',
    when: 'another charset is named',
    change: on(
      'services.json',
      ({ headers }) => void (headers['Content-Type'] = 'application/json; charset=iso-8859-1'),
    ),
  },
  { id: 'html', is: 'broken', when: 'a web page comes under 200', change: on('requests.json', html) },
  ...['<section>Maintenance</section>', '<script>location = "/login"</script>', '<svg/>'].map((body): Case => ({
    id: 'html',
    is: 'broken',
    when: `${body.slice(0, 9)} comes under 200`,
    change: on(/^services\.(json|xml)$/, (answer) => void (answer.body = body)),
  })),
  {
    id: 'html',
    is: 'broken',
    when: 'the header says that an element of its own is a page',
    change: on('requests.json', (answer, asked) => (html(answer, asked), void (answer.body = '<app-root></app-root>'))),
  },
  { id: 'html', is: 'broken', when: 'a web page comes for a definition', change: on('services/006.json', html) },
  {
    id: 'first-bytes',
    is: 'deviates',
    when: 'there is a byte order mark',
    change: on('services.json', (answer) => void (answer.body = `\uFEFF${JSON.stringify(answer.body)}`)),
  },
  {
    id: 'first-bytes',
    is: 'deviates',
    when: 'XML begins with a blank line',
    change: on('services.xml', (answer) => void (answer.body = `\n${servicesXml}`)),
  },
  {
    id: 'encoding',
    is: 'deviates',
    when: 'the bytes are Latin-1',
    change: on(
      'services.json',
      (answer) =>
        void (answer.body = Buffer.from(JSON.stringify(answer.body).replace('Something', 'Caf\u00e9'), 'latin1')),
    ),
  },
  {
    id: 'encoding',
    is: 'deviates',
    when: 'XML calls itself utf-16',
    change: on('services.xml', (answer) => void (answer.body = servicesXml.replace('utf-8', 'utf-16'))),
  },
  {
    id: 'well-formed',
    is: 'deviates',
    when: 'XML has a bare &',
    change: on('services.xml', (answer) => void (answer.body = servicesXml.replace('hole,', 'hole & '))),
  },
  {
    id: 'well-formed',
    is: 'deviates',
    when: 'JSON breaks off',
    change: on('services/006.json', (answer) => void (answer.body = '{"service_code":')),
  },
  {
    id: 'lists',
    is: 'deviates',
    when: 'a list is wrapped',
    change: on('services.json', (answer) => void (answer.body = { services: answer.body })),
  },
  {
    id: 'read-key',
    is: 'broken',
    when: 'services need one',
    change: on(/^services\.(json|xml)$/, (answer) => void (answer.status = 403)),
  },
  {
    id: 'jurisdiction',
    is: 'broken',
    when: 'it is missing',
    change: on(
      /^services\.(json|xml)$/,
      (answer) => (
        (answer.status = 400),
        void (answer.body = [{ code: '400', description: 'jurisdiction_id was not provided' }])
      ),
    ),
  },
  {
    id: 'cookies',
    is: 'deviates',
    when: 'one is set',
    change: on('requests.json', ({ headers }) => void (headers['Set-Cookie'] = 'session=s3cret; Path=/')),
  },
  {
    id: 'nosniff',
    is: 'deviates',
    when: 'the header is missing',
    change: ({ headers }) => void delete headers['X-Content-Type-Options'],
  },
  { id: 'citydesk-reads', is: 'broken', when: 'a definition is a page', change: on('services/006.json', html) },
  {
    id: 'mends',
    is: 'deviates',
    when: 'a list is wrapped',
    change: on('services.json', (answer) => void (answer.body = { services: answer.body })),
  },
];

/**
 * A small city on real HTTP whose every answer is as it is due: headers, lists, filters, pages, tokens, errors. A test changes one
 * answer and watches who notices.
 */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';

export type Row = Record<string, unknown>;

export interface Answer {
  status: number;
  headers: Record<string, string | string[]>;
  /** Text and bytes as they are, anything else as JSON. */
  body: unknown;
}

export interface Asked {
  readonly method: string;
  /** Below the endpoint: `services.json`; of the discovery beside it `../discovery.json`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: URLSearchParams;
}

/** Changes an answer before it is sent. */
export type Change = (answer: Answer, asked: Asked) => void | Promise<void>;

const groups = ['Streets', 'Parks'];
const services: readonly Row[] = ['006', '010', 'tree', 'light', 'graffiti', 'bench', 'snow', 'sign'].map(
  (code, index) => ({
    service_code: code,
    service_name: `Service ${code}`,
    description: 'Something is broken',
    metadata: code === '006',
    type: code === '010' ? 'batch' : 'realtime',
    keywords: 'hole,road',
    group: groups[index % 2],
  }),
);

const definition = {
  service_code: '006',
  attributes: [
    {
      variable: false,
      code: 'dry',
      datatype: 'string',
      required: false,
      order: 1,
      description: 'Crews work on dry days.',
    },
    {
      variable: true,
      code: 'size',
      datatype: 'singlevaluelist',
      required: true,
      order: 2,
      description: 'How big is it?',
      values: [
        { key: 's', name: 'Small' },
        { key: 'b', name: 'Big' },
      ],
    },
    { variable: true, code: 'count', datatype: 'number', required: false, order: 3, description: 'How many?' },
  ],
};

const hour = 3_600_000;
const time = (hours: number) => new Date(Date.now() - hours * hour).toISOString().replace(/\.\d+/, '');

function requestRows(): Row[] {
  return [1, 30, 60, 90].map((hours, index) => ({
    service_request_id: `00${index + 1}`,
    status: index < 2 ? 'open' : 'closed',
    service_code: index % 2 ? '006' : '010',
    service_name: 'Pothole',
    description: 'Deep hole in the right lane',
    requested_datetime: time(hours),
    updated_datetime: time(hours - 1),
    address: 'Elm Street 1',
    lat: 41.94 + index / 1000,
    long: -85.63,
    media_url: 'https://photos.example.gov/1.jpg',
  }));
}

/** Starts the city on a free port; it is closed with the test. */
export async function goodCity(
  test: Pick<TestContext, 'after'>,
  change: Change = () => undefined,
): Promise<{ endpoint: string; asked: Asked[] }> {
  const asked: Asked[] = [];
  const rows = requestRows();
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk as string;
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    const path = url.pathname.startsWith(root)
      ? url.pathname.slice(root.length)
      : `../${url.pathname.split('/').pop()}`;
    const { method = '', headers } = request;
    const call: Asked = { method, path, query: url.searchParams, headers, body: new URLSearchParams(body) };
    asked.push(call);
    const answer = answerTo(call, rows, `${url.origin}${root}`);
    await change(answer, call);
    response.writeHead(answer.status, answer.headers);
    response.end(
      typeof answer.body === 'string' || answer.body instanceof Uint8Array ? answer.body : JSON.stringify(answer.body),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  test.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}${root}`, asked };
}

const root = '/open311/v2/';

function answerTo({ method, path, query, body }: Asked, rows: Row[], endpoint: string): Answer {
  const answer = (content: unknown, status = 200): Answer => ({
    status,
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Expose-Headers': 'Retry-After',
      'X-Content-Type-Options': 'nosniff',
      'X-RateLimit-Remaining': '99',
    },
    body: content,
  });
  const missing = () => answer([{ code: '404', description: 'This is not known here.' }], 404);
  if (method === 'OPTIONS')
    return { ...answer('', 204), headers: { ...answer('').headers, Allow: 'GET, POST, OPTIONS' } };
  if (path === '../discovery.json') return answer(discovery(endpoint));
  if (path === 'services.json') return answer(services.map((row) => ({ ...row })));
  if (path === 'services.xml') return inXml(answer(''), servicesXml);
  if (path === 'services/006.json') return answer(structuredClone(definition));
  if (path === 'requests.json' && method === 'POST') {
    if (!body.get('service_code') || !body.get('lat'))
      return answer([{ code: '400', description: 'lat is required' }], 400);
    // The same report again is the same request.
    if (rows[0]?.['service_request_id'] !== '0099') {
      rows.unshift({ ...rows[0], service_request_id: '0099', requested_datetime: time(0) });
    }
    return answer([{ service_request_id: '0099' }]);
  }
  if (path === 'requests.json') return answer(listed(rows, query));
  if (path === 'servicerequestupdates.json' && method === 'POST') {
    const isKnown = rows.some((row) => row['service_request_id'] === body.get('service_request_id'));
    return isKnown ? answer([{ update_id: '1' }]) : answer([{ code: '400', description: 'No such request.' }], 400);
  }
  if (path.startsWith('tokens/')) return answer([{ code: '404', description: 'There is no such token.' }], 404);
  const id = /^requests\/(.*)\.json$/.exec(path)?.[1];
  const found = rows.filter((row) => row['service_request_id'] === id);
  const more = query.get('extensions') === 'true' && {
    extended_attributes: { notes: [{ update_id: '1', description: 'Seen.' }] },
  };
  return found.length > 0 ? answer(found.map((row) => ({ ...row, ...more }))) : missing();
}

function listed(rows: readonly Row[], query: URLSearchParams): Row[] {
  const among = (name: string, field: string) => (row: Row) =>
    !query.get(name) || query.get(name)!.split(',').includes(String(row[field]));
  const date = (name: string, otherwise: number) => Date.parse(query.get(name) ?? '') || otherwise;
  const found = rows
    .filter(among('service_request_id', 'service_request_id'))
    .filter(among('status', 'status'))
    .filter(among('service_code', 'service_code'))
    .filter(({ requested_datetime: at }) => Date.parse(String(at)) >= date('start_date', 0))
    .filter(({ requested_datetime: at }) => Date.parse(String(at)) <= date('end_date', Infinity));
  const size = Number(query.get('page_size') ?? 1000);
  const from = (Number(query.get('page') ?? 1) - 1) * size;
  return found.slice(from, from + size).map((row) => ({ ...row }));
}

function discovery(endpoint: string): Row {
  const changeset = '2026-11-01 09:00';
  const specification = 'http://wiki.open311.org/GeoReport_v2';
  const url = endpoint.replace(/\/$/, '');
  return {
    changeset,
    contact: 'Ask the city.',
    key_service: 'No key is needed.',
    endpoints: [{ specification, url, changeset, type: 'test', formats: ['application/json', 'text/xml'] }],
  };
}

export function inXml(answer: Answer, body: string): Answer {
  return { ...answer, headers: { ...answer.headers, 'Content-Type': 'text/xml; charset=utf-8' }, body };
}

export const servicesXml = `<?xml version="1.0" encoding="utf-8"?>
<services>${services
  .map(
    (row) =>
      `<service>${Object.entries(row)
        .map(([name, value]) => `<${name}>${String(value)}</${name}>`)
        .join('')}</service>`,
  )
  .join('')}</services>`;

/**
 * The city of the conformance suite: a real HTTP server on another origin, which answers each case as the case says, tells what it
 * heard, and refuses every preflight.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CannedAnswer, Case, Heard } from './case.ts';
import { cases } from './cases.ts';

export interface ConformanceCity {
  /** `http://127.0.0.1:…`; a case's endpoint is `<origin>/<run>/<index>/open311/v2/`, what it heard is at `<origin>/<run>/<index>/heard`. */
  readonly origin: string;
  close(): void;
}

/** Starts it on a free port. It does not keep the process alive. */
export async function startCity(): Promise<ConformanceCity> {
  const heard = new Map<string, Heard[]>();
  const server = createServer((request, response) => {
    respond(heard, request, response).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  server.unref();
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function respond(heard: Map<string, Heard[]>, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = '', url = '' } = request;
  response.setHeader('Access-Control-Allow-Origin', '*');
  // Browsers send even a POST again by themselves if a connection that was used before breaks without an answer.
  response.setHeader('Connection', 'close');
  response.setHeader('Access-Control-Expose-Headers', '*');
  const [, run = '', index = '', rest = ''] = /^\/([^/]+)\/(\d+)\/(.*)$/s.exec(url) ?? [];
  const key = `${run}/${index}`;
  const lines = heard.get(key) ?? [];
  heard.set(key, lines);
  if (rest === 'heard') {
    response.end(JSON.stringify(lines));
    return;
  }
  const line = `${method} ${rest.startsWith('open311/v2/') ? rest.slice(11) : `../${rest.replace('open311/', '')}`}`;
  lines.push({ line, headers: request.headers as Record<string, string>, fields: await fieldsOf(request) });
  const answers = answersFor(line, cases[Number(index)]?.city ?? {});
  const before = lines.filter((each) => answersFor(each.line, cases[Number(index)]?.city ?? {}) === answers).length - 1;
  const address = `http://${request.headers.host}/${key}`;
  send(response, answers[Math.min(before, answers.length - 1)] ?? notThere, address);
}

const notThere: CannedAnswer = { status: 404, body: '<!doctype html><title>404</title><h1>Not Found</h1>' };
const none: readonly CannedAnswer[] = [];
const lists = new WeakMap<CannedAnswer, readonly CannedAnswer[]>();

/** The answers of the entry that asks for most and fits; always the same list for the same entry. */
function answersFor(line: string, city: Case['city']): readonly CannedAnswer[] {
  const [path, query] = line.split('?');
  const has = new URLSearchParams(query);
  const fitting = Object.entries(city)
    .map(([name, answers]) => {
      const [wantedPath, wantedQuery] = name.split('?');
      return { wantedPath, wanted: [...new URLSearchParams(wantedQuery)], answers };
    })
    .filter(({ wantedPath, wanted }) => wantedPath === path && wanted.every(([name, value]) => has.get(name) === value))
    .sort((a, b) => b.wanted.length - a.wanted.length);
  const answers = fitting[0]?.answers ?? none;
  if (!('length' in answers)) {
    if (!lists.has(answers)) lists.set(answers, [answers]);
    return lists.get(answers)!;
  }
  return answers;
}

function send(
  response: ServerResponse,
  { status = 200, body = '', headers = {}, fault }: CannedAnswer,
  address: string,
): void {
  if (fault === 'silence') return;
  if (fault === 'drop') {
    response.destroy();
    return;
  }
  const text = (typeof body === 'string' ? body : JSON.stringify(body)).replaceAll('here:', address);
  // With its length said, a body that is cut off cannot pass for one that is closed early.
  if (fault === 'cut') response.setHeader('Content-Length', Buffer.byteLength(text));
  response.writeHead(status, { 'Content-Type': text.startsWith('<') ? 'text/xml' : 'application/json', ...headers });
  if (fault === undefined) response.end(text);
  else if (fault === 'cut') {
    response.write(text.slice(0, text.length / 2));
    setTimeout(() => response.destroy(), 50);
  } else if (fault === 'drip') {
    const drip = setInterval(() => response.write(' '), 10);
    response.on('close', () => clearInterval(drip));
  } else {
    const blanks = ' '.repeat(64_000);
    const more = (): void => {
      while (!response.destroyed && response.write(blanks));
    };
    response.on('drain', more);
    more();
  }
}

async function fieldsOf(request: IncomingMessage): Promise<[string, string][]> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/')) return [...new URLSearchParams(body.toString())];
  const form = await new Response(body, { headers: { 'Content-Type': type } }).formData();
  return [...form].map(([name, value]) => [
    name,
    typeof value === 'string' ? value : `${value.name} ${value.type} ${value.size}`,
  ]);
}

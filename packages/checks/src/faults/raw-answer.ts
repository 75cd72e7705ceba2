// Answers as bytes, so that they can be wrong in ways no HTTP library would write.

import { gzipSync } from 'node:zlib';
import type { Change } from './fault.ts';

/** An answer that has been read to its end. */
export interface Answer {
  readonly status: number;
  /** Name and value by turns, as they came. */
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
}

export interface Bytes {
  /** Status line, headers and the empty line. */
  readonly head: Buffer;
  readonly body: Buffer;
}

/** Set anew for every answer: the connection ends with it, and the body comes whole. */
const ofTheHop = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length']);

/** The answer's bytes, as a server that ends the connection would send them. */
export function bytesOf({ status, rawHeaders, body }: Answer, more: readonly string[] = []): Bytes {
  return {
    head: headOf(
      status,
      [...kept(rawHeaders), ['Content-Length', String(body.byteLength)], ['Connection', 'close']],
      more,
    ),
    body,
  };
}

function headOf(status: number, headers: readonly (readonly [string, string])[], more: readonly string[] = []): Buffer {
  const lines = headers.map(([name, value]) => `${name}: ${value}`);
  return Buffer.from([`HTTP/1.1 ${status} Whatever`, ...lines, ...more, '', ''].join('\r\n'), 'latin1');
}

function kept(rawHeaders: readonly string[], without: readonly string[] = []): [string, string][] {
  const pairs: [string, string][] = [];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]!;
    const lower = name.toLowerCase();
    if (!ofTheHop.has(lower) && !without.includes(lower)) pairs.push([name, rawHeaders[at + 1]!]);
  }
  return pairs;
}

/** The true answer, spoiled; nothing of it is made up beyond that. */
export function changedBytes(answer: Answer, change: Change): Bytes {
  const text = answer.body.toString();
  const withBody = (body: Buffer | string, type?: string): Bytes =>
    bytesOf({ ...answer, rawHeaders: type ? typed(answer, type) : answer.rawHeaders, body: Buffer.from(body) });
  const withHeaders = (headers: readonly string[]): Bytes => bytesOf(answer, headers);
  switch (change) {
    case 'no-cors':
      return bytesOf({ ...answer, rawHeaders: without(answer, /^access-control-/i) });
    case 'no-relay-mark':
      return bytesOf({ ...answer, rawHeaders: without(answer, /^citydesk-relay$/i) });
    case 'text-plain':
      return withBody(text, 'text/plain; charset=utf-8');
    case 'html-type':
      return withBody(text, 'text/html; charset=utf-8');
    case 'utf-16':
      return withBody(Buffer.from(`\uFEFF${text}`, 'utf16le'), 'text/plain; charset=utf-16le');
    case 'bom':
      return withBody(`\uFEFF${text}`);
    case 'object':
      return withBody(text.trim().replace(/^\[/, '').replace(/\]$/, ''));
    case 'null-id':
      return withBody(withId(text, 'null', ''));
    case 'empty-id':
      return withBody(withId(text, '""', ''));
    case 'truncated':
      return withBody(text.trim().startsWith('<') ? text.slice(0, 60) : '[{"service_request_id":"1');
    case 'double-code':
      return withBody(doubled(text));
    case 'wrong-length': {
      // Says that more is to come than comes.
      const { head, body } = bytesOf(answer);
      const said = head.toString('latin1').replace(/Content-Length: \d+/, `Content-Length: ${body.byteLength + 512}`);
      return { head: Buffer.from(said, 'latin1'), body };
    }
    case 'gzip-garbage': {
      const packed = gzipSync(answer.body);
      packed.fill(0x55, 10);
      return bytesOf({ ...answer, body: packed }, ['Content-Encoding: gzip']);
    }
    case 'chunked':
      return chunked(answer, `${answer.body.byteLength.toString(16)};odd=1\r\n`, '\r\n0\r\nTrailer: x\r\n\r\n');
    case 'chunked-garbage':
      return chunked(answer, 'zz\r\n', '\r\nnot a chunk');
    case 'with-1xx': {
      const { head, body } = bytesOf(answer);
      const early = 'HTTP/1.1 103 Early Hints\r\nLink: </x.css>; rel=preload; as=style\r\n\r\n';
      return { head: Buffer.concat([Buffer.from(early), head]), body };
    }
    case 'many-headers':
      return withHeaders(Array.from({ length: 200 }, (_, at) => `X-Odd-${at}: ${at}`));
    case 'huge-header':
      return withHeaders([`X-Huge: ${'a'.repeat(1_000_000)}`]);
  }
}

function chunked(answer: Answer, start: string, end: string): Bytes {
  const headers: [string, string][] = [
    ...kept(answer.rawHeaders),
    ['Transfer-Encoding', 'chunked'],
    ['Connection', 'close'],
  ];
  return {
    head: headOf(answer.status, headers),
    body: Buffer.concat([Buffer.from(start, 'latin1'), answer.body, Buffer.from(end, 'latin1')]),
  };
}

/** The number of the report in a receipt, as JSON or XML has it. */
export function idIn(body: Buffer): string | undefined {
  const text = body.toString();
  const [, inJson, inXml] = /"service_request_id"\s*:\s*"?([\w-]+)"?|<service_request_id>([^<]+)</.exec(text) ?? [];
  return inJson ?? inXml;
}

/** The same receipt with another number, as JSON or XML has it. */
export function withId(text: string, json: string, xml: string): string {
  return text
    .replace(/("service_request_id"\s*:\s*)("[^"]*"|\w+)/, (_, name: string) => `${name}${json}`)
    .replace(/<service_request_id>[^<]*</, `<service_request_id>${xml}<`);
}

/** A list whose first member comes once more. */
function doubled(text: string): string {
  try {
    const list = JSON.parse(text) as unknown[];
    return JSON.stringify([...list, ...list.slice(0, 1)]);
  } catch {
    return text.replace(/(<service>[\s\S]*?<\/service>)/, '$1$1');
  }
}

function without({ rawHeaders }: Answer, names: RegExp): string[] {
  return rawHeaders.filter((_, at) => !names.test(rawHeaders[at - (at % 2)]!));
}

function typed(answer: Answer, type: string): string[] {
  return [...without(answer, /^content-type$/i), 'Content-Type', type];
}

/** An answer as it goes out: in JSON or XML by the address that was asked, or as a web page. */

import type { Format } from '@citydesk/open311/wire';
import { xmlText, type XmlShape } from '../answers/xml.ts';
import type { Answer, Route } from './answer.ts';

const types: Readonly<Record<Format | 'html', string>> = {
  json: 'application/json; charset=utf-8',
  xml: 'text/xml; charset=utf-8',
  html: 'text/html; charset=utf-8',
};

/** The format a path asks for by its ending; JSON where it has none. */
export function formatOfPath(path: string): Format {
  return path.endsWith('.xml') ? 'xml' : 'json';
}

/**
 * @param shape where this city's elements have other names than the spec's
 * @param headers beside those that every answer of the API has
 */
export function writeAnswer(
  answer: Answer,
  format: Format,
  shape: XmlShape = specShape(answer),
  headers: Readonly<Record<string, string>> = {},
): Response {
  const kind = answer.page === undefined ? format : 'html';
  const text = answer.page ?? (format === 'xml' ? xmlText(answer.body, shape) : JSON.stringify(answer.body));
  return new Response(text, {
    status: answer.status,
    headers: { ...apiHeaders, 'Content-Type': types[kind], ...headers },
  });
}

/** For pages of any site. */
export const apiHeaders: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Retry-After',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
};

const roots: Readonly<Partial<Record<Route, XmlShape>>> = {
  discovery: { root: 'discovery', item: 'endpoint' },
  services: { root: 'services', item: 'service' },
  definition: { root: 'service_definition', item: 'attribute' },
  updates: { root: 'service_request_updates', item: 'request_update' },
};

/** The spec's names. */
export function specShape({ route, failed }: Pick<Answer, 'route' | 'failed'>): XmlShape {
  if (failed) return { root: 'errors', item: 'error' };
  return roots[route] ?? { root: 'service_requests', item: 'request' };
}

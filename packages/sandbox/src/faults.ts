/** Makes the city misbehave on demand, the way real ones do, so that tests can watch what a client makes of it. */

import type { Format } from '@citydesk/open311/wire';
import { apiAnswer, errorAnswer, escaped, writeAnswer } from '@citydesk/relay/town';

export type FaultRoute = 'discovery' | 'services' | 'definition' | 'post' | 'requests' | 'tokens' | 'updates' | '*';

/** One way to misbehave. */
export interface Fault {
  /** Which calls it befalls; `*` is every call of the API. */
  readonly route: FaultRoute;
  /**
   * - `down`: the connection is cut
   * - `slow`: the true answer, after `ms` (default 3,000)
   * - `busy`: 503 with Retry-After (`retryAfter` seconds, default 1)
   * - `html`: 200 with a web page in place of JSON
   * - `error-500`: 500 with a spec error
   * - `ok-with-error`: 200 with a spec error list
   * - `attribute-400`: 400 that names a question (`attribute`)
   * - `not-found`: 404 with a spec error
   * - `gone`: 410 with a spec error, as for a request that is no longer kept
   * - `forbidden`: 403 with a spec error, as for a request that someone must look at before it is public
   * - `empty`: 200 with an empty list, or a definition that asks nothing
   * - `script-strings`: the true answer with `<script>` in every text a person would read
   */
  readonly kind:
    | 'down'
    | 'slow'
    | 'busy'
    | 'html'
    | 'error-500'
    | 'ok-with-error'
    | 'attribute-400'
    | 'not-found'
    | 'gone'
    | 'forbidden'
    | 'empty'
    | 'script-strings';
  /** Milliseconds to wait first. */
  readonly ms?: number;
  /** The code of the question that `attribute-400` names. */
  readonly attribute?: string;
  readonly retryAfter?: number;
  /** On a POST: the report is written, and only then the answer goes wrong. */
  readonly committed?: boolean;
  /** How often it happens before it heals by itself. Default: always. */
  readonly times?: number;
}

/** The city hung up. Whoever holds the connection cuts it; a caller in the same process sees what `fetch` would throw. */
export class ConnectionCut extends TypeError {
  override readonly name = 'ConnectionCut';
  constructor() {
    super('fetch failed: the city cut the connection');
  }
}

/** Which call of the API this is, or `undefined` for anything else (pages, the staff desk). */
export function routeOf(method: string, path: string): Exclude<FaultRoute, '*'> | undefined {
  if (!path.includes('/open311/') || method === 'OPTIONS') return undefined;
  const rest = path.slice(path.indexOf('/open311/') + '/open311'.length);
  if (/\/discovery\.(json|xml)$/.test(rest)) return 'discovery';
  if (rest.startsWith('/v2/services/')) return 'definition';
  if (rest.startsWith('/v2/services.')) return 'services';
  if (rest.startsWith('/v2/tokens/')) return 'tokens';
  if (rest.startsWith('/v2/servicerequestupdates')) return 'updates';
  if (rest.startsWith('/v2/requests')) return method === 'POST' ? 'post' : 'requests';
  return undefined;
}

/**
 * Answers under a fault.
 * @param answer the city's true answer; calling it does what the call asks
 * @throws ConnectionCut
 */
export async function misbehave(
  fault: Fault,
  route: FaultRoute,
  format: Format,
  answer: () => Promise<Response>,
): Promise<Response> {
  const errors = (
    code: number,
    description: string,
    status = code,
    headers: Readonly<Record<string, string>> = {},
  ): Response => errorAnswer([{ code, description }], status, format, headers);
  const asked = askedFor[route] ?? 'service_code';
  // The report is written before the wait: whoever gives up while waiting has nonetheless filed it.
  const early = fault.committed ? await answer() : undefined;
  const ms = fault.ms ?? (fault.kind === 'slow' ? 3000 : 0);
  if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
  switch (fault.kind) {
    case 'down':
      throw new ConnectionCut();
    case 'slow':
      return early ?? answer();
    case 'busy':
      return errors(503, 'The city is busy. Try again soon.', 503, { 'Retry-After': String(fault.retryAfter ?? 1) });
    case 'html':
      return new Response('<!doctype html><title>Maintenance</title><h1>We will be back soon</h1>', {
        headers: { 'Content-Type': 'text/html; charset=utf-8', 'Access-Control-Allow-Origin': '*' },
      });
    case 'error-500':
      return errors(500, 'General service error.');
    case 'ok-with-error':
      return errors(400, 'The city could not take this.', 200);
    case 'attribute-400':
      return errors(400, `The city cannot take this answer. (attribute[${fault.attribute ?? 'size'}])`);
    case 'not-found':
      return errors(404, `${asked} was not found. (${asked})`);
    case 'gone':
      return errors(410, `The city no longer keeps this report. (${asked})`);
    case 'forbidden':
      return errors(403, `This report is not public yet. The city looks at it first. (${asked})`);
    case 'empty':
      return nothingOf(route, format);
    case 'script-strings':
      return withScripts(early ?? (await answer()));
  }
}

/** The field by which each route finds what it tells; `service_code` for the others. */
const askedFor: Readonly<Partial<Record<FaultRoute, string>>> = {
  requests: 'service_request_id',
  updates: 'service_request_id',
  tokens: 'token',
};

function nothingOf(route: FaultRoute, format: Format): Response {
  const asked = route === '*' || route === 'tokens' ? 'token' : route;
  const body = route === 'definition' ? { service_code: '', attributes: [] } : [];
  return writeAnswer({ route: asked, status: 200, failed: false, body }, format);
}

/** What programs go by; all else is text for people. */
const forPrograms =
  /^(service_code|service_request_id|update_id|token|code|key|type|datatype|status|media_url|url|specification|formats|changeset)$|_datetime$/;

const script = '<script>globalThis.spoiled = true</script><img src=x onerror="globalThis.spoiled = true">';

async function withScripts(answer: Response): Promise<Response> {
  const spoil = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return forPrograms.test(key) ? value : script + value;
    if (Array.isArray(value)) return value.map((each) => spoil(each, key));
    if (value !== null && typeof value === 'object') {
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, spoil(each, name)]));
    }
    return value;
  };
  if (answer.headers.get('content-type')?.includes('json')) {
    return apiAnswer(spoil(await answer.json(), ''), answer.status);
  }
  const spoiled = (await answer.text()).replace(/<(\w+)>([^<]+)(?=<\/)/g, (whole, name: string, text: string) =>
    forPrograms.test(name) ? whole : `<${name}>${escaped(script)}${text}`,
  );
  return new Response(spoiled, { status: answer.status, headers: answer.headers });
}

/** The REST API of a WordPress site with one post type, as its handbook describes it, for tests in Node. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface WordpressPost {
  readonly id: number;
  readonly title: string;
  readonly content?: string;
  readonly password?: boolean;
  readonly acf?: unknown;
}

export interface WordpressSite {
  readonly origin: string;
  /** Paths with their queries, oldest first. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

export interface WordpressOptions {
  /** The site does not let other sites read the number of pages. */
  readonly hidesTotal?: boolean;
  /** These pages fail. */
  readonly brokenPages?: readonly number[];
}

export async function wordpressSite(
  posts: readonly WordpressPost[],
  options: WordpressOptions = {},
): Promise<WordpressSite> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url!);
    answer(posts, options, request, response);
  });
  const origin = await listening(server);
  return { origin, asked, close: () => closed(server) };
}

export async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => void server.close(() => resolve()));
}

function answer(
  posts: readonly WordpressPost[],
  { hidesTotal, brokenPages }: WordpressOptions,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { pathname, searchParams: query } = new URL(request.url!, 'http://site');
  const route = query.get('rest_route') ?? pathname.replace(/^\/wp-json/, '');
  const [known, id] = /^\/wp\/v2\/faq(?:\/(\d+))?\/?$/.exec(route) ?? [];
  const send = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) => {
    response.writeHead(status, { 'Content-Type': 'application/json; charset=UTF-8', ...headers });
    response.end(JSON.stringify(body));
  };
  const refuse = (status: number, code: string, message: string) => send(status, { code, message, data: { status } });
  const fields = (post: WordpressPost) => {
    const wanted = query.get('_fields')?.split(',') ?? [];
    return Object.fromEntries(Object.entries(shapeOf(post)).filter(([key]) => !wanted.length || wanted.includes(key)));
  };
  if (!known) return refuse(404, 'rest_no_route', 'No route was found matching the URL and request method.');
  if (id) {
    const post = posts.find((one) => one.id === Number(id));
    return post ? send(200, fields(post)) : refuse(404, 'rest_post_invalid_id', 'Invalid post ID.');
  }
  const perPage = Number(query.get('per_page') ?? 10);
  const page = Number(query.get('page') ?? 1);
  const pages = Math.ceil(posts.length / perPage);
  if (perPage > 100) return refuse(400, 'rest_invalid_param', 'Invalid parameter(s): per_page');
  if (brokenPages?.includes(page))
    return refuse(500, 'internal_server_error', 'There has been a critical error on this website.');
  if (page > Math.max(1, pages))
    return refuse(
      400,
      'rest_post_invalid_page_number',
      'The page number requested is larger than the number of pages available.',
    );
  const total = { 'X-WP-Total': String(posts.length), 'X-WP-TotalPages': String(pages) };
  send(200, posts.slice((page - 1) * perPage, page * perPage).map(fields), hidesTotal ? {} : total);
}

/** A post as the API gives it when nobody narrows its fields. */
function shapeOf({
  id,
  title,
  content = '<p>Yes.</p>',
  password = false,
  acf = [],
}: WordpressPost): Readonly<Record<string, unknown>> {
  return {
    id,
    date: '2026-01-05T09:00:00',
    date_gmt: '2026-01-05T14:00:00',
    guid: { rendered: `https://city.example/?post_type=faq&#038;p=${id}` },
    modified: '2026-11-02T16:20:11',
    modified_gmt: '2026-11-02T21:20:11',
    slug: `faq-${id}`,
    status: 'publish',
    type: 'faq',
    link: `https://city.example/faq/faq-${id}/`,
    title: { rendered: password ? `Protected: ${title}` : title },
    content: { rendered: password ? '' : content, protected: password },
    excerpt: { rendered: '<p>Yes [&hellip;]</p>\n', protected: password },
    template: '',
    meta: [],
    acf,
    _links: { self: [{ href: `https://city.example/wp-json/wp/v2/faq/${id}` }] },
  };
}

/** Serves a folder of built pages, as a city's web server would: compressed, cached, in parts, under a strict content policy. */

import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { byteRange, type ByteRange } from './byte-range.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'text/xml; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.pdf': 'application/pdf',
  '.pmtiles': 'application/vnd.pmtiles',
};

/** Everything from the site itself, nothing inline, nothing framed by others. */
export const strictHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'self'",
  'Referrer-Policy': 'strict-origin-when-cross-origin',
};

const compressors = { br: promisify(brotliCompress), gzip: promisify(gzip) };

interface Page {
  readonly path: string;
  readonly body: Buffer<ArrayBuffer>;
  readonly etag: string;
}

/**
 * @param folder the site; `index.html` answers for a folder, `404.html` for what is not there
 * @param headers sent with every page and file
 */
export function staticSite(folder: string, headers = strictHeaders): (request: Request) => Promise<Response> {
  const packed = new Map<string, Promise<Buffer<ArrayBuffer>>>();

  const answer = async (request: Request, page: Page, status: number): Promise<Response> => {
    const type = types[extname(page.path).toLowerCase()] ?? 'application/octet-stream';
    const text = type.includes('charset');
    const encoding = text ? acceptedEncoding(request) : undefined;
    const all = new Headers({
      ...headers,
      'Content-Type': type,
      'X-Content-Type-Options': 'nosniff',
      // A name with a hash in it never changes its content.
      'Cache-Control': /-[\w-]{8}\.\w+$/.test(page.path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      ETag: page.etag,
      Vary: 'Accept-Encoding',
    });
    if (status === 200 && request.headers.get('if-none-match') === page.etag) {
      return new Response(null, { status: 304, headers: all });
    }
    // Text may come compressed, and a part of that would be of no use: it always comes whole.
    if (status === 200 && !text) {
      all.set('Accept-Ranges', 'bytes');
      const range = byteRange(request, page.body.byteLength, page.etag);
      if (range) return part(page.body, range, all);
    }
    if (encoding) all.set('Content-Encoding', encoding);
    const body = encoding ? await pack(page, encoding) : page.body;
    all.set('Content-Length', String(body.byteLength));
    return new Response(request.method === 'HEAD' ? null : body, { status, headers: all });
  };

  const pack = (page: Page, encoding: keyof typeof compressors): Promise<Buffer<ArrayBuffer>> => {
    const key = `${encoding} ${page.etag}`;
    const known = packed.get(key) ?? compressors[encoding](page.body);
    packed.set(key, known);
    return known;
  };

  return async (request) => {
    const { pathname, search } = new URL(request.url);
    if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405 });
    const page = await find(folder, pathname);
    if (page === 'folder') return new Response(null, { status: 308, headers: { Location: `${pathname}/${search}` } });
    if (page) return answer(request, page, 200);
    const missing = await find(folder, '/404.html');
    if (missing && missing !== 'folder') return answer(request, missing, 404);
    return new Response('There is no such page.', { status: 404, headers: { 'Content-Type': types['.txt'] ?? '' } });
  };
}

/** The file behind a path, `folder` where a slash is missing at the end; never anything outside the site or hidden. */
async function find(folder: string, pathname: string): Promise<Page | 'folder' | undefined> {
  let name: string;
  try {
    name = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  if (/[\\\0]/.test(name) || name.split('/').some((part) => part.startsWith('.'))) return undefined;
  try {
    const root = await realpath(folder);
    const path = await realpath(join(root, name.endsWith('/') ? `${name}index.html` : name));
    // A link inside the site may not lead out of it.
    if (!path.startsWith(root + sep)) return undefined;
    if ((await stat(path)).isDirectory()) return 'folder';
    const body = await readFile(path);
    return { path, body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
  } catch {
    return undefined;
  }
}

function part(whole: Buffer<ArrayBuffer>, range: ByteRange, headers: Headers): Response {
  if (range === 'none') {
    headers.delete('Content-Type');
    headers.set('Content-Range', `bytes */${whole.byteLength}`);
    return new Response(null, { status: 416, headers });
  }
  const body = whole.subarray(range.start, range.end);
  headers.set('Content-Range', `bytes ${range.start}-${range.end - 1}/${whole.byteLength}`);
  headers.set('Content-Length', String(body.byteLength));
  return new Response(body, { status: 206, headers });
}

function acceptedEncoding(request: Request): keyof typeof compressors | undefined {
  const accepted = (request.headers.get('accept-encoding') ?? '').split(',').map((each) => each.trim().split(';')[0]);
  return (['br', 'gzip'] as const).find((encoding) => accepted.includes(encoding));
}

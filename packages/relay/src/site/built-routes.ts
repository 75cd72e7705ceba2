/** Serves the built files of package `citydesk` to city pages of any origin: what has a hash or a version in its address for ever, the rest for minutes. */
import { Hono, type Context } from 'hono';

export interface BuiltFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** In quotes, as HTTP wants it. */
  readonly etag: string;
  /** The same, smaller, for whoever takes it. */
  compressed(encoding: 'br' | 'gzip'): Promise<Uint8Array<ArrayBuffer>>;
}

/** Where the built files are, as a port: a folder with Node, something else elsewhere. */
export interface BuiltFiles {
  /** Of the package, such as `0.1.0`. */
  readonly version: string;
  /**
   * By a path that has been looked at: names and slashes only. `undefined` for what is not there.
   * @param version of which; default: this one. Pages that name an older one go on as long as it is kept
   */
  read(path: string, version?: string): Promise<BuiltFile | undefined>;
}

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  map: 'application/json; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  wasm: 'application/wasm',
};

/** Seconds for which `citydesk.js` is taken as it is. */
const short = 300;
const forever = 'public, max-age=31536000, immutable';

/** `/citydesk/citydesk.js`, `/citydesk/citydesk/{name}-{hash}.js`, and all of that under `/citydesk/{version}/`, where nothing changes. */
export function builtRoutes(files: BuiltFiles): Hono {
  const app = new Hono();

  app.get('/citydesk/*', async (c) => {
    const asked = c.req.path.slice('/citydesk/'.length);
    const [, version, ofVersion] = /^(\d+\.\d+\.\d+(?:-[\w.]+)?)\/(.*)$/.exec(asked) ?? [];
    const path = ofVersion ?? asked;
    // Names and folders, none of which begins with a dot; no code for a letter is needed in any.
    const [, ending = ''] = /^(?:[\w-][\w.-]*\/)*[\w-][\w.-]*\.(\w+)$/.exec(path) ?? [];
    const type = path.endsWith('.d.ts') ? undefined : types[ending];
    const file = type === undefined ? undefined : await files.read(path, version);
    if (!file || type === undefined) return notThere();
    const isForever = version !== undefined || /^citydesk\/.+-[\w-]{8}\.js$/.test(path);
    return answer(c, file, type, isForever ? forever : `public, max-age=${short}, must-revalidate`);
  });

  return app;
}

/** For pages of other origins: a module is only loaded from elsewhere where it says so. */
const open = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'X-Content-Type-Options': 'nosniff',
};

async function answer(c: Context, file: BuiltFile, type: string, caching: string): Promise<Response> {
  const headers = new Headers({ ...open, 'Content-Type': type, 'Cache-Control': caching, Vary: 'Accept-Encoding' });
  const encoding = encodingFor(c.req.header('Accept-Encoding') ?? '');
  // A proxy that packs or unpacks may mark the tag as weak; the content is the same.
  headers.set('ETag', file.etag);
  const known = (c.req.header('If-None-Match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (known.includes(file.etag) || known.includes('*')) return new Response(null, { status: 304, headers });
  const body = encoding ? await file.compressed(encoding) : file.bytes;
  if (encoding) headers.set('Content-Encoding', encoding);
  headers.set('Content-Length', String(body.byteLength));
  return new Response(c.req.method === 'HEAD' ? null : body, { headers });
}

function encodingFor(accepted: string): 'br' | 'gzip' | undefined {
  const taken = accepted.split(',').flatMap((each) => {
    const [name = '', weight = ''] = each.split(';').map((part) => part.trim().toLowerCase());
    return /^q=0(\.0*)?$/.test(weight) ? [] : [name];
  });
  return (['br', 'gzip'] as const).find((encoding) => taken.includes(encoding));
}

function notThere(): Response {
  return new Response('There is no such file.', {
    status: 404,
    headers: { ...open, 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}

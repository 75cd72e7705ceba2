/**
 * What was reported and what became of it, for feed readers and spreadsheets: `/feed.atom`, `/feed.json` (JSON Feed) and
 * `/feed.csv`. They hold what a list of the API may hold and no more. Arguments: `service_code`, `service_request_id` and
 * `status`, as in GET requests.
 */

import { createHash } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { feedKinds } from '../feed-kinds.ts';
import { mediaAddress } from './photos.ts';
import { publicSide } from './public-side.ts';
import { listIn, openIn } from './requests-query.ts';
import { SpecError } from './spec-error.ts';
import { publicRequest } from './wire-answers.ts';
import type { Dialect } from './dialect.ts';
import type { Store } from './store.ts';
import type { StoreQuery } from './store-query.ts';
import type { StoredRequest } from './stored-request.ts';

export interface FeedsOptions {
  readonly store: Store;
  readonly now: () => Date;
  /** The path under which the city answers, without a slash at the end. */
  readonly base: string;
  /** Ids are the same here as in the API. */
  readonly ids?: Dialect['ids'];
}

export function feeds({ store, now, base, ids }: FeedsOptions): Hono {
  const app = new Hono();
  const open = publicSide(store, now);

  /** Of those asked for, the ones that a list may show: a feed goes to readers that no one knows. */
  const chosen = (c: Context, most: number): readonly StoredRequest[] => {
    const { searchParams } = new URL(c.req.url);
    const wanted = listIn(searchParams, 'service_request_id')?.map((id) => ids?.in(id) ?? id);
    return open.list({ ...filtersIn(searchParams), ...(wanted && { ids: wanted }), limit: most });
  };

  for (const { path, type, most, write, headers } of feedKinds(1_000_000)) {
    app.get(path, (c) => {
      const { origin, href } = new URL(c.req.url);
      const found = chosen(c, most);
      const photoAt = mediaAddress(c.req.url, base);
      const requests = found
        .map((request) => publicRequest(request, photoAt, true))
        .map((request) => ({ ...request, serviceRequestId: idOut(request.serviceRequestId) }));
      const text = write(requests, {
        title: `Reports in ${store.city}`,
        url: href,
        site: `${origin}${base}/`,
        author: store.city,
        linkFor: ({ serviceRequestId }) => `${origin}${base}/#citydesk:request=${encodeURIComponent(serviceRequestId)}`,
      });
      return revalidated(c.req.raw, text, lastChange(found), { 'Content-Type': type, ...headers });
    });
  }
  const idOut = (id: string): string => String(ids?.out(id) ?? id);
  return app;
}

/** @throws SpecError 400 for a status that is none */
function filtersIn(search: URLSearchParams): Omit<StoreQuery, 'limit'> {
  const mistakes: string[] = [];
  const open = openIn(search, mistakes);
  if (mistakes.length > 0) throw new SpecError(400, ...mistakes);
  const serviceCodes = listIn(search, 'service_code');
  return { ...(serviceCodes && { serviceCodes }), ...(open !== undefined && { open }) };
}

/** A request also changes when its token turns into a number: only then it is public. */
function lastChange(requests: readonly StoredRequest[]): Date | undefined {
  const times = requests.flatMap(({ updatedDatetime, tokenReadyDatetime }) => [
    Date.parse(updatedDatetime),
    ...(tokenReadyDatetime === null ? [] : [Date.parse(tokenReadyDatetime)]),
  ]);
  return times.length === 0 ? undefined : new Date(times.reduce((a, b) => Math.max(a, b)));
}

/** The text, or a 304 for who has it already: readers come back every few minutes. */
function revalidated(
  request: Request,
  text: string,
  changed: Date | undefined,
  headers: Readonly<Record<string, string>>,
): Response {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  const all = {
    ...headers,
    ETag: etag,
    ...(changed && { 'Last-Modified': changed.toUTCString() }),
    'Cache-Control': 'no-cache',
    'Access-Control-Allow-Origin': '*',
    'X-Content-Type-Options': 'nosniff',
  };
  return isKnown(request.headers, etag, changed)
    ? new Response(null, { status: 304, headers: all })
    : new Response(text, { headers: all });
}

/** RFC 9110, 13.1: a date counts only where no tag was sent; a proxy may have made the tag a weak one. */
function isKnown(headers: Headers, etag: string, changed: Date | undefined): boolean {
  const tags = headers.get('if-none-match');
  if (tags !== null) {
    return tags.split(',').some((each) => ['*', etag].includes(each.trim().replace(/^W\//, '')));
  }
  const since = Date.parse(headers.get('if-modified-since') ?? '');
  return changed !== undefined && +changed <= since;
}

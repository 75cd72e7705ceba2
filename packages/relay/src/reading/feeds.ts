/**
 * What was reported and what became of it, for feed readers and spreadsheets: `/feed.atom`, `/feed.json` (JSON Feed) and `/feed.csv`. They hold
 * what a list of the API may hold and no more. Arguments: `service_code` and `status`, as in GET requests.
 */

import { Hono } from 'hono';
import { feedKinds } from '../feed-kinds.ts';
import { askedList } from './requests-query.ts';
import { told } from './told.ts';
import type { CityBehind } from '../city.ts';
import type { RelayConfig } from '../config.ts';
import type { SpecWriter } from '../spec-answer.ts';
import type { RelayEnv } from '../relay-env.ts';
import type { OpenSide } from './reading-routes.ts';

export interface FeedsOptions {
  readonly city: CityBehind;
  readonly open: OpenSide;
  readonly config: Pick<RelayConfig, 'timeout' | 'city' | 'tracker'>;
  readonly write: SpecWriter;
  /** Where the relay is for residents, without a slash at the end. */
  readonly rootOf: (request: Request) => string;
}

export function feeds({ city, open, config, write: spec, rootOf }: FeedsOptions): Hono<RelayEnv> {
  const app = new Hono<RelayEnv>();
  for (const { path, type, most, write, headers } of feedKinds(1000)) {
    app.get(path, async (c) => {
      const asked = new URL(c.req.url).searchParams;
      const search = new URLSearchParams([...asked].filter(([name]) => ['service_code', 'status'].includes(name)));
      const { query } = askedList(search);
      const found = await told((signal) => city.page({ ...query, pageSize: most }, 1, most, undefined, signal), {
        timeout: config.timeout,
        gone: c.req.raw.signal,
        missing: 'The city has no list of requests.',
      });
      const requests = found.filter((each) => !open.isPrivate(each)).map((each) => open.shown(each, false, c.req.url));
      const { tracker } = config;
      const text = write(requests, {
        title: `Reports in ${config.city}`,
        url: `${rootOf(c.req.raw)}${path}${search.size > 0 ? `?${search}` : ''}`,
        site: tracker,
        author: config.city,
        linkFor: ({ serviceRequestId }) =>
          tracker && `${tracker.replace(/#.*/s, '')}#citydesk:request=${encodeURIComponent(serviceRequestId)}`,
      });
      return revalidated(c.req.raw, spec.hidden(text), { 'Content-Type': type, ...headers });
    });
  }
  return app;
}

/** The text, or a 304 for who has it already: readers come back every few minutes. */
async function revalidated(
  request: Request,
  text: string,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  const etag = `"${Array.from(digest.subarray(0, 12), (byte) => byte.toString(16).padStart(2, '0')).join('')}"`;
  const all = { ...headers, ETag: etag, 'Cache-Control': 'no-cache' };
  const tags = request.headers.get('If-None-Match')?.split(',') ?? [];
  const isKnown = tags.some((each) => ['*', etag].includes(each.trim().replace(/^W\//, '')));
  return isKnown ? new Response(null, { status: 304, headers: all }) : new Response(text, { headers: all });
}

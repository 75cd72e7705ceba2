/** Daily counts of what the widgets were used for: no ids, no text, no addresses. */

import { dayIn } from '@citydesk/core/day-in';
import { Hono } from 'hono';
import { bodyOf } from '../read-report.ts';
import { Refusal } from '../spec-answer.ts';
import { countTable } from './count-table.ts';
import { countsIn } from './counts-in.ts';
import { serviceCodes } from './service-codes.ts';
import type { OfficeAround, OfficePart } from '../office/office.ts';
import type { RelayEnv } from '../relay-env.ts';

/** Bytes of one post: fifty counts with long codes of services take less. */
const longest = 16 * 1024;

/**
 * `POST counts` (form-encoded): `language`, `channel`, and up to fifty times `count`, each `event;detail;service_code`. Answers 204 whatever of it
 * was counted. What is not in our lists is dropped; so there is no way in for anything else.
 */
export function counts({ db, city, config, now }: OfficeAround): OfficePart {
  const table = countTable(db);
  const known = serviceCodes(() => city.reader().services(), now);
  const api = new Hono<RelayEnv>();

  api.post('/counts', async (c) => {
    // The day of its coming, however long the city takes to say its services.
    const day = dayIn(now(), config.zone ?? 'UTC');
    const type = (c.req.header('Content-Type') ?? '').split(';')[0]!.trim().toLowerCase();
    if (type !== 'application/x-www-form-urlencoded')
      throw new Refusal(400, 'Send the counts as form data (application/x-www-form-urlencoded).');
    const body = await bodyOf(c.req.raw, longest, 'This is too much to send at once. Send fewer counts.');
    const sent = countsIn(new URLSearchParams(new TextDecoder().decode(body)));
    if (sent.length) {
      const codes = sent.some(({ service }) => service) ? await known() : new Set<string>();
      table.add(sent.map((one) => ({ ...one, day, service: codes.has(one.service) ? one.service : '' })));
    }
    return c.body(null, 204, { 'Cache-Control': 'no-store' });
  });

  return { api };
}

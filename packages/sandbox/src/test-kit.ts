/** What the tests of this package share: a small city by hand, and calls to it as a client would make them. */

import type { Seed } from '@citydesk/relay/town';
import { createCity, type City, type CityOptions } from './city.ts';

/** 10:00 on a Friday in Three Rivers. */
export const friday = new Date('2026-11-20T15:00:00Z');

/** One service of each kind, one question of each datatype. */
export const smallSeed: Seed = {
  city: 'Test city',
  timeZone: 'America/Detroit',
  services: [
    {
      service_code: '006',
      service_name: 'Pothole',
      description: 'A hole in the road',
      keywords: 'hole,road',
      group: 'Streets',
      agency: 'Street Department',
      expectedDays: 2,
      notice: 'A crew comes within 2 days.',
      attributes: [
        { code: 'cold', variable: false, description: 'Crews work on dry days.' },
        {
          code: 'size',
          datatype: 'singlevaluelist',
          required: true,
          description: 'How big is it?',
          values: [
            { key: 's', name: 'Small' },
            { key: 'b', name: 'Big' },
          ],
        },
        {
          code: 'near',
          datatype: 'multivaluelist',
          description: 'What is near it?',
          datatype_description: 'Choose all that fit.',
          values: [
            { key: 'school', name: 'A school' },
            { key: 'shop', name: 'A shop' },
          ],
        },
        { code: 'count', datatype: 'number', description: 'How many?' },
        { code: 'seen', datatype: 'datetime', description: 'When did you see it?' },
        { code: 'sign', datatype: 'string', description: 'What does the sign say?' },
        { code: 'more', datatype: 'text', description: 'What else?' },
      ],
    },
    { service_code: 'Animals/Dead animal', service_name: 'Dead animal', type: 'batch', tokenDelay: 60_000 },
    { service_code: 'tip', service_name: 'Tip for the mayor', type: 'blackbox' },
  ],
};

export function smallCity(options: CityOptions = {}): City {
  return createCity({ seed: smallSeed, now: () => friday, ...options });
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The JSON of the answer, or the text of one that is none. */
  readonly body: unknown;
}

/** GET under `/open311/v2/`, or under the root for a path that starts with a slash. */
export async function get(city: City, path: string): Promise<Answer> {
  return answerOf(await city.fetch(new Request(new URL(path, 'http://city.test/open311/v2/'))));
}

/** POST requests.json (or another path under `/open311/v2/`, without its ending), form-urlencoded. */
export async function post(
  city: City,
  fields: Record<string, string> | [string, string][] | string,
  format = 'json',
  path = 'requests',
): Promise<Answer> {
  return answerOf(
    await city.fetch(
      new Request(`http://city.test/open311/v2/${path}.${format}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8' },
        body: typeof fields === 'string' ? fields : new URLSearchParams(fields).toString(),
      }),
    ),
  );
}

/** A file that begins as a photo does, and ends there. */
export function photoFile(kind: 'png' | 'gif' = 'png'): Blob {
  const start = { png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], gif: [...Buffer.from('GIF89a')] };
  return new Blob([new Uint8Array(start[kind])]);
}

export async function answerOf(response: Response): Promise<Answer> {
  const { status, headers } = response;
  const isJson = headers.get('content-type')?.startsWith('application/json');
  return { status, headers, body: isJson ? await response.json() : await response.text() };
}

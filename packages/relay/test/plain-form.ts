/** The plain form of a relay in front of a small city, for tests that walk it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach } from 'node:test';
import { createCity, type City, type Seed } from '@citydesk/sandbox';
import { folderShelf } from '../src/photos/folder-shelf.ts';
import { siteRoutes, type SiteOptions } from '../src/site.ts';
import type { Submitted } from '../src/spec-answer.ts';
import { closeAll, relayTo } from '../src/test-kit.ts';
import { openPage, type PlainPage } from './plain-browser.ts';

const seed: Seed = {
  city: 'Test city',
  timeZone: 'America/Detroit',
  services: [
    {
      service_code: '006',
      service_name: 'Pothole',
      description: 'A hole in the road',
      group: 'Streets',
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
          values: [
            { key: 'school', name: 'A school' },
            { key: 'shop', name: 'A shop' },
          ],
        },
        { code: 'count', datatype: 'number', description: 'How many?' },
        { code: 'seen', datatype: 'datetime', description: 'When did you see it?' },
        { code: 'more', datatype: 'text', description: 'What else?' },
      ],
    },
    { service_code: 'Animals/Dead animal', service_name: 'Dead animal', type: 'batch', group: 'Animals' },
    { service_code: 'tip', service_name: 'Tip for the mayor', type: 'blackbox' },
  ],
};

const folder = mkdtempSync(join(tmpdir(), 'citydesk-embed-'));
after(() => rmSync(folder, { recursive: true, force: true }));
export const shelf = folderShelf({ folder, keepFor: 3_600_000 });
const secret = 'a secret for tests, of 32 or more';

let city: City;
const made: City[] = [];
afterEach(closeCity);

/** The relays and cities of a test, or of the first half of one. */
export async function closeCity(): Promise<void> {
  await closeAll();
  for (const each of made.splice(0)) each.close();
}

/** The plain form of a relay in front of a new city. */
export function site(options: Partial<SiteOptions> = {}, faults: City['faults'] = []) {
  city = createCity({ seed });
  city.faults = faults;
  made.push(city);
  const relay = relayTo(
    city,
    { media: 'multipart:media', faster: 100 },
    {
      site: ({ city: behind, file }) =>
        siteRoutes({
          city: behind.client,
          submit: async (sent, c) => (await file!(sent, (c.env as { who: string }).who)).submitted,
          ...{ secret, cityName: 'Test city', phone: '269-555-0142', emergency: '911' },
          ...options,
        }),
    },
  );
  const fetch = (request: Request) => relay.fetch(request, { ip: '192.0.2.1' });
  return (address = 'http://relay.test/citydesk/embed', init?: RequestInit) => openPage(fetch, address, init);
}

/** Answers in place of the relay's way, one after the other; the last one stays. */
export const saying = (...answers: Submitted[]): Pick<SiteOptions, 'submit'> => ({
  submit: () => Promise.resolve(answers.length > 1 ? answers.shift()! : answers[0]!),
});
export const failed = (code: string, status: number): Submitted => ({
  status,
  errors: [{ code, description: 'For programs.' }],
  retryAfter: 5000,
  replayed: false,
});
export const number77: Submitted = { status: 200, receipt: { serviceRequestId: '77' }, replayed: false };

/** The second page, for a pothole. */
export const pothole = async (open: ReturnType<typeof site>) => (await open()).send({ service_code: '006' });
/** All that has to be filled in. */
export const typed = { place: '318 Hoffman St', 'attribute[size]': 'b', description: 'Deep <b> & wide' };
/** What the last city has. */
export const filed = () => city.store.all();
export const headingOf = ({ html }: PlainPage) => /<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1]?.trim();

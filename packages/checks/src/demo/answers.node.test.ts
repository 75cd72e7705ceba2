import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import {
  calendarsAt,
  current,
  htmlText,
  nextDays,
  noticesFor,
  readFaqFile,
  readNotices,
  wordsOf,
  type FaqEntry,
} from '@citydesk/core';
import { createCity } from '@citydesk/sandbox';
import { root } from '../workspace.ts';
import { pageAt } from './site.ts';

const source = path.join(root, 'examples/city-page');
const textOf = (file: string): string => readFileSync(path.join(source, file), 'utf8');
const city = createCity();
const codes = new Set(city.store.services().map(({ service_code: code }) => code));
const addresses = (await (await city.fetch(new Request('http://city.test/addresses.json'))).json()) as {
  addresses: readonly (readonly [label: string, lat: number, long: number])[];
};
const { entries, answersUrl, mistakes } = readFaqFile(JSON.parse(textOf('faq.json')));
const { notices, mistakes: noticeMistakes } = readNotices(JSON.parse(textOf('notices.json')));
/** The answer as it is written, and as words. */
const written = ({ id, body }: FaqEntry): string => body ?? textOf((answersUrl ?? '').replace('{id}', id));
const said = (entry: FaqEntry): string => wordsOf(entry) ?? htmlText(written(entry));
const entryOf = (id: string): FaqEntry => entries.find((entry) => entry.id === id) ?? assert.fail(id);
/** A Saturday. */
const today = '2026-11-21';

/** Fails unless a link of the site leads to a page, and to a place on it. */
function assertLeads(href: string, from: string): void {
  if (/^(https:|tel:\+?\d+$)/.test(href)) return;
  const [page = '', fragment] = href.split('#');
  const target = pageAt(page) ?? assert.fail(`${from} leads to ${href}`);
  if (fragment !== undefined) assert.ok(target.includes(` id="${fragment}"`), `${from} leads to ${href}`);
}

describe('The demo city’s answers', () => {
  it('can be read without a mistake, and those that are over are not shown', () => {
    assert.deepEqual([mistakes, noticeMistakes], [[], []]);
    const shown = current(entries, today).entries.map(({ id }) => id);
    const over = entries.map(({ id }) => id).filter((id) => !shown.includes(id));
    assert.deepEqual(over, ['spring-cleanup-2026', 'claim-2026-flood']);
  });

  it('are there, each in the file or in one of its own', () => {
    for (const entry of entries) assert.ok(said(entry), entry.id);
    const fetched = entries.filter(({ body }) => body === undefined).map(({ id }) => id);
    assert.deepEqual(
      globSync('answers/*', { cwd: source })
        .map((file) => path.parse(file).name)
        .sort(),
      fetched.sort(),
    );
  });

  it('lead to pages, services and phones that are there', () => {
    for (const entry of entries) {
      const { id, url, services = [], contact } = entry;
      const links = [...written(entry).matchAll(/\]\(([^)]*)\)|href="([^"]*)"/g)].map(([, link, href]) => link ?? href);
      for (const link of [...links, url, contact?.url]) if (link) assertLeads(link, id);
      for (const code of services) assert.ok(codes.has(code), `${id}: ${code}`);
      for (const [phone] of `${said(entry)} ${contact?.phone}`.matchAll(/\d{3}-\d{3}-\d{4}/g))
        assert.match(phone, /^269-555-01\d\d$/, id);
    }
  });

  it('are said in sentences of at most 15 words', () => {
    for (const entry of entries) {
      const lines = (entry.body ?? written(entry).replace(/<\/(?:li|p)>\s*/g, '\n\n')).split(/\n\n|\n- /);
      const sentences = lines.flatMap((line) => htmlText(line).split(/(?<=[.!?])\s/));
      for (const sentence of sentences) assert.ok(sentence.split(/\s+/).length <= 15, `${entry.id}: ${sentence}`);
    }
  });

  it('know the next day of every pick-up for every address, on the day of its ward', () => {
    const kinds = ['trash-day', 'recycling-day', 'brush-days', 'leaf-days'].map(entryOf);
    for (const [label, lat, long] of addresses.addresses) {
      const days = kinds.map(({ id, calendars = [] }) => {
        const [calendar, more] = calendarsAt(calendars, { lat, long });
        assert.ok(calendar && !more, `${label}: ${id}`);
        return nextDays(calendar, '2027-10-03', 1)[0] ?? assert.fail(`${label}: ${id}`);
      });
      const weekdays = new Set(days.map((day) => new Date(`${day}T00:00Z`).getUTCDay()));
      assert.equal(weekdays.size, 1, `${label}: ${days.join()}`);
    }
  });

  it('keep to holidays and seasons', () => {
    const at = (label: string) => {
      const [, lat = 0, long = 0] = addresses.addresses.find(([each]) => each === label) ?? assert.fail(label);
      return { lat, long };
    };
    const next = (id: string, label: string, count: number, from = today) => {
      const [calendar] = calendarsAt(entryOf(id).calendars ?? [], at(label));
      return calendar ? nextDays(calendar, from, count) : [];
    };
    assert.deepEqual(next('brush-days', '318 E Hoffman St', 2), ['2026-11-24', '2027-04-13']);
    assert.deepEqual(next('brush-days-es', '318 E Hoffman St', 1), ['2026-11-24']);
    // Thanksgiving is a Thursday.
    assert.deepEqual(next('trash-missed', '122 S Wood St', 2), ['2026-11-27', '2026-12-03']);
    assert.deepEqual(next('trash-missed', '333 W Michigan Ave', 2), ['2026-11-23', '2026-11-30']);
    assert.deepEqual(next('leaf-days', '318 E Hoffman St', 2), ['2026-11-24', '2027-10-05']);
    assert.equal(next('brush-days', '318 E Hoffman St', 1, '2030-06-01').length, 1);
  });

  it('tell the same days wherever they tell them', () => {
    const known = new Map<string, unknown>();
    for (const { id, calendars } of entries.filter((entry) => entry.calendars)) {
      const name = calendars?.[0]?.name ?? '';
      if (!known.has(name)) known.set(name, calendars);
      assert.deepEqual(calendars, known.get(name), id);
    }
  });

  it('stand on the page as they stand in the file', () => {
    const html = pageAt('/answers/') ?? '';
    const shown = [...html.matchAll(/<details id="([^"]+)">\s*<summary>([^<]+)</g)];
    assert.equal(shown.length, 6);
    for (const [, id = '', title] of shown) assert.equal(title, entryOf(id).title);
  });

  it('are told to search engines in the words of the page', () => {
    const html = pageAt('/residents/trash-and-recycling/') ?? '';
    const [, json = ''] = /<script type="application\/ld\+json">([^]*?)<\/script>/.exec(html) ?? [];
    const told = JSON.parse(json) as { mainEntity: readonly { name: string; acceptedAnswer: { text: string } }[] };
    const shown = [...html.matchAll(/<summary>([^<]+)<\/summary>\s*(<p>[^]*?)<\/details>/g)];
    assert.deepEqual(
      told.mainEntity.map(({ name, acceptedAnswer }) => [name, acceptedAnswer.text]),
      shown.map(([, question, answer = '']) => [question, htmlText(answer)]),
    );
  });
});

describe('The demo city’s notices', () => {
  const point = { lat: 41.95458, long: -85.62925 };
  const standing = (serviceCode: string, day = today, place = point) =>
    noticesFor(notices, { serviceCode, point: place, now: new Date(`${day}T17:00Z`), zone: 'America/Detroit' }).map(
      ({ id }) => id,
    );

  it('stand where and when they are true', () => {
    assert.deepEqual(standing('pothole'), ['portage-avenue']);
    assert.deepEqual(standing('pothole', '2030-06-01'), ['portage-avenue']);
    assert.deepEqual(standing('street_light'), ['elm-street-lights']);
    assert.deepEqual(standing('street_light', today, { lat: 41.94, long: -85.64 }), []);
    assert.deepEqual(standing('tap_water'), []);
    assert.deepEqual(standing('tap_water', '2026-04-24'), ['hydrant-flushing-2026']);
    assert.deepEqual(standing('tap_water', '2031-04-07'), ['hydrant-flushing-2031']);
  });

  it('lead to pages and services that are there', () => {
    for (const { id, url, services = [] } of notices) {
      if (url) assertLeads(url, id);
      for (const code of services) assert.ok(codes.has(code), `${id}: ${code}`);
    }
  });
});

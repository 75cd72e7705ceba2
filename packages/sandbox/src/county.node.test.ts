/** The county beside the city: services, numbers and reports of its own, and nothing of the city's. */

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createCity } from './city.ts';
import { stJosephCounty } from './county.ts';
import { serveCity, type ServedCity } from './serve.ts';
import { friday, get, post, smallSeed } from './test-kit.ts';

const hole = { service_code: 'road_surface', address_string: '318 Constantine St', 'attribute[damage]': 'hole' };

describe('the county', () => {
  it('has services with questions of its own, and a past in all states', () => {
    const { services, requests = [] } = stJosephCounty(friday);
    assert.deepEqual(
      services.map((each) => each.service_code),
      ['road_surface', 'county_sign', 'ditch', 'bridge', 'dead_animal_road'],
    );
    assert.ok(services[0]?.attributes?.some(({ required }) => required));
    const closed = requests.filter(({ history = [] }) => history.length > 0).length;
    assert.ok(closed >= 2 && requests.length - closed >= 2);
    for (const { requested_datetime: at, history = [] } of requests) {
      for (const moment of [at, ...history.map((entry) => entry.at)]) assert.ok(Date.parse(moment) <= +friday, moment);
    }
  });

  it('tells its numbers from those of the city by a letter, and goes on from its last', async () => {
    const county = createCity({ seed: 'county', now: () => friday });
    const numbers = county.store.all().map(({ serviceRequestId }) => serviceRequestId);
    assert.deepEqual(numbers, ['C26-00005', 'C26-00004', 'C26-00003', 'C26-00002', 'C26-00001']);
    const [receipt] = (await post(county, hole)).body as { service_request_id: string; service_notice: string }[];
    assert.equal(receipt?.service_request_id, 'C26-00006');
    assert.match(receipt?.service_notice ?? '', /county road crew/);
    assert.equal((await get(county, 'requests/C26-00006.json')).status, 200);
    county.close();
  });
});

describe('a county beside the city', () => {
  let data: string;
  let served: ServedCity;
  before(async () => {
    data = mkdtempSync(join(tmpdir(), 'citydesk-county-'));
    served = await serveCity({ port: 0, data });
  });
  after(async () => {
    await served.close();
    rmSync(data, { recursive: true, force: true });
  });
  const text = async (path: string): Promise<string> => (await fetch(new URL(path, served.url))).text();

  it('takes a report at its own address, and the city has nothing of it', async () => {
    const cityBefore = served.city.store.all().length;
    const body = new URLSearchParams({ ...hole, description: 'Deep one on the county road' });
    const answer = await fetch(new URL('county/open311/v2/requests.json', served.url), { method: 'POST', body });
    const [{ service_request_id: id }] = (await answer.json()) as [{ service_request_id: string }];
    assert.match(id, /^C\d\d-\d{5}$/);
    assert.equal(served.county?.store.request(id)?.description, 'Deep one on the county road');
    assert.equal(served.city.store.request(id), undefined);
    assert.equal(served.city.store.all().length, cityBefore);
    assert.equal((await fetch(new URL(`open311/v2/requests/${id}.json`, served.url))).status, 404);
    assert.match(await text('county/staff/'), new RegExp(`href="/county/staff/requests/${id}"`));
    assert.doesNotMatch(await text('staff/'), new RegExp(id));
    assert.match(await text('county/feed.atom'), new RegExp(`/county/#citydesk:request=${id}`));
    assert.doesNotMatch(await text('feed.atom'), new RegExp(id));
  });

  it('knows none of the kinds of report of the city, nor the city those of the county', async () => {
    for (const [path, code] of [
      ['county/open311/v2/requests.json', 'pothole'],
      ['open311/v2/requests.json', 'road_surface'],
    ] as const) {
      const body = new URLSearchParams({ ...hole, service_code: code });
      assert.equal((await fetch(new URL(path, served.url), { method: 'POST', body })).status, 400, path);
    }
  });

  it('keeps its reports in a file of its own, and across a restart', async () => {
    const before = served.county?.store.all().length;
    await served.close();
    served = await serveCity({ port: 0, data });
    assert.equal(served.county?.store.all().length, before);
    const files = readdirSync(data).filter((file) => file.endsWith('.sqlite'));
    assert.deepEqual(files.sort(), ['city.sqlite', 'county.sqlite']);
  });

  it('has its pages in the site of the city', async (t) => {
    const site = join(data, 'site');
    mkdirSync(join(site, 'county'), { recursive: true });
    writeFileSync(join(site, 'index.html'), 'The city');
    writeFileSync(join(site, 'county/index.html'), 'The county');
    const both = await serveCity({ port: 0, site, siteHeaders: { 'X-Site': 'yes' } });
    t.after(both.close);
    const answer = await fetch(new URL('county/', both.url));
    assert.deepEqual([await answer.text(), answer.headers.get('x-site')], ['The county', 'yes']);
    assert.equal(await (await fetch(both.url)).text(), 'The city');
  });

  it('has its desk behind the same password, and is not there beside another city', async (t) => {
    const locked = await serveCity({ port: 0, staffPassword: 'secret' });
    t.after(locked.close);
    assert.equal((await fetch(new URL('county/staff/', locked.url))).status, 401);
    const other = await serveCity({ port: 0, seed: smallSeed });
    t.after(other.close);
    assert.equal(other.county, undefined);
    assert.equal((await fetch(new URL('county/open311/v2/services.json', other.url))).status, 404);
  });
});

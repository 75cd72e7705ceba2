import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { createCity, stJosephCounty, threeRivers, type SeedService } from '@citydesk/sandbox';
import { root } from '../workspace.ts';
import { pageAt } from './site.ts';

type Position = readonly [long: number, lat: number];
interface Layer {
  readonly notice: string;
  readonly features: readonly {
    readonly properties: Readonly<Record<string, string>>;
    readonly geometry: { readonly type: string; readonly coordinates: unknown };
  }[];
}
interface Rule {
  readonly owner: {
    readonly phone: string;
    readonly url?: string;
    readonly endpoint?: string;
    readonly trackerUrl?: string;
    readonly services?: Readonly<Record<string, string>>;
  };
  readonly area?: string;
  readonly services: readonly string[];
}

const source = path.join(root, 'examples/city-page');
const read = <T>(file: string): T => JSON.parse(readFileSync(path.join(source, file), 'utf8')) as T;
const file = read<{
  readonly urgent: { readonly answers: readonly { service: string; code: string; value: string }[] };
  readonly responsibility: readonly Rule[];
  readonly nearby: { readonly radius: number; readonly services: Readonly<Record<string, number>> };
  readonly assets: readonly { services: string[]; url: string; attribute: string; id: string }[];
}>('citydesk.json');
const now = new Date('2026-11-21T20:00:00Z');
const city = threeRivers(now);
const county = stJosephCounty(now);
const serviceOf = (code: string, services: readonly SeedService[] = city.services): SeedService =>
  services.find((each) => each.service_code === code) ?? assert.fail(code);
/** Even-odd over all rings, so that a hole is outside. */
const isIn = (rings: readonly (readonly Position[])[], [long, lat]: Position): boolean =>
  rings.reduce(
    (inside, ring) =>
      ring.slice(1).reduce((within, [x, y], at) => {
        const [fromX, fromY] = ring[at] ?? [x, y];
        return fromY > lat !== y > lat && long < ((x - fromX) * (lat - fromY)) / (y - fromY) + fromX ? !within : within;
      }, inside),
    false,
  );
const addresses = (
  (await (await createCity().fetch(new Request('http://city.test/addresses.json'))).json()) as {
    addresses: readonly (readonly [label: string, lat: number, long: number])[];
  }
).addresses;

describe('The demo city’s file', () => {
  it('names services, questions and answers that the city has', () => {
    for (const { service, code, value } of file.urgent.answers) {
      const question = serviceOf(service).attributes?.find((each) => each.code === code);
      assert.ok(
        question?.values?.some(({ key }) => key === value),
        `${service} ${code} ${value}`,
      );
    }
    for (const code of Object.keys(file.nearby.services)) serviceOf(code);
    for (const { services, attribute } of file.assets)
      for (const code of services) assert.ok(serviceOf(code).attributes?.some((each) => each.code === attribute));
  });

  it('hands on to services that the county has, to pages and layers that are there, and gives a phone for all', () => {
    for (const { owner, services, area } of file.responsibility) {
      const { phone, url, trackerUrl, services: codes = {} } = owner;
      assert.match(phone, /^269-555-01\d\d$/);
      for (const code of services) serviceOf(code);
      for (const [ours, theirs] of Object.entries(codes)) {
        assert.ok(services.includes(ours), ours);
        serviceOf(theirs, county.services);
      }
      for (const page of [url, trackerUrl]) if (page) assert.ok(pageAt(page), page);
      if (area) assert.ok(existsSync(path.join(source, area)), area);
    }
    const endpoints = file.responsibility.map(({ owner }) => owner.endpoint);
    assert.deepEqual(endpoints, ['/county/open311/v2/', undefined]);
  });

  it('has at least 150 street lights with numbers of their own, in town, and says whose streets they stand on', () => {
    for (const { url, id } of file.assets) {
      const { features, notice } = read<Layer>(url);
      assert.match(notice, /OpenStreetMap contributors/);
      const ids = features.map(({ properties }) => properties[id] ?? '');
      assert.ok(ids.length >= 150 && ids.includes('A1042'), String(ids.length));
      assert.equal(new Set(ids).size, ids.length);
      for (const { geometry, properties } of features) {
        const [long, lat] = geometry.coordinates as Position;
        assert.ok(geometry.type === 'Point' && lat > 41.93 && lat < 41.97 && long > -85.66 && long < -85.58);
        assert.match(properties['label'] ?? '', / at |^\d+ /);
      }
    }
  });

  it('knows the county’s roads: some in town with their houses, and what lies outside the city', () => {
    const { features, notice } = read<Layer>('responsibility/county-roads.geojson');
    assert.match(notice, /OpenStreetMap contributors/);
    const shapes = features.map(({ geometry }) => geometry.coordinates as Position[][]);
    for (const ring of shapes.flat()) assert.deepEqual(ring.at(-1), ring[0], 'a ring is closed');
    const isCounty = (long: number, lat: number): boolean => shapes.some((rings) => isIn(rings, [long, lat]));
    const onRoad = addresses.filter(([, lat, long]) => isCounty(long, lat)).map(([label]) => label);
    for (const label of ['318 Constantine St', '2110 6th Ave', '2450 E Hoffman St'])
      assert.ok(onRoad.includes(label), label);
    for (const label of ['318 E Hoffman St', '318 Hook Ave', '318 Spring St', '354 6th Ave', '333 W Michigan Ave'])
      assert.ok(!onRoad.includes(label), label);
    assert.ok(onRoad.length < addresses.length / 10, String(onRoad.length));
    assert.ok(isCounty(-85.62, 41.97) && isCounty(-85.67, 41.94), 'outside the limits');
  });
});

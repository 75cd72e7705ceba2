/** The city file that the relay of a town writes for any page. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { configFrom, type ConfigFile } from '../config.ts';
import { closeAll, get, relayTo } from '../test-kit.ts';
import { startTown, townFile, townSecret } from '../../test/town.ts';
import { cityFileOf } from './city-file.ts';
import { relaySite } from '../site.ts';

const now = new Date('2026-11-22T12:00:00Z');
const fileOf = (more: Partial<ConfigFile> = {}) =>
  cityFileOf(configFrom({ ...townFile, ...more }), 'https://311.example.gov/', now);

describe('the city file of a town', () => {
  it('tells what widgets need, with whole addresses', () => {
    assert.deepEqual(fileOf({ privateServices: ['abandoned-car'], tracker: 'https://www.example.gov/track/' }), {
      endpoint: 'https://311.example.gov/open311/v2/',
      cityName: 'Maple Falls',
      phone: '269-555-0100',
      emergency: '911',
      zone: 'America/Detroit',
      contact: 'optional',
      media: 'multipart:media[]',
      mostPhotos: 3,
      takesUpdates: true,
      feedUrl: 'https://311.example.gov/feed.atom',
      requestIdExample: '26-00012',
      privateServices: ['abandoned-car'],
      trackerUrl: 'https://www.example.gov/track/',
    });
  });

  it('tells of alerts and counts where they are switched on', () => {
    const { alerts, counts } = fileOf({ alerts: true, counts: true });
    assert.deepEqual([alerts, counts], [true, true]);
  });

  it('is served to pages of any site, and taken by the relay’s own page where the settings name no other', async () => {
    const files = { version: '1.2.3', read: () => Promise.resolve(undefined) };
    const town = await startTown({}, { site: relaySite({ secret: townSecret, files }) });
    try {
      const answer = await fetch(new URL('citydesk/city.json', town.url));
      assert.equal(answer.headers.get('Access-Control-Allow-Origin'), '*');
      const body = await answer.json();
      assert.deepEqual([body.cityName, body.privateServices], ['Maple Falls', ['abandoned-car']]);
      assert.equal(body.endpoint, town.endpoint);
      const page = await (await fetch(new URL('citydesk/embed', town.url))).text();
      assert.match(page, /data-config="\/citydesk\/city\.json"/);
    } finally {
      await town.stop();
    }
  });

  it('is not there for a city with a backend of its own', async () => {
    const relay = relayTo(() => Promise.reject(new Error('no')), {}, { site: relaySite({ secret: 'x' }) });
    assert.equal((await get(relay, '/citydesk/city.json')).status, 404);
    await closeAll();
  });
});

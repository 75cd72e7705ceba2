import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NotFoundError, type Service } from '@citydesk/open311';
import { knownCity } from './known-city.ts';

const service: Service = { serviceCode: '1', serviceName: 'One', metadata: true, type: 'realtime', keywords: [] };
const definition = { serviceCode: '1', attributes: [] };

/** A city that answers as long as it is `up`, and counts how often it is asked. */
function city() {
  const seen = { up: true, asked: 0, now: 0 };
  const say = <T>(what: T) => {
    seen.asked += 1;
    return seen.up ? Promise.resolve(what) : Promise.reject(new Error('down'));
  };
  const known = knownCity({ services: () => say([service]), serviceDefinition: () => say(definition) }, () => seen.now);
  return { seen, known };
}

describe('what is known of the city', () => {
  it('is asked for once a minute, by however many pages', async () => {
    const { seen, known } = city();
    await Promise.all([known.services(), known.services(), known.definition(service)]);
    assert.equal(seen.asked, 2);
    seen.now = 61_000;
    await known.services();
    assert.equal(seen.asked, 3);
  });
  it('stays known while the city does not say, and is asked for by every page then', async () => {
    const { seen, known } = city();
    await known.definition(service);
    [seen.up, seen.now] = [false, 61_000];
    assert.equal(await known.definition(service), definition);
    assert.equal(await known.definition(service), definition);
    assert.equal(seen.asked, 3);
  });
  it('is nothing where the city never said, and told once it does', async () => {
    const { seen, known } = city();
    seen.up = false;
    assert.deepEqual([await known.services(), await known.definition(service)], [undefined, undefined]);
    seen.up = true;
    assert.deepEqual([await known.services(), await known.definition(service)], [[service], definition]);
  });
  it('is that nothing is asked where the service has no questions, or the city none for it', async () => {
    const { seen, known } = city();
    assert.deepEqual(await known.definition({ ...service, metadata: false }), { serviceCode: '1', attributes: [] });
    assert.equal(seen.asked, 0);
    const gone = new NotFoundError({ method: 'GET', url: 'http://city.test/', status: 404 });
    const without = knownCity({ services: async () => [], serviceDefinition: () => Promise.reject(gone) }, () => 0);
    assert.deepEqual(await without.definition(service), { serviceCode: '1', attributes: [] });
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createClient } from '@citydesk/open311';
import { createCity } from '@citydesk/sandbox';
import { servicesMatching } from './services-matching.ts';

const city = createCity();
const services = await createClient({
  endpoint: 'http://city.test/open311/v2/',
  fetch: (url, init) => city.fetch(new Request(url, init)),
}).services();
city.close();

const best = (words: string) => servicesMatching(services, words)[0]?.serviceCode;

describe('the first service for the words', () => {
  const meant: Readonly<Record<string, string>> = {
    'pot hole': 'pothole',
    pothole: 'pothole',
    potholes: 'pothole',
    potole: 'pothole',
    'big hole in the road': 'pothole',
    'garbage not picked up': 'missed_trash',
    'they did not take my trash': 'missed_trash',
    'street lite out': 'street_light',
    'streetlight is broken': 'street_light',
    'dead racoon': 'dead_animal',
    'dead raccoon on my street': 'dead_animal',
    'tree fell': 'limb_down',
    'a tree fell on the road': 'limb_down',
    grafitti: 'graffiti',
    'stop sign knocked over': 'sign',
    'someone dumped a mattress': 'dumping',
    'water main break': 'street_water',
    'abandoned car': 'junk_car',
    'stray dog': 'loose_animal',
    'the neighbors dog keeps barking': 'loose_animal',
    'theres a big hole on elm street': 'pothole',
    'POTHOLE!!!': 'pothole',
  };
  for (const [words, code] of Object.entries(meant)) {
    it(`“${words}” is ${code}`, () => assert.equal(best(words), code));
  }
});

describe('words of a resident', () => {
  it('find at most four services, best first, while they are still being typed', () => {
    for (const words of ['p', 'po', 'pot', 'potho', 'tree', 'street']) {
      assert.ok(servicesMatching(services, words).length <= 4, words);
    }
    assert.equal(best('potho'), 'pothole');
    assert.equal(best('graff'), 'graffiti');
  });

  for (const words of [
    'xqzvw',
    'qwertz uiopü',
    '12345',
    '???',
    'zzzz zzzz',
    'blorptangle',
    'birthday party',
    'elephant',
    'pizza delivery',
    'marriage license',
  ]) {
    it(`“${words}” find nothing`, () => assert.deepEqual(servicesMatching(services, words), []));
  }

  it('that are none find nothing', () => {
    for (const words of ['', '   ', '\n']) assert.deepEqual(servicesMatching(services, words), []);
  });

  it('find every service by its own name', () => {
    const lost = services.filter(
      (service) => !servicesMatching(services, service.serviceName).some((one) => one === service),
    );
    assert.deepEqual(lost, []);
  });

  it('find the right one among services with the same code', () => {
    const twins = [
      { ...services[0]!, serviceName: 'Graffiti' },
      { ...services[0]!, serviceName: 'Noise' },
    ];
    assert.equal(servicesMatching(twins, 'noise')[0], twins[1]);
  });

  it('find it also by words of another language, where there are some', () => {
    const aliases = (name: string) => (name === 'Pothole in the street' ? ['bache', '路面坑洞'] : []);
    const found = (words: string) => servicesMatching(services, words, undefined, aliases)[0]?.serviceCode;
    for (const words of ['bache', 'baches', 'Bach', '坑洞', 'pothole']) assert.equal(found(words), 'pothole', words);
    // And not for those who were given none.
    assert.notEqual(best('路面坑洞'), 'pothole');
    assert.equal(servicesMatching(services, '路面坑洞').length, 0);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { calendarDay, faultsOfFormats, wordsOf } from './check-formats.ts';
import { listedLanguages } from './translations.ts';

const { languages } = await listedLanguages();
const others = Object.keys(languages).filter((tag) => tag !== 'en');

describe('dates, times, numbers and lengths', () => {
  it('are there to be looked at in fifteen languages beside English', () => {
    assert.equal(others.length, 15);
  });

  for (const tag of others) {
    it(`are not English in ${tag}, and those of the city’s zone`, async () => {
      assert.deepEqual(await faultsOfFormats(tag), []);
    });
  }

  it('in Haitian Creole come from its own table, because ICU has nothing', async () => {
    assert.deepEqual(Intl.DateTimeFormat.supportedLocalesOf('ht'), []);
    const words = await wordsOf('ht');
    assert.equal(calendarDay(words, '2026-11-25'), 'mèkredi 25 novanm');
    assert.deepEqual([0, 1, 6].map(words.weekday), ['dimanch', 'lendi', 'samdi']);
    assert.match(words.clock(new Date('2026-11-25T21:30:00Z')), /16:30|4:30/);
    const months = Array.from({ length: 12 }, (_, at) =>
      calendarDay(words, `2026-${String(at + 1).padStart(2, '0')}-10`),
    );
    assert.equal(new Set(months).size, 12);
    assert.ok(
      months.every((day) => !/janvier|février|mars|août|décembre/.test(day)),
      months.join(),
    );
  });

  it('in English are found English', async () => {
    assert.ok((await faultsOfFormats('en')).length > 20);
  });
});

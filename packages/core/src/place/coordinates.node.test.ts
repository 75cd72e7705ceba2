import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { corpus } from '../../test/corpus.ts';
import { coordinatesIn } from './coordinates.ts';

const here = { lat: 41.94, long: -85.63 };
const { path, options } = corpus('coordinates.jsonl');

describe('coordinates', () => {
  for (const text of [
    '41.94, -85.63',
    '41.94,-85.63.',
    '41.94 -85.63',
    ' (41.94, \u221285.63)\n',
    '41,94; -85,63',
    '41,94 -85,63',
    'Lat: 41.94, Long: -85.63',
    'latitude=41.94 longitude=-85.63',
    '41.94° N, 85.63° W',
    '41.94N 85.63W',
    '85.63 w 41.94 n',
    'N 41.94 W 85.63',
    'N41°56\'24" W85°37\'48"',
    '41°56\'24.0"N 85°37\'48.0"W',
    '41º 56′ 24″ N; 85º 37′ 48″ W',
    '41° 56.4’ N 85° 37.8’ W',
    '-85°37\'48" E, 41°56\'24" N',
    'geo:41.94,-85.63',
    'geo:41.94,-85.63;crs=wgs84;u=35',
    'geo:0,0?q=41.94,-85.63(Broken+lamp)',
    'https://www.google.com/maps/@41.94,-85.63,17z',
    'https://www.google.com/maps/place/X/@41.9,-85.6,17z/data=!4m5!3m4!1s0x0:0x0!8m2!3d41.94!4d-85.63',
    'https://www.google.com/maps/search/?api=1&query=41.94%2C-85.63',
    'https://www.google.com/maps/search/41.94,+-85.63?entry=ttu',
    'It is here: https://maps.google.com/?q=41.94,-85.63 thanks',
    'https://maps.google.com/maps?q=loc:41.94,-85.63',
    'https://maps.apple.com/?ll=41.94,-85.63&q=Pin',
    'https://www.bing.com/maps?cp=41.94~-85.63&lvl=17',
    'https://www.openstreetmap.org/#map=17/41.94/-85.63',
    'https://www.openstreetmap.org/?mlat=41.94&mlon=-85.63#map=17/41.9/-85.6',
    'https://waze.com/ul?ll=41.94,-85.63&navigate=yes',
  ]) {
    it(`are in “${text.trim()}”`, () => {
      const point = coordinatesIn(text);
      assert.ok(
        point && Math.abs(point.lat - here.lat) < 1e-9 && Math.abs(point.long - here.long) < 1e-9,
        JSON.stringify(point),
      );
    });
  }

  for (const text of [
    '318 Hoffman St',
    'in front of the library',
    '41, -85',
    '85 N 100 W',
    '12.5 Main St',
    '41.94',
    '41.94N, 85.63',
    '41.94N 85.63N',
    "41°60'N 85°0'W",
    '0.0, 0.0',
    '90.1, 10.0',
    '10.0, -180.5',
    '41.94, -85.63, 12.0',
    'call 269.555.0100',
    'https://www.example.gov/2026/11/20',
    'https://www.google.com/maps/search/?api=1&query=318+Hoffman+St',
    'https://www.openstreetmap.org/#map=2/0.0/0.0',
    `${' '.repeat(3000)}41.94, -85.63`,
  ]) {
    it(`are not in “${text.trim()}”`, () => assert.equal(coordinatesIn(text), undefined));
  }

  it('are found or refused as each row of the corpus says', options, (test) => {
    const rows = readFileSync(path, 'utf8')
      .trim()
      .split('\n')
      .map((row) => JSON.parse(row) as { v: string; ok: unknown });
    const told: Readonly<Record<string, unknown>> = {
      // Turned round, it is still a place; whether it is in the city is asked later.
      '-74.0,40.7': { lat: -74, long: 40.7 },
      '40.7128° N, 74.0060° W': { lat: 40.7128, long: -74.006 },
    };
    for (const { v, ok } of rows) {
      const [lat, long] = Array.isArray(ok) ? (ok as readonly number[]) : [];
      assert.deepEqual(coordinatesIn(v), told[v] ?? (lat === undefined ? undefined : { lat, long }), v);
    }
    test.diagnostic(`${rows.length} run of 10 expected`);
    assert.equal(rows.length, 10);
  });

  it('are on the globe or not at all, and no text makes it throw', () => {
    const isSound = (text: string) => {
      const point = coordinatesIn(text);
      return (
        !point || (Math.abs(point.lat) <= 90 && Math.abs(point.long) <= 180 && (point.lat !== 0 || point.long !== 0))
      );
    };
    const bits = [
      '41',
      '.',
      ',',
      '-',
      ' ',
      '°',
      "'",
      '"',
      'N',
      'W',
      'E',
      '94',
      '999',
      'geo:',
      'https://',
      '@',
      '?q=',
      '/',
      '!3d',
      '!4d',
      '%2C',
      '%',
    ];
    fc.assert(fc.property(fc.string({ unit: 'binary' }), isSound));
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...bits), { maxLength: 30 }).map((some) => some.join('')),
        isSound,
      ),
      { numRuns: 3000 },
    );
  });

  it('are the same again when they are written out and read', () => {
    const degree = (most: number) => fc.double({ min: -most, max: most, noNaN: true }).map((one) => one.toFixed(6));
    fc.assert(
      fc.property(degree(90), degree(180), (lat, long) => {
        fc.pre(Number(lat) !== 0 || Number(long) !== 0);
        const point = coordinatesIn(`${lat}, ${long}`);
        return point?.lat === Number(lat) && point.long === Number(long);
      }),
    );
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Place } from '../request/draft.ts';
import type { FoundPlace } from './address-search.ts';
import { chosen, pointed, restored } from './pointed.ts';
import { holds, typed } from './typed.ts';

const hoffman: FoundPlace = { label: '318 E Hoffman St', lat: 41.94, long: -85.63 };
const main: FoundPlace = { label: '12 N Main St', lat: 41.95, long: -85.64 };
const pointOf = ({ lat, long }: FoundPlace) => ({ lat, long });
const empty: Place = { words: '' };

/** Without what is not there. */
const said = (place: Place): unknown => JSON.parse(JSON.stringify(place));
const atHoffman = { words: hoffman.label, point: pointOf(hoffman), address: hoffman.label, by: 'address' };

describe('words that hold an address', () => {
  for (const [words, address, does] of [
    ['318 E Hoffman St', '318 E Hoffman St', true],
    ['  318  e HOFFMAN st. ', '318 E Hoffman St', true],
    ['318 E Hoffman St, by the hydrant', '318 E Hoffman St', true],
    ['1318 E Hoffman St', '318 E Hoffman St', false],
    ['318 E Hoffman Stable', '318 E Hoffman St', false],
    ['318 E Hoffman S', '318 E Hoffman St', false],
    ['', '318 E Hoffman St', false],
    ['anything', '', false],
    ['anything', undefined, false],
  ] as const) {
    it(`“${words}” ${does ? 'holds' : 'does not hold'} “${address}”`, () => assert.equal(holds(words, address), does));
  }
});

describe('typing', () => {
  it('keeps the point as long as its address is still there', () => {
    const place = typed(chosen(empty, hoffman), '318 E Hoffman St, by the hydrant');
    assert.deepEqual(said(place), { ...atHoffman, words: '318 E Hoffman St, by the hydrant' });
  });

  it('takes the point out when its address is no longer there, so that it can be put back', () => {
    const place = typed(chosen(empty, hoffman), '31 E Hoffman St');
    assert.deepEqual(said(place), { words: '31 E Hoffman St', before: atHoffman });
    assert.deepEqual(said(restored(place)), { ...atHoffman, before: { words: '31 E Hoffman St' } });
    assert.deepEqual(said(typed(place, '')), { words: '', before: atHoffman });
  });

  it('stands beside a point without an address, and beside one that the words never held', () => {
    const device = typed(pointed(empty, pointOf(hoffman), 'device'), 'in front of the library');
    assert.deepEqual(said(device), { words: 'in front of the library', point: pointOf(hoffman), by: 'device' });
    const own = typed(pointed(device, pointOf(hoffman), 'device', hoffman.label), 'behind the library');
    assert.deepEqual(said(own), {
      words: 'behind the library',
      point: pointOf(hoffman),
      address: hoffman.label,
      by: 'device',
    });
  });
});

describe('a point that is set', () => {
  it('brings its address into an empty field, also when that is known only later', () => {
    const first = pointed(empty, pointOf(main), 'map');
    assert.deepEqual(said(first), { words: '', point: pointOf(main), by: 'map' });
    const named = pointed(first, pointOf(main), 'map', main.label);
    assert.deepEqual(said(named), { words: main.label, point: pointOf(main), address: main.label, by: 'map' });
    assert.deepEqual(said(pointed(named, pointOf(main), 'map')), said(named));
  });

  it('takes the address of the former point with it', () => {
    const place = pointed(chosen(empty, hoffman), pointOf(main), 'map', main.label);
    assert.deepEqual(said(place), {
      words: main.label,
      point: pointOf(main),
      address: main.label,
      by: 'map',
      before: atHoffman,
    });
    const unknown = pointed(chosen(empty, hoffman), pointOf(main), 'map');
    assert.deepEqual(said(unknown), { words: '', point: pointOf(main), by: 'map', before: atHoffman });
    // What was before stays there while the new point gets its name.
    assert.deepEqual(said(pointed(unknown, pointOf(main), 'map', main.label)), said(place));
  });

  it('leaves the resident’s own words', () => {
    const place = pointed({ words: 'in front of the library' }, pointOf(main), 'map', main.label);
    assert.deepEqual(said(place), {
      words: 'in front of the library',
      point: pointOf(main),
      address: main.label,
      by: 'map',
    });
  });
});

describe('an address that is chosen', () => {
  it('is words and point; own words and the former point can be put back', () => {
    assert.deepEqual(said(chosen(empty, hoffman)), atHoffman);
    assert.deepEqual(said(chosen({ words: '318 hoff' }, hoffman)), { ...atHoffman, before: { words: '318 hoff' } });
    assert.deepEqual(said(chosen(chosen(empty, main), hoffman)), { ...atHoffman, before: said(chosen(empty, main)) });
    assert.deepEqual(said(chosen(chosen(empty, hoffman), hoffman)), atHoffman);
  });

  it('gives way when what was before is put back, and comes again when that is put back', () => {
    const place = chosen({ words: 'by the library' }, hoffman);
    assert.deepEqual(said(restored(place)), { words: 'by the library', before: atHoffman });
    assert.deepEqual(said(restored(restored(place))), said(place));
    assert.equal(restored(empty), empty);
  });
});

describe('after anything that can be done to a place', () => {
  type Step = readonly [name: string, step: (place: Place) => Place, typedWords?: string];
  const known = [hoffman, main, { label: '8 E Hoffman St', lat: 41.9401, long: -85.6301 }];
  const words = fc.oneof(
    fc.constantFrom(...known.map(({ label }) => label), 'in front of the library', '', ' ', '318 e hoffman st, here'),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  );
  const some = fc.constantFrom(...known);
  const steps = fc.array(
    fc.oneof(
      words.map((text): Step => [`typed(${text})`, (place) => typed(place, text), text]),
      some.map((found): Step => [`chosen(${found.label})`, (place) => chosen(place, found)]),
      fc
        .tuple(some, fc.boolean(), fc.constantFrom('map', 'device', 'photo', 'asset'))
        .map(([found, named, by]): Step => [
          `pointed(${found.label}, ${named})`,
          (place) => pointed(place, pointOf(found), by, named ? found.label : undefined),
        ]),
      fc.constant<Step>(['restored', restored]),
    ),
    { maxLength: 12 },
  );
  const each = (check: (former: Place, place: Place, step: Step, typedLast: ReadonlySet<string>) => void) =>
    fc.assert(
      fc.property(steps, (list) => {
        const typedWords = new Set<string>();
        let place = empty;
        for (const step of list) {
          const former = place;
          place = step[1](place);
          if (step[2] !== undefined) typedWords.add(step[2]);
          check(former, place, step, typedWords);
        }
      }),
      { numRuns: 2000 },
    );

  it('words that nobody typed are the address of the point that is there', () => {
    each((_, place, __, typedWords) => {
      if (!place.words.trim() || typedWords.has(place.words)) return;
      assert.ok(place.point, JSON.stringify(place));
      assert.equal(place.words, place.address);
      assert.deepEqual(
        known.find(({ label }) => label === place.words),
        { label: place.words, ...place.point },
      );
    });
  });

  it('words that held the address of a point never stand beside another, nor beside it once they are typed over', () => {
    each((former, place, step, typedWords) => {
      if (!holds(former.words, former.address) || !place.point) return;
      const isSame = place.point.lat === former.point?.lat && place.point.long === former.point.long;
      // What the resident typed by hand is theirs, whatever it reads like.
      if (!isSame)
        assert.ok(typedWords.has(place.words) || place.words !== former.words, JSON.stringify([former, place]));
      else if (step[2] !== undefined) assert.ok(holds(place.words, place.address), JSON.stringify([former, place]));
    });
  });

  it('a point that went, and words that nobody typed over, stand in before: one step back leads to them', () => {
    each((former, place, step) => {
      const went = former.point && (former.point.lat !== place.point?.lat || former.point.long !== place.point.long);
      const replaced = step[2] === undefined && former.words.trim() && former.words !== place.words;
      if (!went && !replaced) return;
      const { before, ...flat } = former;
      assert.deepEqual(said(place.before ?? empty), said(flat), `${step[0]} after ${JSON.stringify(before)}`);
      const back = restored(place);
      assert.deepEqual([back.words, back.point], [former.words, former.point]);
    });
  });

  it('an address stands beside its own point only, and before has no before', () => {
    each((_, place) => {
      assert.ok(!place.address || place.point);
      if (place.address)
        assert.deepEqual(
          known.find(({ label }) => label === place.address),
          { label: place.address, ...place.point },
        );
      assert.equal(place.before?.before, undefined);
    });
  });
});

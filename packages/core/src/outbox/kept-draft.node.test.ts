import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { after, checking, questions, services, sent } from '../../test/reports.ts';
import type { Draft, Photo } from '../request/draft.ts';
import { advance } from '../request/advance.ts';
import { begin } from '../request/journey.ts';
import type { Filling } from '../request/journey-state.ts';
import { cleared, isWorthKeeping, keptDraftIn, keptDraftOf, resumed, type KeptDraft } from './kept-draft.ts';

const picture = new Blob(['x'], { type: 'image/jpeg' });
const photos: readonly Photo[] = [
  { id: 'one', is: 'ready', name: 'hole.jpg', about: 'A hole', file: picture, taken: { lat: 41.9, long: -85.6 } },
  { id: 'two', is: 'preparing', name: 'more.jpg', about: '' },
  { id: 'three', is: 'heic', name: 'old.heic', about: '' },
];
const owner = { name: 'The county', endpoint: 'https://county.example/open311/v2/', serviceCode: 'road' };
const written = {
  ...(after(
    checking(),
    { type: 'introduced', contact: { name: 'Ada Lovelace', email: 'ada@example.com' } },
    { type: 'pictured', photos },
    {
      type: 'place-set',
      place: {
        words: '318 Hoffman St',
        address: '318 Hoffman St',
        point: { lat: 41.94, long: -85.63, accuracy: 8 },
        by: 'address',
        before: { words: 'Here', point: undefined },
      },
    },
  ) as Filling),
  passed: ['known 1'],
};
const about = {
  id: 'tab',
  endpoint: 'https://city.example/open311/v2/',
  at: 1_790_000_000_000,
  serviceName: 'Pothole',
};
const pictures = (id: string) => (id === 'one' ? picture : undefined);

/** As it lies on the device: without the pictures, which lie apart. */
function rowOf(kept: KeptDraft): Record<string, unknown> {
  const plain = kept.draft.photos.map(({ file: _file, ...photo }) => photo);
  return structuredClone({ ...kept, draft: { ...kept.draft, photos: plain } });
}

describe('what is kept of a report', () => {
  const kept = keptDraftOf(written, { ...about, withContact: false });

  it('is all that was entered, with the photos that are ready', () => {
    const { contact: _contact, photos: ready, ...rest } = kept.draft;
    assert.deepEqual({ ...written.draft, ...rest, photos, contact: written.draft.contact }, written.draft);
    assert.deepEqual(ready, [photos[0]]);
    assert.deepEqual([kept.step, kept.passed, kept.preset], ['check', ['known 1'], false]);
  });

  it('has nothing about who reports, unless that was agreed', () => {
    assert.doesNotMatch(JSON.stringify(kept), /Ada|example\.com"/);
    assert.equal(keptDraftOf(written, { ...about, withContact: true }).draft.contact.name, 'Ada Lovelace');
  });

  it('is nothing where nothing was entered', () => {
    assert.equal(isWorthKeeping(begin().draft), false);
    assert.equal(isWorthKeeping(begin({ serviceCode: 'pothole' }).draft), false);
  });

  const entered: readonly Partial<Draft>[] = [
    { words: 'hole' },
    { place: { words: 'Here' } },
    { place: { words: '', point: { lat: 1, long: 2 } } },
    { description: 'Deep.' },
    { photos: [photos[0]!] },
    { answers: { size: 'large' } },
    { contact: { name: 'Ada', email: '', phone: '' } },
  ];
  for (const one of entered) {
    it(`is worth it with ${Object.keys(one)[0]}`, () => {
      assert.equal(isWorthKeeping({ ...begin().draft, ...one }), true);
    });
  }
});

describe('a kept report that is gone on with', () => {
  it('has all that was entered, and asks the city again what it offers and asks', () => {
    const kept = keptDraftOf({ ...written, owner, ownCode: 'pothole' }, { ...about, withContact: true });
    const now = resumed(begin(), kept);
    assert.deepEqual(now.draft, { ...written.draft, photos: [photos[0]] });
    assert.deepEqual(
      [now.services.is, now.definition.is, now.owner, now.ownCode],
      ['loading', 'loading', owner, 'pothole'],
    );
    assert.deepEqual([now.passed, now.turn, now.focus], [['known 1'], 1, 'heading']);
  });

  it('keeps the contact that the page has given meanwhile', () => {
    const page = begin({ contact: { email: 'grace@example.com' } });
    const now = resumed(page, keptDraftOf(written, { ...about, withContact: false }));
    assert.equal(now.draft.contact.email, 'grace@example.com');
  });

  it('waits at the questions until they are here, where it was at the last screen', () => {
    const kept = keptDraftOf(written, { ...about, withContact: false });
    const page = after(begin(), { type: 'services-loaded', services });
    const now = advance(page, { type: 'resumed', next: resumed(page, kept) });
    assert.equal(now.phase === 'filling' && now.step, 'questions');
    const failed = after(now, { type: 'definition-failed', serviceCode: 'pothole' });
    assert.equal(failed.phase === 'filling' && failed.step, 'questions');
    const asked = after(now, { type: 'definition-loaded', serviceCode: 'pothole', definition: questions });
    assert.equal(asked.definition.is, 'ready');
  });

  it('tells what it tells anybody whose service the city no longer takes', () => {
    const kept = keptDraftOf(written, { ...about, withContact: false });
    const page = after(begin(), { type: 'services-loaded', services: services.slice(1) });
    const now = advance(page, { type: 'resumed', next: resumed(page, kept) }) as Filling;
    assert.deepEqual([now.setback, now.step, now.draft.serviceCode], [{ is: 'unknown-service' }, 'what', undefined]);
    assert.equal(now.draft.place.words, '318 Hoffman St');
  });

  it('takes the place of no report that is on its way or filed', () => {
    const kept = keptDraftOf(written, { ...about, withContact: false });
    const state = sent();
    assert.equal(advance(state, { type: 'resumed', next: resumed(state, kept) }), state);
  });
});

describe('a report that is cleared', () => {
  it('has nothing left, and stands at the beginning', () => {
    const page = after(written, { type: 'services-loaded', services });
    const now = cleared(page);
    assert.deepEqual(now.draft, begin().draft);
    assert.deepEqual([now.step, now.services.is, now.turn, now.passed], ['what', 'ready', page.turn + 1, []]);
  });

  it('stays with the service that the page has chosen, at the city', () => {
    const page: Filling = { ...written, preset: true, owner, ownCode: 'pothole' };
    const now = cleared(page);
    assert.deepEqual([now.step, now.draft.serviceCode, now.preset, now.owner], ['where', 'pothole', true, undefined]);
    assert.deepEqual([now.services.is, now.definition.is], ['loading', 'loading']);
  });
});

describe('a row on the device', () => {
  const kept = keptDraftOf({ ...written, owner, ownCode: 'pothole' }, { ...about, withContact: true });

  it('is read as it was written', () => {
    assert.deepEqual(keptDraftIn(rowOf(kept), pictures), kept);
  });

  it('is read without the photos whose pictures are no longer there, or are none', () => {
    assert.deepEqual(keptDraftIn(rowOf(kept), () => undefined)?.draft.photos, []);
    for (const other of ['<svg/>', new Blob(['<script>'], { type: 'text/html' }), null]) {
      assert.deepEqual(keptDraftIn(rowOf(kept), () => other)?.draft.photos, []);
    }
  });

  it('is left out where anything in it is of another kind than it can be', () => {
    const paths = pathsIn(rowOf(kept)).filter((path) => kindOf(valueAt(rowOf(kept), path)) !== 'undefined');
    const other = fc.oneof(fc.constantFrom(Number.NaN, null, [[]]), fc.anything());
    fc.assert(
      fc.property(fc.constantFrom(...paths), other, (path, value) => {
        const row = rowOf(kept);
        fc.pre(value !== undefined && kindOf(value) !== kindOf(valueAt(row, path)) && !path.includes('answers'));
        put(row, path, value);
        assert.equal(keptDraftIn(row, pictures), undefined, path.join('.'));
      }),
      { numRuns: 3000 },
    );
  });

  for (const [what, path, value] of [
    ['no row', [], undefined],
    ['a step that there is not', ['step'], 'receipt'],
    ['a place beyond the globe', ['draft', 'place', 'point', 'lat'], 91],
    ['an answer that is a function of something', ['draft', 'answers', 'size'], { toString: 'x' }],
    ['a way to somebody else that is a script', ['owner', 'url'], 'java\tscript:alert(1)'],
    ['an endpoint that is a script', ['owner', 'endpoint'], ' javascript:alert(1)'],
    ['a photo that is not ready', ['draft', 'photos', '0', 'is'], 'preparing'],
    ['a time that is none', ['at'], '10:42'],
  ] as const) {
    it(`is left out with ${what}`, () => {
      const row = rowOf(kept);
      put(row, path, value);
      assert.equal(keptDraftIn(path.length ? row : value, pictures), undefined);
    });
  }
});

type Path = readonly string[];

function pathsIn(value: unknown, at: Path = []): readonly Path[] {
  if (typeof value !== 'object' || !value) return [at];
  return [...(at.length ? [at] : []), ...Object.entries(value).flatMap(([key, one]) => pathsIn(one, [...at, key]))];
}

function put(row: Record<string, unknown>, path: Path, value: unknown): void {
  const last = path.at(-1);
  const holder = path.slice(0, -1).reduce<Record<string, unknown>>((one, key) => one[key] as typeof row, row);
  if (last !== undefined) Object.defineProperty(holder, last, { value, enumerable: true, configurable: true });
}

const valueAt = (row: unknown, path: Path) =>
  path.reduce<unknown>((one, key) => (one as Record<string, unknown>)[key], row);

const kindOf = (value: unknown) =>
  value === null || Number.isNaN(value) ? 'none' : Array.isArray(value) ? 'list' : typeof value;

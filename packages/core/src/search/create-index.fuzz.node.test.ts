import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createIndex } from './create-index.ts';
import { everyLanguage as languages } from './every-language.ts';
import { plainText } from './plain-text.ts';
import { loadBodies, saveBodies } from './saved-bodies.ts';

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        'street',
        'light',
        'der',
        'Müll',
        '街灯',
        'の',
        'شارع',
        '\u0301',
        '￿',
        '',
        '’',
        '-',
        '٣',
        '__proto__',
      ),
      {
        maxLength: 8,
      },
    )
    .map((words) => words.join(' ')),
);
const locale = fc.constantFrom('en', 'de-AT', 'es', 'ja', 'zh-Hant', 'ar', 'fi', '', 'x-1');
const entry = fc.record(
  { id: fc.string(), title: text, aliases: fc.array(text, { maxLength: 3 }), body: text, locale },
  { requiredKeys: ['id', 'title'] },
);
const entries = fc.array(entry, { maxLength: 12 });

/** What is left of a title when case, accents and signs do not matter. */
const nameOf = (title: string) =>
  plainText(title)
    .match(/[\p{L}\p{M}\p{N}]+/gu)
    ?.join(' ');

describe('an index of anything', () => {
  it('answers anything: best first, from 0 to 1, each id once and none made up', () => {
    fc.assert(
      fc.property(entries, text, locale, (those, words, own) => {
        const hits = createIndex(those, { locale: own, languages }).search(words);
        assert.ok(hits.every(({ score }) => score > 0 && score <= 1));
        assert.ok(hits.every(({ score }, at) => at === 0 || score <= hits[at - 1]!.score));
        assert.equal(new Set(hits.map(({ id }) => id)).size, hits.length);
        assert.ok(hits.every(({ id }) => those.some((one) => one.id === id)));
      }),
      { numRuns: 300 },
    );
  });

  it('has an exact title first', () => {
    fc.assert(
      fc.property(entries, fc.nat(), (those, which) => {
        const titles = those.map(({ title }) => title).filter((title) => /[\p{L}\p{N}]/u.test(plainText(title)));
        const title = titles[which % titles.length];
        if (title === undefined) return;
        const found = createIndex(
          those.map((one, at) => ({ ...one, id: String(at), locale: 'en' })),
          { languages },
        ).search(title)[0]!;
        assert.equal(found.score, 1);
        assert.equal(nameOf(those[Number(found.id)]!.title), nameOf(title));
      }),
      { numRuns: 300 },
    );
  });

  it('saves and loads the bodies of anything', () => {
    fc.assert(
      fc.property(entries, text, locale, (those, words, own) => {
        const options = { locale: own, languages };
        const bodies = loadBodies(saveBodies(those, options), those);
        const heads = those.map(({ body: _body, ...head }) => head);
        const ids = (hits: readonly { readonly id: string }[]) => hits.map(({ id }) => id).toSorted();
        assert.deepEqual(
          ids(createIndex(heads, { ...options, bodies }).search(words)),
          ids(createIndex(those, options).search(words)),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('answers 2,000 characters, with and without spaces, before anyone notices', () => {
    const many = Array.from({ length: 1000 }, (_, at) => ({
      id: String(at),
      title: `Answer ${at} about street${at % 50} and light${at % 70}`,
      body: '街灯が消えている道路の穴',
    }));
    const index = createIndex(many, { languages });
    index.search('warm');
    const alphabet = 'abcdefghijklmnopqrstuvwxyz';
    for (const words of [
      'street light '.repeat(160),
      'streetlight'.repeat(190),
      '街灯の穴'.repeat(500),
      `${alphabet} `.repeat(75),
    ]) {
      const took = Math.min(...[1, 2, 3].map(() => milliseconds(() => index.search(words))));
      assert.ok(took < 100, `${words.slice(0, 20)} took ${took.toFixed(0)} ms`);
    }
  });
});

function milliseconds(run: () => unknown): number {
  const began = performance.now();
  run();
  return performance.now() - began;
}

/** The files of all languages: what translators write, and what stands in for it nowhere. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { phrasesOf, sample } from '../../test/phrases.ts';
import { demoCityTexts } from '../../test/demo-city-texts.ts';
import { createPhrasebook } from './phrasebook.ts';
import { parts, type Phrases } from './phrases.ts';

const tags = readdirSync(new URL('.', import.meta.url))
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -5));
const { en } = sample;
const entriesOf = (phrases: Phrases) =>
  parts.flatMap((part) => Object.entries(phrases[part]).map(([id, texts]) => ({ part, id, texts })));

/** A service or a group and an answer in the same words: the answer is what they say. */
const both = ['Bicycle', 'Bike lane', 'Parking', 'Sidewalk', 'Something else'];

/** Ids alone would not do: a sidewalk is a service and an answer. */
const ids = Object.fromEntries(
  parts.map((part) => [part, Object.fromEntries(Object.keys(en[part]).map((id) => [id, [`${part}.${id}`]]))]),
) as unknown as Phrases;

describe('the English phrases', () => {
  it('each lead to their own id', () => {
    const book = createPhrasebook(en, ids);
    const lost = entriesOf(en).flatMap(({ part, id, texts }) =>
      texts
        .filter((text) => book.phrase(text)?.text !== `${part}.${id}` && !both.includes(text))
        .map((text) => `${part}.${id}: ${text}`),
    );
    assert.deepEqual(lost, []);
  });

  it('know all that the demo city and its county ask and offer, but for names and examples', () => {
    const book = createPhrasebook(en, ids);
    const unknown = demoCityTexts().filter((text) => !book.phrase(text));
    assert.deepEqual(
      unknown.filter((text) => !/ Park$|^For example: /.test(text)),
      [],
    );
    assert.ok(unknown.length <= 9, unknown.join('\n'));
  });
});

for (const tag of tags) {
  describe(`the phrases of ${tag}`, () => {
    const phrases = phrasesOf(tag);

    it('have the parts and ids of the English ones, and no others', () => {
      assert.deepEqual(Object.keys(phrases).sort(), [...parts].sort());
      const strange = entriesOf(phrases).filter(({ part, id }) => !(id in en[part]));
      assert.deepEqual(strange, []);
      const share = entriesOf(phrases).length / entriesOf(en).length;
      assert.ok(share >= 0.97, `${Math.round(share * 100)} %`);
    });

    it('are texts without blanks around them, each once in its list', () => {
      const wrong = entriesOf(phrases).filter(
        ({ texts }) =>
          !texts.length ||
          texts.some((text) => !text || text !== text.trim()) ||
          new Set(texts.map((text) => text.toLowerCase())).size < texts.length,
      );
      assert.deepEqual(wrong, []);
    });

    it('ask where the English ones ask', () => {
      const asks = (text: string) => /[?？؟]$/.test(text);
      const wrong = Object.entries(phrases.questions).filter(
        ([id, [text]]) => asks(text!) !== asks(en.questions[id]![0]!),
      );
      assert.deepEqual(wrong, []);
    });

    it('are small enough for a phone', () => {
      // As the build packs it: without the ids.
      const packed = parts.map((part) => Object.keys(en[part]).map((id) => phrases[part][id] ?? []));
      const size = brotliCompressSync(JSON.stringify(packed)).length;
      assert.ok(size <= 5000, `${size} bytes`);
    });
  });
}

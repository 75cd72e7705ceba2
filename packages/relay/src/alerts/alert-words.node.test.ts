import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { alertLanguages, alertWords } from './alert-words.ts';
import { gsmLength, shortText } from './short-text.ts';

const read = (tag: string) =>
  JSON.parse(readFileSync(new URL(`words/${tag}.json`, import.meta.url), 'utf8')) as Record<string, string>;
const holes = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();

describe('the words of alerts', () => {
  const en = read('en');

  it('are there in every language of the widgets', () => {
    const languages = readFileSync(
      fileURLToPath(new URL('../../../elements/src/messages/languages.ts', import.meta.url)),
      'utf8',
    );
    const tags = [...languages.matchAll(/^ {2}'?([\w-]+)'?: \{ name:/gm)].map(([, tag]) => tag!);
    assert.equal(tags.length, 16);
    assert.deepEqual(alertLanguages.toSorted(), tags.toSorted());
    const files = readdirSync(new URL('words/', import.meta.url)).map((file) => file.replace('.json', ''));
    assert.deepEqual(files.toSorted(), tags.toSorted());
  });

  for (const tag of alertLanguages) {
    it(`are whole in ${tag}: every sentence, with the same holes`, () => {
      const words = read(tag);
      assert.deepEqual(Object.keys(words).toSorted(), Object.keys(en).toSorted());
      for (const [key, text] of Object.entries(words)) {
        assert.ok(text.trim() !== '', key);
        assert.deepEqual(holes(text), holes(en[key]!), key);
        if (tag !== 'en' && text.length > 25) assert.notEqual(text, en[key], key);
      }
    });
  }

  it('come in the closest language, and in English where there is none', () => {
    const tags = { 'es-MX': 'es', 'zh-TW': 'zh-Hant', zh: 'zh-Hans', 'pt-PT': 'pt-BR', fil: 'tl', xx: 'en', '': 'en' };
    for (const [locale, tag] of Object.entries(tags)) assert.equal(alertWords(locale).tag, tag, locale);
    assert.equal(alertWords('__proto__').tag, 'en');
    assert.equal(alertWords('constructor').tag, 'en');
  });

  it('write a day as the language does, also in Haitian Creole', () => {
    const day = new Date('2026-11-22T02:00:00Z');
    assert.equal(alertWords('en').day(day, 'America/Detroit'), 'November 21, 2026');
    assert.equal(alertWords('ht').day(day, 'America/Detroit'), '21 novanm 2026');
  });

  it('keep numbers apart where letters go the other way', () => {
    assert.match(alertWords('ar').say('subject', { number: '26-00001' }), /\u206826-00001\u2069/);
    assert.equal(alertWords('en').say('subject', { number: '26-00001' }), 'News about report 26-00001');
  });
});

describe('a text message', () => {
  const link = 'https://311.threerivers.example/alerts/AbCdEfGhIjKlMnOpQrStUvWx';

  it('is one message in English, whatever the city says', () => {
    const words = alertWords('en');
    const now = [
      'The city opened this report again.',
      'The city is working on this and expects to be done by November 22, 2026.',
    ];
    for (const city of ['Three Rivers', 'The Charter Township of a Very Long “Name” upon the River', 'Peñasco']) {
      for (const sentences of [now, now.slice(1), ['The city calls this “…”.']]) {
        const text = shortText('text.news', { words, city, number: '26-00001' }, link, {
          now: sentences,
          short: 'The city is working on this.',
        });
        assert.ok(gsmLength(text) <= 160, `${gsmLength(text)}: ${text}`);
        assert.ok(text.includes('26-00001') && text.includes(link), text);
      }
    }
  });

  it('comes whole in other languages', () => {
    const words = alertWords('ar');
    const text = shortText('text.confirm', { words, city: 'Three Rivers', number: '26-00001' }, link);
    assert.ok(text.includes(link));
  });
});

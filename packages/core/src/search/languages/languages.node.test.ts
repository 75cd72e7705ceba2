import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createIndex } from '../create-index.ts';
import { everyLanguage } from '../every-language.ts';
import { languageFor } from '../language-for.ts';
import { plainText } from '../plain-text.ts';

/** Titles, and words that find them as the first. Beside each other in one index, so that they can be mistaken. */
const found: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  en: {
    'Brush collection': ['when is brush collected', 'brush coll', 'bursh', 'BRUSH!'],
    'Dog licenses': ['license for my dog', 'dog licence', 'dogs licensing'],
    'Bulky items': ['bulk item', 'bulky itmes'],
  },
  de: {
    Sperrmüllabholung: ['sperrmüll', 'Sperrmuell abholen', 'wann wird der sperrmull abgeholt', 'sperrm'],
    'Hundesteuer anmelden': ['hund steuer', 'anmeldung der Hundesteuermarke'],
    'Straßenlaterne defekt': ['laternen', 'strassenlaterne', 'Stassenlaterne'],
  },
  es: {
    'Recolección de basura': ['cuándo recogen la basura', 'recoleccion', 'recolectar basuras'],
    'Licencia para perros': ['licencias del perro', 'lisencia'],
    'Baches en la calle': ['bache', 'vaches en calles'],
  },
  ja: {
    粗大ごみの収集: ['粗大ゴミはいつですか', '粗大', 'ゴミ'],
    街灯の故障: ['街灯が故障しています', 'がいとう 街灯'],
    犬の登録: ['イヌではなく犬を登録したい', '登録'],
  },
  zh: {
    大件垃圾收取: ['怎么扔大件垃圾', '大件', '垃圾收取时间'],
    路灯不亮: ['路灯坏了', '我家门口的路灯'],
    停车罚款: ['在哪里交停车罚款', '罚款'],
  },
  ar: {
    'جمع القمامة': ['متى تجمعون القمامه', 'القُمامة', 'والقمامة'],
    'رخصة الكلاب': ['رخصه كلب', 'للكلاب'],
    'إنارة الشارع': ['اناره الشوارع', 'بالشارع'],
  },
};

for (const language of everyLanguage) {
  describe(`the table for ${language.locale}`, () => {
    const titles = Object.entries(found[language.locale]!);
    const index = createIndex(
      titles.map(([title]) => ({ id: title, title })),
      { locale: language.locale, languages: [language] },
    );

    it('finds titles by other endings, compounds, spellings and half words', () => {
      for (const [title, questions] of titles) {
        for (const words of questions) assert.equal(index.search(words)[0]?.id, title, words);
      }
    });

    it('is fetched by its locale, with any region', async () => {
      assert.equal(await languageFor(language.locale), language);
      assert.equal(await languageFor(`${language.locale.toUpperCase()}-XX`), language);
    });

    it('has small words as texts come to it, and leaves something of every other word', () => {
      for (const word of language.stopWords) {
        const plain = plainText(word);
        assert.equal(language.mend?.(plain) ?? plain, word);
      }
      const words = titles.flatMap(([title]) => plainText(title).split(/\s+/));
      assert.ok(words.every((word) => language.stem(word).length >= Math.min(word.length, 2)));
    });
  });
}

describe('a language without a table', () => {
  it('is not there, and is searched by its letters', async () => {
    assert.equal(await languageFor('fi'), undefined);
    const index = createIndex(
      [
        { id: 'a', title: 'Jäteastian tyhjennys' },
        { id: 'b', title: 'Katuvalo ei pala' },
      ],
      { locale: 'fi' },
    );
    assert.equal(index.search('jäteastiat')[0]?.id, 'a');
    assert.equal(index.search('katuvalot')[0]?.id, 'b');
  });
});

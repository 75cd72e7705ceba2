import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkCatalogue } from './check-catalogue.ts';
import { checkPhrasebook } from './check-phrasebook.ts';
import type { Catalogue, Message } from './english.ts';
import { rulesOf } from './rules-of-language.ts';
import { misplaced } from './translations.ts';

const among = ['eng', 'spa', 'por', 'deu', 'fra', 'pol', 'vie', 'tgl', 'hat', 'rus', 'arb', 'urd', 'cmn'];
const language = rulesOf('ru');

const english: Catalogue = {
  heading: 'Follow a report',
  asked: 'What is the problem with the street light?',
  labelled: 'Here is the link to your report:',
  failed: 'The city’s system does not answer. Try again in some minutes.',
  looking: 'Looking for report {number} in all that the city has.',
  count: { one: '1 report is listed.', other: '{count} reports are listed.' },
};
const russian: Catalogue = {
  heading: 'Узнать о заявке',
  asked: 'Что случилось с уличным фонарём?',
  labelled: 'Вот ссылка на вашу заявку:',
  failed: 'Система города не отвечает. Повторите попытку через несколько минут.',
  looking: 'Ищем заявку {number} среди всего, что есть у города.',
  count: {
    one: 'В списке {count} заявка.',
    few: 'В списке {count} заявки.',
    many: 'В списке {count} заявок.',
    other: 'В списке {count} заявки.',
  },
};

const faultsOf = (words: Catalogue, tag = 'ru') => checkCatalogue(rulesOf(tag), english, words, among).faults;
/** The catalogue with one message otherwise. */
const but = (key: string, message: Message) => ({ ...russian, [key]: message });
const plural = (category: string, sentence?: string) => {
  const { [category]: _, ...others } = russian['count'] as Record<string, string>;
  return but('count', sentence === undefined ? others : { ...others, [category]: sentence });
};

describe('a catalogue', () => {
  it('that says everything in its language passes', () => {
    assert.deepEqual(faultsOf(russian), []);
  });

  const { heading: _, ...headless } = russian;
  const mutants: Readonly<Record<string, readonly [Catalogue, RegExp]>> = {
    'a missing message': [headless, /heading: is missing/],
    'a message that English has not': [{ ...russian, more: 'Ещё' }, /more: is not in English/],
    'a missing plural': [plural('few'), /count: has the plurals many, one, other/],
    'a plural that the language has not': [plural('two', 'В списке {count} заявки.'), /count: has the plurals/],
    'one sentence for all numbers': [but('count', 'В списке {count} заявок.'), /count: is not plural/],
    'plurals where nothing is counted': [but('heading', { other: 'Узнать о заявке' }), /heading: is plural/],
    'a lost hole': [but('looking', 'Ищем заявку среди всего, что есть у города.'), /looking: lacks \{number\}/],
    'a hole of another name': [
      but('looking', 'Ищем заявку {номер} среди всего, что есть у города.'),
      /looking: lacks \{number\}/,
    ],
    'a hole that nobody fills': [but('heading', 'Узнать о заявке {number}'), /heading: has \{number\}/],
    'a brace that was left open': [but('heading', 'Узнать о {заявке'), /heading: has a brace/],
    'a number left out where it may be 21': [plural('one', 'В списке одна заявка.'), /count: \(one\) lacks \{count\}/],
    'a message left in English': [but('failed', english['failed']!), /too much is English/],
    'words of another alphabet': [
      but('failed', 'La ciudad no responde. Vuelva a intentarlo en unos minutos, por favor.'),
      /too few letters are Cyrl/,
    ],
    'a letter of Ukrainian': [but('heading', 'Узнати про заявку її'), /heading: ї is no letter/],
    markup: [but('heading', 'Узнать о <b>заявке</b>'), /heading: has markup/],
    'straight quotes': [but('heading', 'Узнать о "заявке"'), /heading: has straight quotes/],
    'two blanks': [but('heading', 'Узнать  о заявке'), /heading: has two blanks/],
    'a blank at its end': [but('heading', 'Узнать о заявке '), /heading: has blanks at its ends/],
    'a letter in two pieces': [but('heading', 'Узнать о заявке и\u0306'), /heading: has letters in pieces/],
    'a sign that turns the line': [but('heading', 'Узнать о \u202Eзаявке'), /heading: has characters that nobody/],
    'no words': [but('heading', ' '), /heading: says nothing/],
    'a question that is none any more': [but('asked', 'Что случилось с уличным фонарём.'), /asked: ends like a sent/],
    'a heading with a full stop': [but('heading', 'Узнать о заявке.'), /heading: ends like a sentence/],
    'a label without its colon': [but('labelled', 'Вот ссылка на вашу заявку'), /labelled: ends like a title/],
  };
  for (const [what, [words, why]] of Object.entries(mutants)) {
    it(`with ${what} does not pass`, () => {
      assert.match(faultsOf(words).join('\n'), why);
    });
  }

  it('need not say a number that can only be that one', () => {
    const german: Catalogue = {
      heading: 'Eine Meldung verfolgen',
      asked: 'Was ist mit der Straßenlaterne los?',
      labelled: 'Hier ist der Link zu Ihrer Meldung:',
      failed: 'Das System der Stadt antwortet nicht. Versuchen Sie es in einigen Minuten noch einmal.',
      looking: 'Die Meldung {number} wird bei der Stadt gesucht.',
      count: { one: 'Eine Meldung steht in der Liste.', other: '{count} Meldungen stehen in der Liste.' },
    };
    assert.deepEqual(faultsOf(german, 'de'), []);
  });

  it('in another language of the same alphabet is not taken for this one', () => {
    const french: Catalogue = {
      heading: 'Suivre un signalement',
      asked: 'Quel est le problème avec le réverbère ?',
      labelled: 'Voici le lien de votre signalement :',
      failed: 'Le système de la ville ne répond pas. Réessayez dans quelques minutes.',
      looking: 'Nous cherchons le signalement {number} dans la liste de la ville.',
      count: { one: '{count} signalement est listé.', other: '{count} signalements.', many: '{count} signalements.' },
    };
    assert.deepEqual(faultsOf(french, 'fr'), []);
    assert.match(faultsOf(french, 'es').join('\n'), /too little is recognised as spa/);
    assert.match(faultsOf(french, 'es').join('\n'), /è.* is no letter of this language/);
  });

  it('in one Chinese has no character of the other', () => {
    const said = (heading: string, tag: string) =>
      checkCatalogue(rulesOf(tag), { heading: 'Follow a report' }, { heading }, among).faults.join('\n');
    assert.doesNotMatch(said('查询报告', 'zh-Hans'), /other Chinese/);
    assert.doesNotMatch(said('查詢報告', 'zh-Hant'), /other Chinese/);
    assert.match(said('查詢报告', 'zh-Hans'), /heading: 詢 is the other Chinese/);
    assert.match(said('查詢报告', 'zh-Hant'), /heading: 报 is the other Chinese/);
  });

  it('says each message in the set where it is looked for', () => {
    const sets = new Map<string, Catalogue>([
      ['form', { a: 'A' }],
      ['later', { b: 'B' }],
    ]);
    assert.deepEqual(misplaced(sets, sets), []);
    assert.match(misplaced(sets, new Map([...sets, ['form', { b: 'B' }]])).join(), /b: stands in form\.json/);
    assert.match(misplaced(sets, new Map([['form', { a: 'A' }]])).join(), /later\.json: is missing/);
    assert.match(misplaced(sets, new Map([...sets, ['latter', {}]])).join(), /latter\.json: there is no such set/);
  });
});

describe('a phrasebook', () => {
  const book = { services: { pothole: ['Pothole', 'Hole'], tree: ['Tree down'] }, answers: { yes: ['Yes'] } };
  const faults = (own: Record<string, Record<string, string[]>>) =>
    checkPhrasebook(language, book, own, among).faults.join('\n');

  it('may leave out what it does not know', () => {
    assert.equal(faults({ services: { pothole: ['Яма на дороге', 'выбоина'] } }), '');
  });

  it('says nothing that English does not, nothing twice, and nothing in other letters', () => {
    assert.match(faults({ services: { hole: ['Яма'] } }), /services\.hole: is not in English/);
    assert.match(faults({ services: { pothole: ['Яма', 'Яма'] } }), /services\.pothole: says a thing twice/);
    assert.match(faults({ services: { pothole: ['Яма', 'яма '] } }), /is not clean/);
    assert.match(faults({ services: { pothole: ['Яма', 'дїра'] } }), /ї in “дїра”/);
    assert.match(faults({ services: { pothole: ['Pothole'] } }), /too much is English/);
    assert.match(faults({ answers: { yes: ['Да', 'ага'] } }), /other words, which only services have/);
    assert.match(faults({ answers: { yes: [] } }), /says nothing/);
  });
});

import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { creoleDates } from './creole-dates.ts';
import { tagFor } from './languages.ts';
import { messagesIn, type Catalogue, type MessageKey, type Speech } from './messages.ts';
import { distancesIn } from './distances.ts';

const parts = globSync('*.en.json', { cwd: import.meta.dirname }).map(
  (file) => JSON.parse(readFileSync(path.join(import.meta.dirname, file), 'utf8')) as Catalogue,
);
const catalogue: Catalogue = Object.assign({}, ...parts);
const words = messagesIn(catalogue, { locale: 'en-US', zone: 'America/Detroit' });

describe('another language', () => {
  const polish: Speech = {
    lang: 'pl',
    dir: 'ltr',
    say: (key, english) =>
      key === 'errors' ? { one: '{count} rzecz', few: '{count} rzeczy', many: '{count} x', other: '?' } : english,
  };
  const said = messagesIn(catalogue, { locale: 'pl-PL', zone: 'America/Detroit', speech: polish });

  it('says its own sentence, in the plural that its rules ask for', () => {
    assert.deepEqual(
      [1, 3, 5].map((count) => said.text('errors', { count })),
      ['1 rzecz', '3 rzeczy', '5 x'],
    );
  });

  it('says what it has no word for in English', () => {
    assert.equal(said.text('retry'), 'Try again');
  });

  it('writes dates its own way, and is the language of every other part of the words', () => {
    assert.match(said.day(new Date('2026-11-26T03:30:00Z')), /^środa, 25 listopada/);
    assert.equal(said.with({}).lang, 'pl');
  });

  it('writes dates from its own table where Intl knows none', () => {
    const creole = messagesIn(catalogue, {
      zone: 'America/New_York',
      speech: { ...polish, lang: 'ht', format: creoleDates },
    });
    assert.match(creole.day(new Date('2024-07-04T16:00:00Z')), /^jedi 4 jiyè/);
    assert.equal(creole.weekday(3), 'mèkredi');
    assert.match(creole.clock(new Date('2024-07-04T20:30:00Z')), /16:30|4:30/);
  });

  it('is no help before its words are here', () => {
    assert.equal(messagesIn(catalogue, { locale: 'pl' }).lang, 'en-US');
  });
});

describe('a locale', () => {
  it('is spoken by the closest language there is', () => {
    for (const [locale, tag] of Object.entries(closest)) assert.equal(tagFor(locale), tag, locale);
  });
});

const closest = {
  'es-MX': 'es',
  'es-419': 'es',
  zh: 'zh-Hans',
  'zh-CN': 'zh-Hans',
  'zh-TW': 'zh-Hant',
  'zh-HK': 'zh-Hant',
  'zh-Hant-HK': 'zh-Hant',
  'zh-Hans-TW': 'zh-Hans',
  pt: 'pt-BR',
  'pt-PT': 'pt-BR',
  fil: 'tl',
  'fil-PH': 'tl',
  EN_us: 'en',
  'ur-PK': 'ur',
  xx: undefined,
  '': undefined,
  constructor: undefined,
};

describe('a sentence', () => {
  it('has its holes filled by name', () => {
    assert.equal(words.text('step', { step: 2, steps: 4 }), 'Step 2 of 4');
    assert.equal(words.text('help.open', { phone: '311', time: '5 PM' }), 'Call 311. Open now, until 5 PM.');
  });

  it('keeps what fills a hole as it is, even if it looks like a hole or like markup', () => {
    assert.equal(
      words.text('what.none', { words: '{words} <b>{count}' }),
      'We found no match for “{words} <b>{count}”.',
    );
  });

  it('comes in pieces where a hole is more than text', () => {
    const link = { a: 'link' };
    assert.deepEqual(words.parts('help.phone', { phone: link }), ['Call ', link, '.']);
  });

  it('counts in the plural of the language', () => {
    assert.equal(words.text('errors', { count: 1 }), 'There is 1 thing to fix');
    for (const [count, said] of [
      [0, '0'],
      [2, '2'],
      [11, '11'],
      [1234, '1,234'],
    ] as const) {
      assert.equal(words.text('errors', { count }), `There are ${said} things to fix`);
    }
  });

  it('counts by the categories that the catalogue has, for a language with more of them', () => {
    const polish = { ...catalogue, errors: { one: 'jeden', few: 'kilka', many: 'wiele', other: '?' } };
    assert.equal(messagesIn(polish, { locale: 'en-US' }).text('errors', { count: 3 }), '?');
  });
});

describe('a date', () => {
  const inFigures = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const onACalendar = { timeZone: 'UTC', weekday: 'long', month: 'long', day: 'numeric' } as const;
  // 3:30 UTC on November 26 is still the evening before in Detroit, and noon in Kolkata on the 26th is early morning.
  const late = new Date('2026-11-26T03:30:00Z');

  it('is a day of the city’s zone, not of the device’s', () => {
    assert.equal(words.day(late), 'Wednesday, November 25');
    assert.equal(words.format(late, inFigures), '11/25/2026');
    assert.equal(messagesIn(catalogue, { locale: 'en-US', zone: 'Asia/Kolkata' }).day(late), 'Thursday, November 26');
  });

  it('from a calendar is that very day in every zone', () => {
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', undefined]) {
      assert.equal(
        messagesIn(catalogue, { locale: 'en-US', zone }).format(new Date('2026-11-02T00:00Z'), onACalendar),
        'Monday, November 2',
      );
    }
  });

  it('is written as the region has it', () => {
    assert.equal(
      messagesIn(catalogue, { locale: 'en-GB', zone: 'America/Detroit' }).format(late, inFigures),
      '25/11/2026',
    );
  });
});

describe('a time of day', () => {
  it('is the one on the wall, from midnight to midnight', () => {
    const said = (clock: string) => words.time(clock).replace(/\s/g, ' ');
    assert.deepEqual(['00:00', '09:05', '12:00', '23:00', '24:00'].map(said), [
      '12:00 AM',
      '9:05 AM',
      '12:00 PM',
      '11:00 PM',
      '12:00 AM',
    ]);
  });
});

describe('a weekday', () => {
  it('is named from Sunday on', () => {
    assert.deepEqual([0, 1, 6].map(words.weekday), ['Sunday', 'Monday', 'Saturday']);
  });
});

describe('a length', () => {
  it('is in feet where feet are used, else in metres, and not more exact than it is', () => {
    assert.equal(distancesIn('en-US')(12), '39 feet');
    assert.equal(distancesIn('en-US')(1500), '0.93 miles');
    assert.equal(distancesIn('en-GB')(12.4), '12 metres');
    assert.equal(distancesIn('en-CA')(1234), '1.2 kilometres');
  });
});

describe('a region', () => {
  it('of another language, or of none, is no help and does no harm', () => {
    for (const region of [undefined, '', 'de-DE', 'en_US', 'xx-nonsense-1', '!!']) {
      assert.equal(messagesIn(catalogue, { locale: region }).lang, 'en-US', String(region));
    }
  });
});

describe('the catalogue', () => {
  const root = path.resolve(import.meta.dirname, '..');
  const sources = globSync('**/*.ts', { cwd: root })
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => readFileSync(path.join(root, file), 'utf8'))
    .join('\n');
  const keys = Object.keys(catalogue) as MessageKey[];

  it('has no key twice in its parts', () => {
    const all = parts.flatMap((part) => Object.keys(part));
    assert.deepEqual(
      all.filter((key, at) => all.indexOf(key) !== at),
      [],
    );
  });

  it('has no key that is never said', () => {
    // `locate.${reason}` says every key that begins so.
    const beginnings = [...sources.matchAll(/`([a-z.]+\.)\$\{/g)].map(([, beginning]) => beginning!);
    const unsaid = keys.filter(
      (key) => !sources.includes(`'${key}'`) && !beginnings.some((beginning) => key.startsWith(beginning)),
    );
    assert.deepEqual(unsaid, []);
  });

  it('has the two plurals of English wherever it counts', () => {
    for (const [key, message] of Object.entries(catalogue)) {
      if (typeof message !== 'string') assert.deepEqual(Object.keys(message), ['one', 'other'], key);
    }
  });

  it('has sentences without markup, double blanks, straight quotes or blanks at the ends', () => {
    for (const [key, message] of Object.entries(catalogue)) {
      for (const sentence of typeof message === 'string' ? [message] : Object.values(message)) {
        assert.doesNotMatch(sentence, /[<>"']|\s{2}|^\s|\s$/, key);
      }
    }
  });

  it('speaks plainly: no "invalid", "please", "submit" or "error"', () => {
    for (const [key, message] of Object.entries(catalogue)) {
      assert.doesNotMatch(JSON.stringify(message), /\b(invalid|please|submit|error|oops|sorry)\b/i, key);
    }
  });
});

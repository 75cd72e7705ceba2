import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { colour, firstChoice, plainTheme, type Choice } from './choice.ts';
import { choiceIn, fragmentOf, isShared } from './state-in-url.ts';

const full: Choice = {
  endpoint: 'https://311.example.gov/open311/v2/',
  jurisdictionId: 'three rivers & co',
  widgets: ['faq-panel', 'status-tracker'],
  launcher: true,
  services: ['006', 'Animals/Dead animal, small', 'ünïcode'],
  start: 'a b',
  locale: 'es',
  cityName: 'Three Rivers “West”',
  phone: '269-555-0142',
  contact: 'none',
  storage: 'none',
  practice: false,
  mapStyle: '/map/style.json',
  theme: { accent: '#14574a', onAccent: '#ffffff', surface: '#fafafa', text: '#111111', font: 'Arial', radius: '4' },
  files: '',
  config: '/files/city.json',
  page: 'https://www.example.gov/report/?a=b',
  shape: 'react',
};

describe('the choice in a link', () => {
  it('comes back as it was', () => {
    assert.deepEqual(choiceIn(fragmentOf(full)), full);
    assert.deepEqual(choiceIn(fragmentOf(firstChoice)), firstChoice);
  });

  it('stands in the fragment, and holds only what is chosen', () => {
    assert.equal(fragmentOf(firstChoice), '#builder=');
    assert.equal(fragmentOf({ ...firstChoice, phone: '1 2' }), '#builder=phone=1+2');
    assert.equal(isShared('#builder='), true);
    assert.equal(isShared('#somewhere'), false);
    assert.deepEqual(choiceIn('#somewhere'), firstChoice);
  });

  for (const [name, words] of [
    ['endpoint', 'javascript:alert(1)'],
    ['endpoint', 'data:text/html,x'],
    ['endpoint', '//evil.example/'],
    ['endpoint', 'https://user:secret@evil.example/'],
    ['accent', 'red;}*{display:none'],
    ['accent', '#12345'],
    ['font', 'x;}</style><script>'],
    ['font', 'url(https://evil.example/)'],
    ['radius', '99'],
    ['locale', 'en"onload="x'],
    ['contact', '__proto__'],
    ['shape', 'constructor'],
    ['practice', 'maybe'],
    ['mapStyle', '//evil.example/style.json'],
    ['mapStyle', String.raw`/\evil.example`],
    ['config', 'javascript:x'],
    ['page', 'javascript:x'],
    ['phone', 'x'.repeat(61)],
    ['cityName', 'line\nbreak'],
    ['services', '%E0%A4%A'],
    ['files', 'https://evil.example/citydesk/'],
    ['__proto__', 'x'],
    ['theme', 'x'],
  ] as const) {
    it(`takes no ${name} that is ${words.slice(0, 40)}`, () => {
      const said = new URLSearchParams({ [name]: words });
      assert.deepEqual(choiceIn(`#builder=${said.toString()}`), firstChoice);
    });
  }

  it('takes only widgets that there are', () => {
    assert.deepEqual(choiceIn('#builder=widgets=faq-panel,script,faq-panel').widgets, ['faq-panel']);
  });

  const corpora = path.resolve(import.meta.dirname, '../../../../../shared/corpora');
  it('takes no address, colour or word of its lists from any of the known attacks', (test) => {
    const files = ['html-xss.jsonl', 'naughty-strings.jsonl', 'config-injection.jsonl', 'json-hostile.jsonl'];
    if (!existsSync(corpora)) {
      if (process.env['CI']) throw new Error('The collections of bad input are not there.');
      return test.skip('the collections of bad input are not there');
    }
    let count = 0;
    for (const file of files) {
      for (const line of readFileSync(path.join(corpora, file), 'utf8').split('\n').filter(Boolean)) {
        count++;
        const fields = [
          'endpoint',
          'mapStyle',
          'config',
          'page',
          'accent',
          'surface',
          'font',
          'radius',
          'locale',
          'shape',
        ];
        const said = new URLSearchParams(fields.map((name) => [name, line]));
        const raw = choiceIn(`#builder=${line}`);
        assert.ok(raw.endpoint === '' || /^https?:/.test(raw.endpoint));
        const { endpoint, mapStyle, config, page, theme, shape } = choiceIn(`#builder=${said.toString()}`);
        assert.deepEqual([endpoint, mapStyle, config, page, shape], ['', '', '/citydesk.json', '', 'module']);
        assert.deepEqual({ ...theme, font: '' }, plainTheme);
        assert.doesNotMatch(theme.font, /[;{}<>()\\/:]/);
      }
    }
    assert.ok(count > 4000, String(count));
  });
});

describe('a colour', () => {
  it('is six digits, however it is written', () => {
    assert.deepEqual(['#ABC', 'aabbcc', ' #14574A '].map(colour), ['#aabbcc', '#aabbcc', '#14574a']);
    assert.deepEqual(['red', '#12', '#12345g', '', 'rgb(0,0,0)'].map(colour), Array(5).fill(undefined));
  });
});

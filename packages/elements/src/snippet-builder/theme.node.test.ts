import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tokens } from '../styles/tokens.ts';
import { plainTheme, type Theme } from './choice.ts';
import { paletteOf, themeRules, tooWeak, type Role } from './theme.ts';

const theme = (part: Partial<Theme>): Theme => ({ ...plainTheme, ...part });
const weak = (part: Partial<Theme>) => tooWeak(theme(part)).map(({ front, back }) => `${front} on ${back}`);

describe('the theme', () => {
  it('begins with the colours that the widgets have, light and dark', () => {
    const light = paletteOf(plainTheme);
    const dark = paletteOf(theme({ surface: '#12181b' }));
    const long = (hex: string) => (hex.length === 4 ? hex.replace(/[\da-f]/g, '$&$&') : hex);
    const found = [...tokens.cssText.matchAll(/--([\w-]+):var\(--citydesk-[\w-]+,light-dark\((#\w+),(#\w+)\)\)/g)];
    assert.equal(found.length, 12);
    for (const [, name = '', one = '', other = ''] of found) {
      const role = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()) as Role;
      assert.deepEqual([light[role], dark[role]], [long(one), long(other)], name);
    }
  });

  it('finds nothing too weak in what the widgets have', () => {
    assert.deepEqual(weak({}), []);
    assert.deepEqual(weak({ surface: '#12181b' }), []);
  });

  it('refuses a colour that cannot be read, and names the pair', () => {
    assert.deepEqual(weak({ accent: '#9ab' }), ['accent on surface', 'onAccent on accent', 'accent on soft']);
    assert.deepEqual(weak({ onAccent: '#0f4f78' }), ['onAccent on accent']);
    assert.ok(weak({ text: '#888888' }).includes('text on surface'));
    assert.ok(weak({ surface: '#8a8a8a' }).length > 3);
  });

  it('takes 4.5 to 1, and nothing below it', () => {
    assert.deepEqual(weak({ text: '#767676' }), ['text on soft']);
    assert.deepEqual(weak({ text: '#777777' }), ['text on surface', 'text on soft']);
  });

  it('writes only what is set, and keeps the widgets to the scheme that was looked at', () => {
    assert.equal(themeRules(plainTheme, 'a'), '');
    assert.equal(
      themeRules(theme({ accent: '#14574A', radius: '0', font: 'Public Sans, sans-serif' }), 'a'),
      'a {\n  color-scheme: light;\n  --citydesk-accent: #14574a;\n  --citydesk-font: Public Sans, sans-serif;\n  --citydesk-radius: 0px;\n}',
    );
    assert.equal(themeRules(theme({ radius: '8' }), 'a'), 'a {\n  --citydesk-radius: 8px;\n}');
  });

  it('writes every role for a dark ground: an old browser would take the light ones', () => {
    const rules = themeRules(theme({ surface: '#000' }), 'a');
    assert.match(rules, /color-scheme: dark;/);
    assert.match(rules, /--citydesk-surface: #000000;/);
    assert.match(rules, /--citydesk-on-accent: #06202e;/);
    assert.equal(rules.match(/--citydesk-/g)?.length, 12);
  });

  for (const bad of ['red; } * { display: none', '</style>', '"unclosed', 'url(x)', 'a\nb', '\\65', 'a}b']) {
    it(`leaves out a font that is none: ${JSON.stringify(bad)}`, () => {
      assert.equal(themeRules(theme({ font: bad, accent: bad, radius: bad }), 'a'), '');
    });
  }
});

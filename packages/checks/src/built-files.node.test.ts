import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { unfitForBrowsers } from './built-files.ts';
import { filesLike, textOf } from './workspace.ts';

describe('the built files', () => {
  const files = filesLike('packages/*/dist/**/*.js', 'examples/*/dist/**/*.js');

  it('run in browsers and on strict pages', { skip: files.length === 0 && 'not built' }, () => {
    assert.deepEqual(
      files.flatMap((file) => unfitForBrowsers(file, textOf(file))),
      [],
    );
  });

  const refused = {
    'a decorator nobody lowered': '@customElement("my-form") class Form {}',
    'a decorated field': 'class Form { @property() name = ""; }',
    'an accessor field': 'class Form { accessor name = ""; }',
    'code made from text': 'const sum = new Function("a", "return a");',
    'code made from text without new': 'const sum = Function("a", "return a");',
    eval: 'eval("1 + 1");',
  };
  for (const [title, text] of Object.entries(refused)) {
    it(`are refused with ${title}`, () => assert.equal(unfitForBrowsers('form.js', text).length, 1));
  }

  it('may speak of such things in a string', () => {
    assert.deepEqual(unfitForBrowsers('form.js', 'const words = "@property() eval( new Function(";'), []);
  });
});

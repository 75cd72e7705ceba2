import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fencesIn } from './fences.ts';

const page = (...lines: readonly string[]) => fencesIn('page.md', lines.join('\n'));

describe('the fences of a page', () => {
  it('are found with their language and the line they begin in', () => {
    const [fence] = page('# Page', '', '```sh', 'npm test', '```');
    assert.deepEqual({ ...fence }, { file: 'page.md', line: 4, text: 'npm test\n', given: '', language: 'sh' });
  });

  it('carry what is said beside the language', () => {
    const [fence] = page('```ts [page.ts] no-run="needs a city"', 'x', '```');
    assert.equal(fence?.language, 'ts');
    assert.equal(fence.noRun, 'needs a city');
    assert.equal(page('```vue file="examples/vue/src/App.vue"', '```')[0]?.from, 'examples/vue/src/App.vue');
  });

  it('are taken out of lists, and keep their own indentation', () => {
    const [fence] = page('1. First', '   ```js', '   if (a) {', '     b();', '   }', '   ```');
    assert.equal(fence?.text, 'if (a) {\n  b();\n}\n');
  });

  it('know what stands before them as given', () => {
    const [fence] = page(
      '<!-- given:',
      'declare const input: HTMLInputElement;',
      '-->',
      '',
      '```js',
      'input.files;',
      '```',
    );
    assert.equal(fence?.given, 'declare const input: HTMLInputElement;');
  });

  it('end, or the page is refused', () => {
    assert.throws(() => page('```js', 'a'), /page\.md:1 begins a fence that does not end/);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { textOf } from '../workspace.ts';
import { llmsFiles, withElements } from './llms.ts';
import { elementsManifest, elementsOf } from './manifest.ts';

const manifest = await elementsManifest();
const text = textOf('llms.txt');

describe('llms.txt', () => {
  it('names every element with its attributes, events and slots as they are', () => {
    const wanted = withElements(text, manifest);
    assert.equal(text, wanted, 'Run: node --conditions=citydesk-source packages/checks/bin/llms.mjs');
    for (const { tagName } of elementsOf(manifest)) assert.ok(text.includes(`### ${tagName}\n`));
  });

  it('comes with the script tag', () => {
    for (const file of llmsFiles) assert.equal(textOf(file), text);
  });

  it('shows every shape, and says where the endpoint may come from', () => {
    for (const shape of [
      '<script type="module"',
      '<script async',
      'data-citydesk="request-form"',
      '<iframe',
      '<a href=',
    ]) {
      assert.ok(text.includes(shape), shape);
    }
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { textOf } from '../workspace.ts';
import { elementsManifest, elementsOf } from './manifest.ts';

interface Named {
  readonly name: string;
}
interface HtmlData {
  readonly tags: readonly (Named & {
    readonly attributes: readonly (Named & { readonly values: readonly Named[] })[];
  })[];
}
interface WebTypes extends Named {
  readonly version: string;
  readonly contributions: {
    readonly html: { readonly elements: readonly (Named & { readonly events?: readonly Named[] })[] };
  };
}

const built = (file: string) => textOf(`packages/elements/dist/${file}`);
const namesOf = (all: readonly Named[] | undefined) => (all ?? []).map(({ name }) => name).sort();
const elements = elementsOf(await elementsManifest());
const tags = namesOf(elements.map(({ tagName }) => ({ name: tagName })));

describe('what the build writes for editors', () => {
  it('is the manifest as the sources have it', async () => {
    assert.deepEqual(JSON.parse(built('custom-elements.json')), JSON.parse(JSON.stringify(await elementsManifest())));
  });

  it('tells VS Code every tag with its attributes, and the values of those that are a choice', () => {
    const data = JSON.parse(built('vscode.html-custom-data.json')) as HtmlData;
    assert.deepEqual(namesOf(data.tags), tags);
    for (const { tagName, attributes } of elements) {
      assert.deepEqual(namesOf(data.tags.find(({ name }) => name === tagName)?.attributes), namesOf(attributes));
    }
    const form = data.tags.find(({ name }) => name === 'citydesk-request-form');
    const contact = form?.attributes.find(({ name }) => name === 'contact');
    assert.deepEqual(namesOf(contact?.values), ['none', 'optional', 'required']);
  });

  it('tells VS Code each custom property once', () => {
    const names = namesOf(
      (JSON.parse(built('vscode.css-custom-data.json')) as { properties: readonly Named[] }).properties,
    );
    const all = elements.flatMap(({ cssProperties }) => namesOf(cssProperties));
    assert.deepEqual(
      names.filter((name) => name.startsWith('--')),
      [...new Set(all)].sort(),
    );
  });

  it('tells JetBrains’ editors every tag with its events, under the package’s name and version', () => {
    const { name, version, contributions } = JSON.parse(built('web-types.json')) as WebTypes;
    const manifest = JSON.parse(textOf('packages/elements/package.json')) as { name: string; version: string };
    assert.deepEqual({ name, version }, { name: manifest.name, version: manifest.version });
    assert.deepEqual(namesOf(contributions.html.elements), tags);
    for (const { tagName, events } of elements) {
      const told = contributions.html.elements.find((element) => element.name === tagName)?.events;
      assert.deepEqual(namesOf(told), namesOf(events));
    }
  });

  it('has every tag in the types for templates', () => {
    const all = /interface CitydeskElements \{([^]*?)\n\}/.exec(built('elements.d.ts'))?.[1] ?? '';
    const named = [...all.matchAll(/^ {2}'([\w-]+)':/gm)].map(([, name]) => ({ name: name! }));
    assert.deepEqual(namesOf(named), tags);
  });
});

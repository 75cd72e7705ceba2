import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { filesLike, textOf } from '../workspace.ts';
import { elementsManifest, elementsOf, eventModules, type ManifestField } from './manifest.ts';

/** A Lit class as far as it is looked at here. */
interface ElementClass {
  readonly observedAttributes?: readonly string[];
  readonly elementProperties?: ReadonlyMap<PropertyKey, { readonly state?: boolean }>;
  readonly elementStyles?: readonly { readonly cssText: string }[];
}

const sources = filesLike('packages/elements/src/**/*.ts').filter((file) => !file.endsWith('.test.ts'));
const all = sources.map(textOf).join('\n');
const namesOf = (fields: readonly ManifestField[] | undefined) => (fields ?? []).map(({ name }) => name).sort();
const found = (pattern: RegExp, text = all) =>
  [...new Set([...text.matchAll(pattern)].map(([, name]) => name!))].sort();

const manifest = await elementsManifest();

describe('the manifest of the elements', () => {
  const elements = elementsOf(manifest);
  /** Without a document, as on a server. */
  const classes = new Map<string, ElementClass>();
  before(async () => {
    for (const { name, path } of elements) {
      classes.set(name, ((await import(`../../../elements/${path}`)) as Record<string, ElementClass>)[name]!);
    }
  });

  it('has every element that a define entry registers', () => {
    const defined = filesLike('packages/elements/src/**/define.ts').flatMap((file) =>
      found(/customElements\.define\(\s*'([^']+)'/g, textOf(file)),
    );
    assert.deepEqual(
      elements.map(({ tagName }) => tagName),
      defined.sort(),
    );
  });

  it('says of each that it stands in the map of tag names', () => {
    const declared = found(/^ {4}'(citydesk-[\w-]+)': Citydesk\w+;$/gm);
    assert.deepEqual(
      elements.map(({ tagName }) => tagName),
      declared,
    );
  });

  for (const { tagName, name, attributes, members, events, slots, cssParts, cssProperties, description } of elements) {
    describe(tagName, () => {
      it('has the attributes that its class looks at', () => {
        const missing = (classes.get(name)!.observedAttributes ?? []).filter(
          (attribute) => !namesOf(attributes).includes(attribute),
        );
        assert.deepEqual(missing, []);
      });

      it('has the properties that its class declares', () => {
        const declared = [...(classes.get(name)!.elementProperties ?? [])]
          .filter(([, { state }]) => !state)
          .map(([property]) => String(property));
        assert.deepEqual(
          declared.filter((property) => !namesOf(members).includes(property)),
          [],
        );
      });

      it('has the custom properties that its style reads', () => {
        const styles = (classes.get(name)!.elementStyles ?? []).map(({ cssText }) => cssText).join('\n');
        const read = found(/var\((--citydesk-[\w-]+)/g, styles);
        assert.deepEqual(namesOf(cssProperties), read);
      });

      it('says what it is, and what each of these is for', () => {
        const silent = [attributes, members, events, slots, cssParts, cssProperties]
          .flatMap((fields) => fields ?? [])
          .filter((field) => !field.description)
          .map((field) => field.name);
        assert.deepEqual(silent, []);
        assert.ok(description);
      });
    });
  }

  it('has every event of the page’s event map, each with its class', () => {
    const declared = found(/^ {4}('citydesk-[\w-]+': \w+Event);$/gm);
    const told = elements.flatMap(({ events = [] }) => events.map((event) => `'${event.name}': ${event.type?.text}`));
    assert.deepEqual([...new Set(told)].sort(), declared);
    const classesOfEvents = new Set(declared.map((line) => line.split(' ')[1]));
    assert.deepEqual(
      [...classesOfEvents].filter((event) => !eventModules(manifest).has(event!)),
      [],
    );
  });

  it('has every slot and every part', () => {
    const inTemplates = (pattern: RegExp) => found(pattern, all.replace(/\/\*\*[^]*?\*\//g, ''));
    const named = (fields: (element: (typeof elements)[number]) => readonly ManifestField[] | undefined) =>
      [...new Set(elements.flatMap((element) => namesOf(fields(element))))].filter(Boolean).sort();
    assert.deepEqual(
      named(({ slots }) => slots),
      inTemplates(/<slot name="([\w-]+)"/g),
    );
    assert.deepEqual(
      named(({ cssParts }) => cssParts),
      inTemplates(/\spart="([\w-]+)"/g),
    );
  });

  it('names files that are published, and nothing private', () => {
    const text = JSON.stringify(manifest);
    assert.deepEqual(
      manifest.modules.map(({ path }) => path).filter((path) => !/^dist\/[\w/-]+\.js$/.test(path)),
      [],
    );
    assert.doesNotMatch(text, /"(name|fieldName)":"#|\.ts"|"src\//);
  });
});

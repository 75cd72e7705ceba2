import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { elementReference } from './element-reference.ts';
import { linkOnSite } from './links.ts';
import { packageReference } from './package-reference.ts';

describe('the reference of the elements', () => {
  const page = elementReference({
    modules: [
      {
        declarations: [
          { name: 'NotAnElement' },
          {
            tagName: 'citydesk-thing',
            description: 'Shows a <thing>, as {@link Thing} says.',
            attributes: [
              {
                name: 'contact',
                fieldName: 'contact',
                type: { text: "'optional' | 'none' | undefined" },
                description: 'Who\nreports.',
              },
            ],
            members: [
              { kind: 'field', name: 'contact', attribute: 'contact', description: 'Who.' },
              { kind: 'field', name: 'draft', type: { text: 'Draft' }, description: 'What is entered.' },
              { kind: 'field', name: '#own', description: 'Nobody else’s.' },
              { kind: 'method', name: 'render', description: 'Lit’s.' },
            ],
            events: [{ name: 'citydesk-thing-done', type: { text: 'ThingDoneEvent' }, description: 'it is done' }],
            slots: [{ name: '', description: 'the fallback' }],
            cssProperties: [{ name: '--citydesk-accent', default: '#0f4f78', description: 'links' }],
          },
        ],
      },
    ],
  });

  it('has a row for each attribute, with its type in one cell', () => {
    assert.match(page, /^\| `contact` \| `'optional' \\\| 'none'` \| Who reports\. \|$/m);
  });

  it('tells properties apart that have no attribute, and leaves out what is not for others', () => {
    assert.match(page, /### Properties without an attribute[^]*\| `draft` \| `Draft` \|/);
    assert.doesNotMatch(page, /#own|render|NotAnElement/);
  });

  it('has events, slots and style properties', () => {
    assert.match(page, /\| `citydesk-thing-done` \| `ThingDoneEvent` \| it is done \|/);
    assert.match(page, /\| without a name \| the fallback \|/);
    assert.match(page, /\| `--citydesk-accent` \| `#0f4f78` \| links \|/);
  });

  it('leaves no tag in a sentence for the site to take as an element', () =>
    assert.match(page, /Shows a &lt;thing>, as `Thing` says\./));
});

describe('the reference of the client', () => {
  const page = packageReference('open311', 'The client');

  it('has what the package exports, once, with its comment and its declaration', () => {
    for (const name of ['Client', 'createClient', 'RejectedError', 'presets', 'check', 'toAtom'])
      assert.equal(page.split(`\n### ${name}\n`).length, 2, name);
    assert.match(page, /### createClient\n\n[^#]+```ts\nfunction createClient\([^]*?\): Client;\n```/);
    assert.match(page, /readonly serviceRequestId\?: string;/);
  });

  it('shows what is promised, and no body', () => assert.doesNotMatch(page, /^function [^;]*\{\n/m));
});

describe('a link of a page', () => {
  it('leads to the page that a README is on the site', () => {
    assert.equal(
      linkOnSite('../../packages/relay/README.md#as-a-part', 'reference/relay.md'),
      '/reference/packages/relay#as-a-part',
    );
  });

  it('leads to the source where that can be read, and else nowhere', () => {
    assert.equal(
      linkOnSite('../../examples/govuk/README.md', 'guides/theming.md', 'https://git.example/'),
      'https://git.example/examples/govuk/README.md',
    );
    assert.equal(linkOnSite('../../examples/govuk/README.md', 'guides/theming.md'), undefined);
  });

  it('stays as it is inside the documentation and on the web', () => {
    assert.equal(linkOnSite('../reference/relay.md', 'guides/vendors.md'), '../reference/relay.md');
    assert.equal(linkOnSite('https://openfreemap.org', 'reference/map.md'), 'https://openfreemap.org');
  });
});

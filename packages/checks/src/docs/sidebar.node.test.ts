import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { picture } from '../arrows.ts';
import { exists, textOf } from '../workspace.ts';
import { deadLinks } from './dead-links.ts';
import { docsPages } from './pages.ts';
import { sidebar, type SidebarItem } from './sidebar.ts';

const pages = docsPages();
const linksOf = (items: readonly SidebarItem[]): readonly string[] =>
  items.flatMap(({ link, items: more = [] }) => [...(link ? [link] : []), ...linksOf(more)]);

describe('the documentation', () => {
  it('names every page in its sidebar, once', () => {
    assert.deepEqual(linksOf(sidebar(pages)).toSorted(), pages.map(({ address }) => address).toSorted());
  });

  it('has a page for everyone it speaks to', () => {
    const all = new Set(pages.map(({ file }) => file));
    const wanted = [
      'index',
      'guides/theming',
      'guides/translating',
      'guides/vendors',
      'explanation/architecture',
      'decisions/index',
    ];
    const frameworks = ['index', 'react', 'vue', 'svelte', 'nextjs', 'angular', 'events'];
    const missing = [...wanted, ...frameworks.map((name) => `guides/developers/${name}`)].filter(
      (name) => !all.has(`${name}.md`),
    );
    assert.deepEqual(missing, []);
  });

  it('has no title twice in one folder, and none that is missing', () => {
    const seen = new Set<string>();
    for (const { file, title } of pages) {
      const key = `${file.split('/').slice(0, -1).join('/')}: ${title}`;
      assert.ok(!seen.has(key) && title !== file, key);
      seen.add(key);
    }
  });

  it('leads nowhere that is not there', () => assert.deepEqual(deadLinks(), []));

  it('lists every decision under its own title', () => {
    const index = textOf('docs/decisions/index.md');
    for (const { file, title } of pages.filter(({ file }) => /^decisions\/\d/.test(file)))
      assert.ok(index.includes(`[${title.replace(/^\d+\. /, '')}](${file.slice('decisions/'.length)})`), title);
  });

  it('draws the arrows that the imports are held to', () => {
    const drawn = /```text[^\n]*arrows[^\n]*\n([^]*?)```/.exec(textOf('docs/explanation/architecture.md'))?.[1] ?? '';
    const lines = [
      'relay ─► open311, core, embed',
      'sandbox ─► open311 (wire, feeds), relay (town)',
      'wordpress ─► open311',
      'embed ─► elements ─► core ─► open311 (types only)',
      '└─ import() ─► map ─► core',
    ];
    const said = drawn.replace(/\s+/g, ' ');
    for (const line of lines) assert.ok(said.includes(line), line);
    // What the lines say, as data: whoever changes an arrow is told to draw it anew.
    assert.deepEqual(Object.fromEntries(Object.entries(picture).filter(([from]) => from !== 'checks')), {
      open311: {},
      core: { open311: 'types' },
      elements: { core: 'all', open311: 'all', map: 'lazy' },
      map: { core: 'all' },
      embed: { elements: 'all' },
      relay: { open311: 'all', core: 'all', embed: 'all' },
      sandbox: { open311: ['wire', 'feeds'], relay: ['town'] },
      wordpress: { open311: 'all' },
      drupal: {},
    });
  });

  it('has every folder of the packages in its README', () => {
    for (const name of Object.keys(picture))
      assert.ok(textOf('README.md').includes(`packages/${name}`) && exists(`packages/${name}`), name);
  });
});

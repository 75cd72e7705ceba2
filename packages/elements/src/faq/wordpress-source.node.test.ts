import assert from 'node:assert/strict';
import { afterEach, describe, it, mock } from 'node:test';
import {
  wordpressSite,
  type WordpressOptions,
  type WordpressPost,
  type WordpressSite,
} from '../../test/wordpress-site.ts';
import { wordpressSource } from './wordpress-source.ts';

let site: WordpressSite;
const told = mock.method(console, 'error', () => {});
const sentences = () => told.mock.calls.map(({ arguments: [words] }) => String(words).replaceAll(site.origin, ''));
afterEach(async () => {
  told.mock.resetCalls();
  await site.close();
});

const opened = async (posts: readonly WordpressPost[], options?: WordpressOptions) => {
  site = await wordpressSite(posts, options);
  return wordpressSource(`${site.origin}/wp-json/wp/v2/faq`);
};
const many = (count: number): readonly WordpressPost[] =>
  Array.from({ length: count }, (_, at) => ({ id: at + 1, title: `Question ${at + 1}` }));

describe('answers from WordPress', () => {
  it('are its entries with their titles as text, and no bodies', async () => {
    const source = await opened([{ id: 12, title: 'Brush &#8211; when&#8217;s <em>my</em> day &#038; time?' }]);
    assert.deepEqual(await source.entries(), [
      {
        id: '12',
        title: 'Brush – when’s my day & time?',
        aliases: [],
        url: 'https://city.example/faq/faq-12/',
        checked: '2026-11-02',
        format: 'html',
      },
    ]);
    assert.deepEqual(site.asked, ['/wp-json/wp/v2/faq?per_page=100&page=1&_fields=id%2Ctitle%2Clink%2Cmodified%2Cacf']);
    assert.deepEqual(sentences(), []);
  });

  it('have what editors write into custom fields', async () => {
    const acf = {
      aliases: 'yard waste\r\n\r\nbranches',
      topic: 'Trash',
      popular: true,
      expires: '20270331',
      services: ['yard'],
      image: false,
    };
    const source = await opened([
      { id: 1, title: 'A', acf },
      { id: 2, title: 'B', acf: { aliases: '', popular: false, topic: 7, expires: 'soon' } },
    ]);
    const [first, second] = await source.entries();
    const { aliases, topic, popular, expires, services } = first!;
    assert.deepEqual(
      { aliases, topic, popular, expires, services },
      { aliases: ['yard waste', 'branches'], topic: 'Trash', popular: true, expires: '2027-03-31', services: ['yard'] },
    );
    assert.deepEqual([second!.aliases, second!.popular, second!.expires], [[], undefined, undefined]);
    assert.deepEqual(sentences(), [
      'citydesk: /wp-json/wp/v2/faq: entry 2: the field "topic" is left out. Write a text.',
      'citydesk: /wp-json/wp/v2/faq: entry 2: the field "expires" is left out. Write a day, like "2026-11-24".',
    ]);
  });

  it('come page by page until the last', async () => {
    const source = await opened(many(731));
    const entries = await source.entries();
    assert.deepEqual(
      entries.map(({ id }) => Number(id)),
      many(731).map(({ id }) => id),
    );
    assert.equal(site.asked.length, 8);
  });

  for (const count of [0, 99, 100, 101, 350, 400]) {
    it(`come all ${count} from a site that does not say how many there are`, async () => {
      const source = await opened(many(count), { hidesTotal: true });
      if (!count) await assert.rejects(source.entries(), /has no entries that are published/);
      else assert.equal((await source.entries()).length, count);
      assert.deepEqual(sentences(), []);
    });
  }

  it('come without the pages that are broken, which the editor is told', async () => {
    const source = await opened(many(250), { brokenPages: [2] });
    assert.equal((await source.entries()).length, 150);
    assert.match(
      sentences().join(),
      /^citydesk: \/wp-json\/wp\/v2\/faq: page 2 is missing: .+ answered with status 500/,
    );
  });

  it('come up to 5,000', async () => {
    const source = await opened(many(5001));
    assert.equal((await source.entries()).length, 5000);
    assert.deepEqual(sentences(), ['citydesk: /wp-json/wp/v2/faq: only the first 5000 entries are read.']);
  });

  it('are fetched one by one when they are opened, from either form of address', async () => {
    const posts = [{ id: 3, title: 'A', content: '<!-- wp:paragraph -->\n<p>Tuesday.</p>' }];
    for (const address of ['/wp-json/wp/v2/faq/?categories=4&lang=es', '/?rest_route=/wp/v2/faq&categories=4']) {
      site = await wordpressSite(posts);
      const source = wordpressSource(site.origin + address);
      const [entry] = await source.entries();
      assert.equal(await source.body(entry!), posts[0]!.content);
      assert.match(site.asked[0]!, /categories=4/);
      assert.match(decodeURIComponent(site.asked[1]!), /\/wp\/v2\/faq\/3[?&]_fields=content$/);
      assert.equal(source.base!(entry!), 'https://city.example/faq/faq-3/');
      await site.close();
    }
    site = await wordpressSite([]);
  });

  it('say why they cannot be had', async () => {
    const source = await opened([{ id: 1, title: 'A', password: true }]);
    const [entry] = await source.entries();
    await assert.rejects(source.body(entry!), /The entry 1 of .+ is behind a password\. Publish it\./);
    await assert.rejects(source.body({ ...entry!, id: '9' }), /answered with status 404/);
    await assert.rejects(
      wordpressSource(`${site.origin}/wp-json/wp/v2/faqs`).entries(),
      /faqs.* answered with status 404\. Check the address in "faq"\./,
    );
    await assert.rejects(
      wordpressSource(`${site.origin}/wp-json/wp/v2/faq/1`).entries(),
      /is no list of entries\. Name a post type/,
    );
  });
});

import { expect } from '@open-wc/testing';
import { toldOnConsole } from '../../test/city-file.ts';
import { sourceFor } from './source-for.ts';

const standing: Element[] = [];
afterEach(() => {
  for (const element of standing.splice(0)) element.remove();
});

/** A widget with this inside, on a page that says this in its data. */
function page(inside: string, ...data: readonly unknown[]): Element {
  const host = document.createElement('div');
  host.innerHTML = inside;
  standing.push(host);
  document.body.append(host);
  for (const one of data) {
    const script = document.createElement('script');
    script.type = 'application/ld+json';
    script.textContent = typeof one === 'string' ? one : JSON.stringify(one);
    standing.push(script);
    document.head.append(script);
  }
  return host;
}
const entriesOf = async (host: Element) => (await sourceFor(undefined, host)).entries();
const question = (name: string, text: string, more: object = {}) => ({
  '@type': 'Question',
  name,
  acceptedAnswer: { '@type': 'Answer', text },
  ...more,
});
const faqPage = (...mainEntity: readonly unknown[]) => ({
  '@context': 'https://schema.org',
  '@type': 'FAQPage',
  mainEntity,
});

describe('the answers of the page itself', () => {
  it('are the details inside the widget', async () => {
    const host = page(`<h2>Trash</h2>
      <details><summary>When is <em>brush</em>
        collected?</summary><p>On <b>Tuesdays</b>.</p></details>
      <section lang="es" data-topic="Basura">
        <details id="hojas" data-also="leaves | yard waste |" data-expires="2027-03-31" data-popular><summary><h3>Hojas</h3></summary>Sí
          <details><summary>more</summary>inside</details></details>
      </section>`);
    const [first, second, ...more] = await entriesOf(host);
    expect(more).to.deep.equal([]);
    expect([first!.id, first!.title, first!.body, first!.topic]).to.deep.equal([
      'when-is-brush-collected',
      'When is brush collected?',
      '<p>On <b>Tuesdays</b>.</p>',
      undefined,
    ]);
    expect([
      second!.id,
      second!.title,
      second!.aliases,
      second!.topic,
      second!.locale,
      second!.expires,
      second!.popular,
    ]).to.deep.equal(['hojas', 'Hojas', ['leaves', 'yard waste'], 'Basura', 'es', '2027-03-31', true]);
    expect(second!.body).to.match(/^Sí\s+<details><summary>more/);
    expect(host.querySelectorAll('summary').length).to.equal(3);
  });

  it('are the FAQ data of the page', async () => {
    const host = page(
      '',
      faqPage(
        question('What&#39;s <b>new</b>?', '<p>This.</p>', {
          alternateName: ['News', ''],
          url: '/news/',
          '@id': 'https://city.example/faq#news',
        }),
        question('B?', 'b', { inLanguage: 'es', url: 'javascript:alert(1)' }),
      ),
    );
    const [first, second] = await entriesOf(host);
    expect(first).to.include({ id: 'news', title: "What's new?", body: '<p>This.</p>', url: '/news/' });
    expect(first!.aliases).to.deep.equal(['News']);
    expect(second).to.include({ id: 'b', locale: 'es', url: undefined });
  });

  it('are found in graphs, lists and parts, whatever else is there', async () => {
    const host = page(
      '',
      { '@graph': [{ '@type': 'Organization', name: 'City' }, faqPage(question('A?', 'a'))] },
      [{ '@type': ['WebPage', 'https://schema.org/FAQPage'], mainEntity: question('B?', 'b') }],
      {
        '@type': 'WebPage',
        hasPart: faqPage(
          question('C?', 'c'),
          { '@type': 'Question' },
          null,
          7,
          { '@type': 'Thing', name: 'D' },
          question('E?', ''),
        ),
      },
      { '@type': 'FAQPage' },
      ...[null, 7, 'true', [], {}],
    );
    const entries = await entriesOf(host);
    expect(entries.map(({ title, body }) => [title, body])).to.deep.equal([
      ['A?', 'a'],
      ['B?', 'b'],
      ['C?', 'c'],
      ['E?', ''],
    ]);
  });

  it('are each once where the page says them in both ways', async () => {
    const host = page(
      '<details><summary>When is brush collected?</summary><p>Tuesday</p></details>',
      faqPage(question('When is brush collected? ', 'Tuesday'), question('B?', 'b')),
    );
    expect((await entriesOf(host)).map(({ body }) => body)).to.deep.equal(['<p>Tuesday</p>', 'b']);
  });

  it('are what can be read, and the editor is told what cannot', async () => {
    const host = page('<details>no summary</details>', '{"@type": "FAQPage",}', faqPage(question('A?', 'a')));
    let titles: readonly string[] = [];
    const told = await toldOnConsole(async () => void (titles = (await entriesOf(host)).map(({ title }) => title)));
    expect(titles).to.deep.equal(['', 'A?']);
    expect(told.join()).to.match(/^citydesk: \S+: the data \(application\/ld\+json\) on this page cannot be read: /);
  });

  it('are missed in a sentence that says what to do', async () => {
    let said = '';
    await entriesOf(page('<p>none</p>')).catch((error: unknown) => (said = String(error)));
    expect(said).to.match(/^Error: There are no answers on this page\. Write <details>/);
  });
});

describe('the source', () => {
  it('is what the setting names', async () => {
    const host = page('');
    const base = async (faq: string) => (await sourceFor(faq, host)).base!({ id: '1', title: '', aliases: [] });
    expect(await base('/faq.json')).to.equal(new URL('/faq.json', location.href).href);
    expect(await base(' https://city.example/wp-json/wp/v2/faq ')).to.equal('https://city.example/wp-json/wp/v2/faq');
    expect(await base('https://city.example/?rest_route=/wp/v2/faq')).to.equal(
      'https://city.example/?rest_route=/wp/v2/faq',
    );
    expect((await sourceFor(' ', host)).base).to.equal(undefined);
    let said = '';
    await sourceFor('https://[', host).catch((error: unknown) => (said = String(error)));
    expect(said).to.equal('Error: "https://[" is no address. Set "faq" to the URL of a JSON file, or leave it out.');
  });
});

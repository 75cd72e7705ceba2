import { expect } from '@open-wc/testing';
import { Asker } from '../../test/asker.ts';
import { cityFile, toldOnConsole } from '../../test/city-file.ts';
import { corpus } from '../../test/corpus.ts';
import { callsDuring, liveOnes, provoke } from '../../test/executes.ts';

/** Seen to run in browsers, for a computer without the corpora. */
const ours = [
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<details open ontoggle=alert(1)><summary>x</summary></details>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<input autofocus onfocus=alert(1)>',
  '"><script>alert(1)</script>',
];

/** Opens every answer, topic and card of the panel, types its words, and fires what could run. */
async function goesThrough(asker: Asker, payloads: readonly string[]): Promise<number> {
  let opened = 0;
  for (const topic of asker.root.querySelectorAll('div > details')) topic.setAttribute('open', '');
  for (const summary of [...asker.root.querySelectorAll<HTMLElement>('li > details > summary')]) {
    // What was provoked before may have opened it.
    await asker.widget.updateComplete;
    if (!(summary.parentElement as HTMLDetailsElement).open) summary.click();
    await asker.widget.updateComplete;
    await asker.until('an answer', () => !asker.text.includes('on its way'));
    if (asker.root.querySelector('details[open] .inside')) opened++;
    provoke(asker.root);
  }
  for (const payload of payloads.slice(0, 20)) {
    await asker.asks(payload);
    provoke(asker.root);
  }
  return opened;
}

describe('what a stranger wrote', function () {
  this.timeout(120_000);
  const payloads = async () =>
    [...ours, ...((await corpus('html-xss.jsonl')) ?? []).map(({ payload }) => String(payload))]
      .filter((one) => one.trim())
      .filter((_, at) => at < 60 || at % 60 === 0)
      .slice(0, 120);

  it('is alive, and what runs is noticed', async () => {
    const all = await payloads();
    const live = await liveOnes(all);
    console.log(`put in unchecked: ${live.length} of ${all.length} executed`);
    expect(live.length / all.length).to.be.at.least(0.2);
    expect(await callsDuring(async () => alert('seen'))).to.equal(1);
  });

  it('does not run in the panel, whatever field of a file it stands in', async () => {
    const all = await payloads();
    const entries = all.map((words, at) => ({
      id: `${words}${at}`,
      title: words,
      aliases: [words],
      topic: words,
      url: words,
      body: words,
      format: at % 2 ? 'html' : 'markdown',
      contact: { name: words, url: words, email: words, phone: `${words.slice(0, 50)}1` },
      calendars: [{ name: words, days: ['2099-01-01'] }],
      services: [words],
    }));
    let opened = 0;
    const calls = await callsDuring(async () => {
      await toldOnConsole(async () => {
        const asker = await Asker.reads(entries, { reportUrl: '/report/' });
        opened = await goesThrough(asker, all);
        const runs = [...asker.root.querySelectorAll('a')].filter(({ protocol }) => protocol === 'javascript:');
        expect(runs.map(({ href }) => href)).to.deep.equal([]);
      });
    });
    console.log(`in the panel: ${opened} answers opened of ${all.length} expected, ${calls} executed`);
    expect(opened).to.equal(all.length);
    expect(calls).to.equal(0);
  });

  it('does not run in the panel where it comes from the data of the page', async () => {
    const all = await payloads();
    const mainEntity = all.map((words, at) => ({
      '@type': 'Question',
      '@id': `#q${at}`,
      name: `${at} ${words.replaceAll('<', '&lt;')}`,
      url: words,
      acceptedAnswer: { text: words },
    }));
    const data = Object.assign(document.createElement('script'), { type: 'application/ld+json' });
    data.textContent = JSON.stringify({ '@type': 'FAQPage', mainEntity });
    document.head.append(data);
    let opened = 0;
    const calls = await callsDuring(async () => {
      await toldOnConsole(async () => {
        const asker = await Asker.opens({ config: cityFile({}) });
        opened = await goesThrough(asker, all);
      });
    });
    data.remove();
    expect(opened).to.be.greaterThan(all.length * 0.8);
    expect(calls).to.equal(0);
  });
});

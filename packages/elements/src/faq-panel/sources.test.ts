import { aTimeout, expect } from '@open-wc/testing';
import { Asker, dayFromNow, serve } from '../../test/asker.ts';
import { cityFile, toldOnConsole } from '../../test/city-file.ts';
import { placed } from '../../test/visitor.ts';

const questions = '<h2>Ask us</h2><details><summary>Who takes a fridge?</summary><p>We <b>do</b>.</p></details>';
const file = cityFile({ entries: [{ id: 'a', title: 'Of the file?', body: 'Yes.' }] });
const other = cityFile({ entries: [{ id: 'b', title: 'Of another file?', body: 'Yes.' }] });

describe('which answers count', () => {
  let data: HTMLScriptElement | undefined;
  afterEach(() => data?.remove());
  const dataOfPage = (name: string) => {
    data = Object.assign(document.createElement('script'), { type: 'application/ld+json' });
    const mainEntity = [{ '@type': 'Question', name, acceptedAnswer: { text: '<p>So it is.</p>' } }];
    data.textContent = JSON.stringify({ '@context': 'https://schema.org', '@type': 'FAQPage', mainEntity });
    document.head.append(data);
  };

  it('are those inside the panel, with no setting at all', async () => {
    const asker = await Asker.opens({}, { inside: questions });
    expect(asker.questions).to.deep.equal(['Who takes a fridge?']);
    await asker.presses('Who takes a fridge?');
    await asker.until('the answer', () => asker.answer === 'We do.');
    expect(asker.names('heading')).to.deep.equal(['Questions and answers']);
  });

  it('are those inside also where the city file names answers for all pages', async () => {
    const asker = await Asker.opens({ config: cityFile({ faq: file }) }, { inside: questions });
    expect(asker.questions).to.deep.equal(['Who takes a fridge?']);
  });

  it('are those that the panel itself names, whatever else there is', async () => {
    dataOfPage('Of the data?');
    const asker = await Asker.opens({ faq: other, config: cityFile({ faq: file }) }, { inside: questions });
    expect(asker.questions).to.deep.equal(['Of another file?']);
  });

  it('are those of the city file where nothing stands inside', async () => {
    dataOfPage('Of the data?');
    const asker = await Asker.opens({ config: cityFile({ faq: file }) }, { inside: '<p>Call us.</p>' });
    expect(asker.questions).to.deep.equal(['Of the file?']);
  });

  it('are those in the data of the page where there are no others, or beside its questions', async () => {
    dataOfPage('Of the data?');
    const alone = await Asker.opens({});
    await alone.presses('Of the data?');
    await alone.until('the answer', () => alone.answer === 'So it is.');
    const both = await Asker.opens({}, { inside: questions });
    expect(both.questions).to.deep.equal(['Who takes a fridge?', 'Of the data?']);
  });
});

describe('while there are no answers', () => {
  const answers = { entries: [{ id: 'a', title: 'Of the file?', body: 'Yes.' }] };

  it('what stands inside can be read, and goes when they come', async () => {
    const faq = serve('/slow.json', () => aTimeout(600).then(() => answers));
    const asker = new Asker(await placed('citydesk-faq-panel', { faq }, { inside: questions }));
    const fallback = asker.widget.querySelector('details')!;
    expect(fallback.checkVisibility()).to.equal(true);
    await asker.until('the answers', () => asker.questions.length === 1);
    expect(fallback.checkVisibility()).to.equal(false);
  });

  it('they can be asked for again, with the focus in the field, and what stands inside stays', async () => {
    const faq = serve('/faq.json', () => Promise.reject(new TypeError('fetch failed')));
    await toldOnConsole(async () => {
      const asker = await Asker.opens({ faq, phone: '311' }, { inside: '<p>Or come to City Hall.</p>' });
      await asker.sees('The answers did not load. Try again, or call us.');
      await asker.sees('Call 311.');
      expect(asker.widget.querySelector('p')!.checkVisibility()).to.equal(true);
      serve('/faq.json', () => answers);
      (await asker.button('Try again')).focus();
      await asker.presses('Try again');
      await asker.until('the answers', () => asker.questions.length === 1);
      expect(asker.focused?.id).to.equal('question');
    });
  });
});

describe('a source that is broken', () => {
  const huge = () => cityFile(`{"entries":[{"id":"a","title":"x","body":"${'y'.repeat(40_000_000)}"}]}`);

  for (const [name, faq, advice] of [
    ['is not there', () => '/nowhere/faq.json', 'status 404'],
    ['is 40 MB', huge, 'larger than 8 MB'],
    ['is a web page', () => cityFile('<!doctype html><p>Moved</p>'), 'is a web page and not JSON'],
    ['is cut off', () => cityFile('{"entries":[{"id":'), 'is not valid JSON'],
    ['is JSON of something else', () => cityFile({ services: [] }), 'Write "entries"'],
    ['is empty', () => cityFile({ entries: [] }), 'no answers'],
    ['has no address', () => 'https://', 'is no address'],
  ] as const) {
    it(`leaves the panel with the phone where it ${name}, and tells the editor what to mend`, async () => {
      let asker: Asker;
      const told = await toldOnConsole(async () => {
        asker = await Asker.opens({ faq: faq(), phone: '311' });
        await asker.sees('The answers did not load.');
      });
      expect(asker!.text).to.include('Call 311.');
      expect(told.join('\n')).to.include(advice);
    });
  }

  it('has the page’s own questions stand in for it', async () => {
    let asker: Asker;
    const told = await toldOnConsole(async () => {
      asker = await Asker.opens({ faq: '/nowhere/faq.json' }, { inside: questions });
    });
    expect(asker!.questions).to.deep.equal(['Who takes a fridge?']);
    expect(told.join()).to.include('those on the page stand in for them').and.include('status 404');
  });

  it('keeps what is right in it: each id once, nothing expired, nothing empty', async () => {
    const { warn } = console;
    const told: string[] = [];
    console.warn = (words: string) => void told.push(words);
    try {
      await toldOnConsole(async () => {
        const asker = await Asker.reads([
          { id: 'a', title: 'The first?', body: 'Yes.', expires: dayFromNow(0) },
          { id: 'a', title: 'The second?', body: 'No.' },
          { id: 'b', title: 'Over?', body: 'Yes.', expires: dayFromNow(-1) },
          { id: 'c', title: 'Empty?', body: ' ' },
          { id: 'd', title: ' ' },
          null,
          { id: 'e', title: 'Of odd parts?', body: 'Yes.', aliases: 5, topic: {}, url: 'javascript:alert(1)' },
        ] as never);
        expect(asker.questions).to.deep.equal(['The first?', 'Of odd parts?']);
      });
    } finally {
      Object.assign(console, { warn });
    }
    expect(told.join('\n')).to.include('another entry has the same id').and.include('expired on');
  });

  it('of 4,000 answers is searched between two keys', async () => {
    const body = 'The crew comes on the day after a holiday and takes what stands at the curb. '.repeat(12);
    const entries = Array.from({ length: 4000 }, (_, at) => ({
      id: `${at}`,
      title: `Question number ${at} about carts`,
      body,
    }));
    const asker = await Asker.reads([...entries, { id: 'x', title: 'Who takes a fridge?', body: 'We do.' }]);
    const began = performance.now();
    await asker.asks('old fridge');
    expect(asker.questions[0]).to.equal('Who takes a fridge?');
    expect(performance.now() - began).to.be.below(1000);
  }).timeout(30_000);
});

import { expect } from '@open-wc/testing';
import { Asker, dayFromNow, serve } from '../../test/asker.ts';
import { axeSays } from '../../test/axe.ts';
import { toldOnConsole } from '../../test/city-file.ts';
import { nameOf } from '../../test/reading.ts';
import type { Page } from '../../test/visitor.ts';

const area = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
      [0, 0],
    ],
  ],
};
const contact = {
  name: 'Public Works',
  phone: '269-555-0151',
  email: 'public.works@three-rivers.example',
  url: 'https://city.example/',
};
const entries = [
  {
    id: 'brush',
    title: 'When is brush picked up on my street?',
    topic: 'Trash',
    popular: true,
    body: '# Rules\n\nPut it out.\n\n- by 6\n- tied',
    checked: '2026-10-30',
    url: 'https://city.example/brush',
    calendars: [{ name: 'brush pick-up', area, days: [dayFromNow(3), dayFromNow(30)] }],
  },
  {
    id: 'pizza',
    title: 'May pizza boxes go into recycling?',
    topic: 'Trash',
    body: '<table><tr><th scope="col">Box</th><th scope="col">Cart</th></tr><tr><td>clean</td><td>yes</td></tr></table>',
    format: 'html',
  },
  { id: 'works', title: 'Whom do I ask about streets?', topic: 'City Hall', contact },
  { id: 'es', locale: 'es', title: '¿Cuándo recogen las ramas en mi calle?', body: 'Cada cuatro semanas.' },
  { id: 'ar', locale: 'ar', title: 'متى يتم جمع القمامة؟', body: 'كل يوم ثلاثاء.' },
];
const addresses = '/addresses.json';
const list = {
  addresses: [
    ['318 Hoffman St', 0.5, 0.5],
    ['320 Hoffman St', 0.5, 0.6],
  ],
};
beforeEach(() => void serve(addresses, () => list));
const city = { addresses, reportUrl: '/report/' };
const reads = (page: Page = {}, attributes: Readonly<Record<string, string>> = {}) =>
  Asker.reads(
    entries,
    city,
    { inside: '<p slot="help">Or come to <a href="/hall">City Hall</a>.</p>', ...page },
    attributes,
  );

/** Goes through every state of the panel. */
async function everyState(asker: Asker, look: (state: string) => Promise<void>): Promise<void> {
  await look('before anything');
  for (const topic of asker.topics) await asker.presses(topic);
  await look('topics');
  await asker.opensAnswer(entries[0]!.title);
  await look('an answer that asks for the address');
  await asker.types('Your address', 'moon');
  await asker.presses('Show my date');
  await asker.sees('We do not know this address.');
  await look('an unknown address');
  await asker.types('Your address', 'hoffman');
  await asker.presses('Show my date');
  await asker.sees('Is it one of these?');
  await look('a choice of addresses');
  await asker.presses('318 Hoffman St');
  await asker.sees('Your next brush pick-up');
  await look('a day');
  await asker.presses('No');
  await look('no');
  await asker.opensAnswer(entries[1]!.title);
  await asker.until('the table', () => asker.root.querySelector('table') ?? undefined);
  await asker.presses('Yes');
  await look('a table, yes');
  await asker.opensAnswer(/^Whom do I ask/);
  await look('a contact card');
  await asker.opensAnswer(/القمامة/);
  await look('an answer from right to left');
  await asker.asks('brush');
  await look('found');
  await asker.asks('xyzzy');
  await asker.sees('We found no answer');
  await look('not found');
}

describe('the headings', () => {
  for (const level of [1, 2, 3, 4, 5, 6]) {
    it(`fit into a page's outline from level ${level}`, async () => {
      const asker = await reads({}, { 'heading-level': String(level) });
      await asker.opensAnswer(entries[0]!.title);
      await asker.until('the answer', () => asker.answer !== '');
      const [below, deeper] = [Math.min(level + 1, 6), Math.min(level + 2, 6)];
      expect(asker.all('heading').map((one) => [Number(one.localName.slice(1)), nameOf(one)])).to.deep.equal([
        [level, 'Questions and answers'],
        [below, 'Asked most often'],
        [deeper, 'Rules'],
        [below, 'More answers by topic'],
        [below, 'Rather talk to a person?'],
      ]);
    });
  }
});

describe('everything that can be pressed', () => {
  it('is 44 pixels high at least, and nothing sticks out at 320 pixels, in every state', async () => {
    const asker = await reads({ width: 320 });
    let seen = 0;
    await everyState(asker, async (state) => {
      expect(asker.sticksOut, state).to.deep.equal([]);
      const pressed = [...asker.all('button'), ...asker.all('link'), ...asker.all('field')]
        .map((one) => (one.closest('label') ?? one) as HTMLElement)
        // Links within a sentence are as high as its lines.
        .filter((one) => getComputedStyle(one).display !== 'inline');
      const small = pressed.filter(
        (one) => one.getBoundingClientRect().height < 44 || one.getBoundingClientRect().width < 44,
      );
      expect(
        small.map((one) => `${nameOf(one)} ${one.getBoundingClientRect().height}`),
        state,
      ).to.deep.equal([]);
      seen += pressed.length;
    });
    expect(seen).to.be.greaterThan(80);
  });
});

describe('axe finds nothing wrong', () => {
  for (const page of [
    { width: 320, dir: 'ltr', scheme: 'light' },
    { width: 1280, dir: 'ltr', scheme: 'light' },
    { width: 320, dir: 'rtl', scheme: 'dark' },
    { width: 1280, dir: 'rtl', scheme: 'light' },
    { width: 1280, dir: 'ltr', scheme: 'dark' },
  ] as const) {
    it(`at ${page.width} px, ${page.dir}, ${page.scheme}, in every state`, async () => {
      const asker = await reads(page);
      await everyState(asker, async (state) => {
        const { violations, passes } = await axeSays(asker.widget);
        expect(violations, state).to.deep.equal([]);
        expect(passes).to.be.greaterThan(5);
      });
    }).timeout(60_000);
  }

  it('where the answers did not load', async () => {
    await toldOnConsole(async () => {
      const asker = await Asker.opens({ faq: '/nowhere/faq.json', phone: '311' }, { inside: '<p>Or come by.</p>' });
      expect((await axeSays(asker.widget)).violations).to.deep.equal([]);
    });
  });
});

describe('a page from right to left', () => {
  it('keeps our own words from left to right, and answers in their own direction', async () => {
    const asker = await reads({ dir: 'rtl', width: 320 });
    const section = asker.root.querySelector('section')!;
    expect([section.dir, section.lang]).to.deep.equal(['ltr', 'en-US']);
    for (const topic of asker.topics) await asker.presses(topic);
    await asker.opensAnswer(/القمامة/);
    await asker.until('the answer', () => asker.answer !== '');
    const answer = asker.root.querySelector<HTMLElement>('details[open] .answer')!;
    expect([answer.lang, getComputedStyle(answer).direction]).to.deep.equal(['ar', 'rtl']);
    expect(getComputedStyle((await asker.button('Yes')).parentElement!).direction).to.equal('ltr');
  });
});

describe('the focus', () => {
  it('is never lost, wherever something that had it goes away', async () => {
    const asker = await reads();
    const presses = async (name: string | RegExp) => {
      (await asker.button(name)).focus();
      await asker.presses(name);
      await asker.until(`the focus after “${name}”`, () => asker.focused?.checkVisibility());
    };
    await presses(entries[0]!.title);
    await asker.types('Your address', 'hoffman');
    await presses('Show my date');
    await presses('318 Hoffman St');
    await asker.until('the date', () => asker.focused?.textContent?.includes('Your next'));
    await presses('Change address');
    await presses('Show my date');
    await asker.until('the date', () => asker.focused?.textContent?.includes('Your next'));
    await presses('No');
    await presses(entries[0]!.title);
    expect(await asker.isAt('button', entries[0]!.title)).to.equal(true);
  });
});

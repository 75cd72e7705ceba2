import { expect } from '@open-wc/testing';
import { freshCity, type Seed, type TestCity } from '@citydesk/sandbox/testing';
import { axeSays } from '../../test/axe.ts';
import {
  ago,
  dayOf,
  earlierToday,
  Follower,
  followsLink,
  report,
  withoutFragment,
  zone,
} from '../../test/following.ts';
import { nameOf } from '../../test/reading.ts';
import type { Page } from '../../test/visitor.ts';

const number = '26-00001';
const seed: Seed = {
  timeZone: zone,
  services: [{ service_code: 'hole', service_name: 'Pothole', agency: 'Street Department', expectedDays: 3 }],
  requests: [
    report(number, {
      history: [{ at: earlierToday(2), status: 'In progress', note: 'Marked.' }],
      photos: ['data:image/png;base64,iVBORw0KGgo='],
    }),
    report('26-00002', { history: [{ at: earlierToday(2), status: 'Closed', note: 'Patched.' }] }),
    report('26-00003', { requested_datetime: ago({ days: 30 }) }),
  ],
};
const more = {
  requestIdExample: '26-01873',
  cityName: 'Three Rivers',
  takesUpdates: true,
  feedUrl: '/feed.atom',
  abuseUrl: 'mailto:a@example.gov',
  complaints: { name: 'The Ombudsman', url: 'mailto:o@example.gov' },
  publicPhotos: true,
};
const working = /^The city is working on this/;

let city: TestCity;
beforeEach(async () => {
  city = await freshCity({ seed });
});
afterEach(async () => {
  withoutFragment();
  await city.close();
});

const opens = async (id: string, page: Page = {}, attributes: Readonly<Record<string, string>> = {}) => {
  const inside = '<p slot="help">Or come to <a href="/hall">City Hall</a>.</p>';
  const follower = await Follower.comesTo(city, { 'request-id': id, ...attributes }, { inside, ...page }, more);
  await follower.until('a first sentence', () => follower.first !== '');
  return follower;
};

describe('the headings', () => {
  for (const level of [1, 2, 3, 4, 5, 6]) {
    it(`fit into a page's outline from level ${level}`, async () => {
      const follower = await opens(number, {}, { 'heading-level': String(level) });
      const below = Math.min(level + 1, 6);
      const outline = follower.all('heading').map((one) => [Number(one.localName.slice(1)), nameOf(one)]);
      expect(outline).to.deep.equal([
        [level, 'Follow a report'],
        [below, follower.first],
        [below, 'What happened so far'],
        [below, 'Find another report'],
        [below, 'Rather talk to a person?'],
      ]);
    });
  }

  it('lie below the second level where the page says nothing, or nonsense', async () => {
    for (const attributes of [{}, { 'heading-level': 'x' }, { 'heading-level': '' }]) {
      const follower = await opens(number, {}, attributes as Readonly<Record<string, string>>);
      expect(follower.all('heading').map(({ localName }) => localName)).to.deep.equal(['h2', 'h3', 'h3', 'h3', 'h3']);
    }
  });

  it('name the regions that they stand over', async () => {
    const follower = await opens(number);
    for (const section of follower.root.querySelectorAll('[aria-labelledby]')) {
      const name = follower.root.getElementById(section.getAttribute('aria-labelledby')!);
      expect(!!name?.textContent?.trim(), section.outerHTML.slice(0, 80)).to.equal(true);
    }
  });
});

describe('the timeline', () => {
  it('is a list in order, each step with its name in words and a time that machines can read', async () => {
    const follower = await opens(number);
    const list = follower.root.querySelector('.timeline')!;
    expect(list.localName).to.equal('ol');
    const row = (await city.rows()).find(({ serviceRequestId }) => serviceRequestId === number)!;
    const moments = [row.requestedDatetime, ...row.history.map(({ at }) => at), row.expectedDatetime!];
    const times = [...list.querySelectorAll('li')].map((item) => [...item.querySelectorAll('time')]);
    expect(times.map((each) => each.length)).to.deep.equal([1, 1, 1, 1]);
    expect(times.flat().map(({ dateTime }) => Date.parse(dateTime))).to.deep.equal(moments.map((at) => Date.parse(at)));
    for (const [at, time] of times.flat().entries()) {
      expect(time.textContent).to.include(dayOf(time.dateTime));
      expect(/\d:\d\d/.test(time.textContent), `clock of ${at}`).to.equal(at < 3);
    }
    expect(follower.timeline.map((one) => one.split(/ (?=\w+day,)/)[0])).to.deep.equal([
      'Someone sent this report',
      'Received',
      'In progress',
      'Expected to be done',
    ]);
  });

  it('has the state in words: nothing is told by colour or shape alone', async () => {
    const states = new Map<string, readonly string[]>();
    for (const id of [number, '26-00002', '26-00003']) {
      const follower = await opens(id);
      const stations = [...follower.root.querySelectorAll('.stations li')];
      expect(stations.map(nameOf)).to.deep.equal(['Received', 'In progress', 'Closed']);
      const current = stations.filter((one) => one.getAttribute('aria-current') === 'step').map(nameOf);
      states.set(follower.first.split(' ').slice(0, 3).join(' '), current);
      expect(follower.root.querySelector('.stations')!.localName).to.equal('ol');
    }
    expect(Object.fromEntries(states)).to.deep.equal({
      'The city is': ['In progress'],
      [`Closed on ${dayOf(new Date()).split(' ')[0]}`]: ['Closed'],
      'This is late.': ['Received'],
    });
  });
});

describe('the focus', () => {
  const finds = async () => {
    const follower = await Follower.comesTo(city, {}, {}, more);
    await follower.finds(number);
    await follower.until('a first sentence', () => working.test(follower.first));
    return follower;
  };

  it('goes to the answer after “Find report”', async () => {
    const follower = await finds();
    await follower.until('the focus', () => follower.focused?.id === 'first');
    expect(nameOf(follower.focused!)).to.equal(follower.first);
    expect(follower.announced, 'what has the focus is not said twice').to.equal('');
  });

  it('goes to the next answer as well, and the field is empty again', async () => {
    const follower = await finds();
    await follower.finds('26-00002');
    await follower.until('the focus', () => /^Closed/.test(follower.focused?.textContent?.trim() ?? ''));
    expect((await follower.field('Report number')).value).to.equal('');
  });

  it('goes to the heading over several answers', async () => {
    const follower = await Follower.comesTo(city, {}, {}, more);
    await follower.finds(`${number}, 26-00002`);
    await follower.until('the focus', () => follower.focused?.id === 'first');
    expect(nameOf(follower.focused!)).to.equal('2 reports');
  });

  it('is not taken by a link that the page was opened with, which is announced', async () => {
    await followsLink(`#citydesk:request=${number}`);
    const follower = await Follower.comesTo(city, {}, {}, more);
    await follower.until('a first sentence', () => working.test(follower.first));
    await follower.until('the announcement', () => working.test(follower.announced));
    expect(follower.focused).to.equal(null);
  });

  it('is found by Enter in the field as by the button', async () => {
    const follower = await Follower.comesTo(city, {}, {}, more);
    await follower.types('Report number', number);
    (await follower.field('Report number')).form!.requestSubmit();
    await follower.until('a first sentence', () => working.test(follower.first));
  });
});

describe('everything that can be pressed', () => {
  for (const id of [number, '26-00002']) {
    it(`is 44 pixels high at least, with report ${id}`, async () => {
      const follower = await opens(id, { width: 320 });
      if (id === '26-00002') await follower.button('Partly');
      const small = [...follower.all('button'), ...follower.all('link'), ...follower.all('field')]
        .map((one) => (one.closest('label') ?? one) as HTMLElement)
        // Links within a sentence are as high as its lines.
        .filter((one) => getComputedStyle(one).display !== 'inline')
        .filter((one) => one.getBoundingClientRect().height < 44 || one.getBoundingClientRect().width < 44);
      expect(small.map((one) => `${nameOf(one)} ${one.getBoundingClientRect().height}`)).to.deep.equal([]);
      expect(follower.all('button').length).to.be.at.least(2);
    });
  }
});

describe('axe finds nothing wrong', () => {
  for (const { width, dir, scheme } of [
    { width: 320, dir: 'ltr', scheme: 'light' },
    { width: 1280, dir: 'ltr', scheme: 'light' },
    { width: 320, dir: 'rtl', scheme: 'light' },
    { width: 1280, dir: 'rtl', scheme: 'dark' },
    { width: 320, dir: 'ltr', scheme: 'dark' },
  ] as const) {
    it(`at ${width} px, ${dir}, ${scheme}: with the field, a report, a closed one, a late one, several`, async () => {
      const clean = async (follower: Follower) => {
        const { violations, passes } = await axeSays(follower.widget);
        expect(violations, follower.text.slice(0, 200)).to.deep.equal([]);
        expect(passes).to.be.greaterThan(5);
        if (width === 320) expect(follower.sticksOut).to.deep.equal([]);
        follower.widget.remove();
      };
      const page = { width, dir, scheme };
      await clean(await Follower.comesTo(city, {}, page, more));
      for (const id of [number, '26-00002', '26-00003']) {
        const follower = await opens(id, page);
        if (id === '26-00002') await follower.button('Partly');
        await clean(follower);
      }
      const several = await Follower.comesTo(city, { 'request-id': `${number}, 26-00002` }, page, more);
      await several.sees('The city says it is fixed.');
      await clean(several);
    });
  }
});

describe('a page from right to left', () => {
  it('keeps the English words from left to right, and their numbers whole', async () => {
    const follower = await opens(number, { dir: 'rtl', width: 320 });
    const section = follower.root.querySelector('section')!;
    expect([section.dir, section.lang, getComputedStyle(section).direction]).to.deep.equal(['ltr', 'en-US', 'ltr']);
    expect(follower.root.querySelector<HTMLElement>('.number bdi')!.dir).to.equal('ltr');
  });
});

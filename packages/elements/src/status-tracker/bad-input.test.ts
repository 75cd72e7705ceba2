import { aTimeout, expect } from '@open-wc/testing';
import { freshCity, type Seed, type TestCity } from '@citydesk/sandbox/testing';
import { askedOfCity } from '../../test/asked-of-city.ts';
import { corpus } from '../../test/corpus.ts';
import { ago, Follower, followsLink, report, withoutFragment } from '../../test/following.ts';

type Row = Readonly<Record<string, unknown>>;

const row = (more: Row = {}): Row => ({
  service_request_id: '1',
  status: 'open',
  service_name: 'Pothole',
  requested_datetime: ago({ days: 2 }),
  ...more,
});
const page = globalThis as { spoiled?: boolean };

let city: TestCity | undefined;
beforeEach(() => void delete page.spoiled);
afterEach(async () => {
  withoutFragment();
  await city?.close();
});

/** A tracker of a city that tells this of request 1. */
const reads = async (told: Row, width?: number) => {
  city = await freshCity({ seed: 'empty', canned: { 'requests/1.json': [row(told)] } });
  const follower = await Follower.comesTo(city, { 'request-id': '1' }, width ? { width } : {});
  await follower.until('a first sentence', () => follower.first !== '');
  return follower;
};
const entries = ({ root }: Follower) => [...root.querySelectorAll('.timeline > li')];

describe('notes with markup and scripts', () => {
  const attack = '<img src=x onerror="globalThis.spoiled = true"><script>globalThis.spoiled = true</script>';

  /** Whether the element holds `words` as text, and nothing else. */
  const isText = (element: Element | null, words: string) =>
    !!element && element.childElementCount === 0 && element.textContent.includes(words);

  it('would be more than text if they were put in as markup', () => {
    const place = document.createElement('template');
    place.innerHTML = `<p>${attack}</p>`;
    expect(isText(place.content.firstElementChild, attack)).to.equal(false);
  });

  it('are text in every field that a city can fill, and run nothing', async () => {
    const follower = await reads({
      status: attack,
      status_notes: attack,
      service_name: attack,
      agency_responsible: attack,
      address: attack,
      zipcode: attack,
      notes: [{ description: attack, type: attack, status: attack, datetime: ago({ hours: 1 }) }],
      extended_attributes: { title: attack, duplicate_of: attack, detailed_status: attack },
    });
    await aTimeout(100);
    expect(page.spoiled).to.equal(undefined);
    expect([...follower.root.querySelectorAll('script, img')]).to.deep.equal([]);
    expect(follower.text.split(attack).length - 1, 'it is read, wherever it stands').to.be.at.least(5);
    expect(follower.first).to.equal(`The city calls this “${attack}”.`);
  });

  it('stay text in each of the collected ones', async function () {
    this.timeout(60_000);
    const lines = (await corpus('html-xss.jsonl')) ?? this.skip();
    const payloads = lines.map(({ payload }) => String(payload).trim()).filter(Boolean);
    const follower = await reads({ notes: payloads.map((description) => ({ description })) });
    await follower.presses(/^Show [\d,]+ older entries$/);
    const said = entries(follower).slice(2);
    const failed = payloads.filter((payload, at) => !isText(said[at]!.querySelector('.text'), payload));
    await aTimeout(200);
    const probe = document.createElement('template');
    const asMarkup = payloads.filter((payload) => ((probe.innerHTML = payload), probe.content.childElementCount > 0));
    console.log(
      `markup in notes: ${payloads.length} run of ${lines.length} expected; ${asMarkup.length} would have been elements`,
    );
    expect(failed.slice(0, 3)).to.deep.equal([]);
    expect(said.length).to.equal(payloads.length);
    expect(payloads.length).to.be.at.least(4000);
    expect(asMarkup.length / payloads.length).to.be.greaterThan(0.45);
    expect(page.spoiled).to.equal(undefined);
  });
});

describe('dates', () => {
  const nonsense = /Invalid|NaN|undefined|null|\[object/;

  for (const [name, told] of [
    ['that are missing', { requested_datetime: null }],
    ['that no one can read', { requested_datetime: 'yesterday', updated_datetime: '2026-02-31T00:00:00Z' }],
    ['that are numbers', { requested_datetime: 20261120, updated_datetime: 1.5e12, expected_datetime: -1 }],
    ['of other types', { requested_datetime: { a: 1 }, updated_datetime: ['x'], expected_datetime: true }],
    ['at the ends of time', { requested_datetime: '0001-01-01T00:00:00Z', expected_datetime: '9999-12-31T23:59:59Z' }],
    ['in the future', { requested_datetime: ago({ days: -400 }), updated_datetime: ago({ days: -401 }) }],
    ['out of order', { requested_datetime: ago({ days: 1 }), updated_datetime: ago({ days: 9 }) }],
    ['of an end before the beginning', { requested_datetime: ago({ days: 1 }), expected_datetime: ago({ days: 9 }) }],
    [
      'of notes that are missing or in no order',
      {
        notes: [
          { description: 'third', datetime: ago({ hours: 1 }) },
          { description: 'no date' },
          { description: 'first', datetime: ago({ hours: 30 }) },
          { description: 'broken', datetime: '2026-13-99' },
        ],
      },
    ],
  ] as const) {
    for (const status of ['open', 'closed']) {
      it(`${name} leave a true sentence and whole words (${status})`, async () => {
        const follower = await reads({ ...told, status }, 320);
        expect(follower.text).not.to.match(nonsense);
        expect(follower.text).to.include('What happened so far');
        expect(follower.first).to.match(status === 'open' ? /^(The city|This is late)/ : /^(Closed on|This is closed)/);
        for (const time of follower.root.querySelectorAll('time')) {
          expect(Number.isNaN(Date.parse(time.dateTime)), time.dateTime).to.equal(false);
        }
        expect(follower.sticksOut).to.deep.equal([]);
      });
    }
  }

  it('that are missing are said to be missing', async () => {
    const follower = await reads({ requested_datetime: null });
    expect(follower.first).to.equal('The city has this report. It has not said that work began.');
    expect(follower.timeline[0]).to.include('The city gave no date.');
    const closed = await reads({ requested_datetime: null, status: 'closed' });
    expect(closed.first).to.equal('This is closed. The city gave no reason.');
  });

  it('out of order put the notes in order, one without a date behind the one it came after', async () => {
    const follower = await reads({
      notes: [
        { description: 'third', datetime: ago({ hours: 1 }) },
        { description: 'fourth' },
        { description: 'first', datetime: ago({ hours: 30 }) },
        { description: 'second', datetime: ago({ hours: 20 }) },
      ],
    });
    const said = follower.timeline.join(' ').match(/first|second|third|fourth/g);
    expect(said).to.deep.equal(['first', 'second', 'third', 'fourth']);
  });
});

describe('5,000 notes', () => {
  it('leave a page that can be used: the newest at first, all when asked for', async () => {
    const notes = Array.from({ length: 5000 }, (_, at) => ({
      description: `Note ${at}.`,
      datetime: ago({ hours: 5000 - at }),
    }));
    const begun = performance.now();
    const follower = await reads({ notes, requested_datetime: ago({ days: 300 }) }, 320);
    const first = performance.now() - begun;
    expect(entries(follower).length).to.be.at.most(55);
    await follower.sees('Note 4999.');
    expect(follower.text).not.to.include('Note 4000.');
    const pressed = performance.now();
    await follower.presses(/^Show 4,9\d\d older entries$/);
    const all = performance.now() - pressed;
    console.log(`5,000 notes: first after ${Math.round(first)} ms, all ${Math.round(all)} ms after the press`);
    expect(entries(follower).length).to.be.at.least(5001);
    expect(follower.names('button')).not.to.include('Show older entries');
    expect([first < 3000, all < 3000]).to.deep.equal([true, true]);
    await follower.types('Report number', '2');
    expect((await follower.field('Report number')).value).to.equal('2');
  });
});

describe('a number', () => {
  const odd = [
    '00042',
    'A/1',
    'a b',
    '🕳1',
    '../services',
    'x?y#z&w=1',
    '%41',
    '+1 2',
    'ü,;ß',
    '<b>1</b>',
    '1\'2"3',
    'א1',
  ];
  const seed: Seed = {
    services: [{ service_code: 'hole', service_name: 'Pothole' }],
    requests: odd.map((id, at) => report(id, { address: `${at} Main St` })),
  };

  for (const [at, id] of odd.entries()) {
    it(`like ${JSON.stringify(id)} is found by its link, and shown as it is`, async () => {
      city = await freshCity({ seed });
      await followsLink(`#citydesk:request=${encodeURIComponent(id)}`);
      const follower = await Follower.comesTo(city);
      await follower.sees(`${at} Main St`);
      expect(follower.root.querySelector('.number bdi')!.textContent).to.equal(id);
      expect(askedOfCity().length).to.equal(1);
    });
  }

  it('with leading zeros, a slash, blanks or an emoji is found by what is typed', async () => {
    city = await freshCity({ seed });
    const follower = await Follower.comesTo(city);
    for (const id of ['00042', 'A/1', 'a b', '🕳1', '../services', '<b>1</b>']) {
      await follower.finds(id);
      await follower.sees(`${odd.indexOf(id)} Main St`);
    }
  });

  for (const typed of [
    '<img src=x onerror="globalThis.spoiled = true">',
    'javascript:globalThis.spoiled=true',
    '../../../staff',
    '.',
    '..',
    '%00%0d%0aSet-Cookie: a=b',
    '?service_code=hole',
    '__proto__',
    '{{7*7}}',
    "' OR 1=1 --",
    '\u202E24-62',
    'x'.repeat(4000),
  ]) {
    it(`typed as ${JSON.stringify(typed.slice(0, 50))} is looked for as it is, and not found`, async () => {
      city = await freshCity({ seed });
      const follower = await Follower.comesTo(city, {}, { width: 320 });
      await follower.finds(typed);
      await follower.sees('We found no report with the number');
      expect((await follower.field('Report number')).value).to.equal(typed.trim());
      expect([...follower.root.querySelectorAll('img, script')]).to.deep.equal([]);
      expect(follower.sticksOut).to.deep.equal([]);
      expect(page.spoiled).to.equal(undefined);
      await follower.finds('A/1');
      await follower.sees('1 Main St');
    });
  }

  it('of half a character is not found, and breaks nothing', async () => {
    city = await freshCity({ seed });
    const follower = await Follower.comesTo(city);
    await follower.finds('\uD83D');
    await follower.sees('We found no report with the number');
  });
});

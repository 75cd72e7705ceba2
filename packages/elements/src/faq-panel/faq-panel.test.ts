import { aTimeout, expect } from '@open-wc/testing';
import { Asker, serve } from '../../test/asker.ts';
import { cityFile, toldOnConsole } from '../../test/city-file.ts';
import { followsLink, withoutFragment } from '../../test/following.ts';
import { nameOf } from '../../test/reading.ts';
import { placed } from '../../test/visitor.ts';

const entries = [
  {
    id: 'trash',
    title: 'When is trash picked up?',
    topic: 'Trash',
    aliases: ['garbage day'],
    body: 'Every **Tuesday**.',
    popular: true,
  },
  { id: 'brush', title: 'When is brush picked up on my street?', topic: 'Trash', body: 'Every fourth week.' },
  { id: 'pizza', title: 'May pizza boxes go into recycling?', topic: 'Trash', body: 'Only clean ones.' },
  {
    id: 'dog',
    title: 'How do I get a dog license?',
    topic: 'Animals',
    body: 'At the [Treasurer](https://city.example/t).',
  },
  { id: 'works', title: 'Whom do I ask about streets?', contact: { name: 'Public Works', phone: '269-555-0151' } },
];

describe('before anything is asked', () => {
  it('shows what is asked most often, and all else by topic', async () => {
    const asker = await Asker.reads(entries);
    expect(asker.names('heading')).to.deep.equal([
      'Questions and answers',
      'Asked most often',
      'More answers by topic',
      'Rather talk to a person?',
    ]);
    expect(asker.questions).to.deep.equal(['When is trash picked up?']);
    expect(asker.topics).to.deep.equal(['Trash (2)', 'Animals (1)', 'Other answers (1)']);
  });

  it('opens a topic, which stays open while answers in others are read', async () => {
    const asker = await Asker.reads(entries);
    await asker.presses('Trash (2)');
    await asker.opensAnswer('May pizza boxes go into recycling?');
    await asker.presses('Animals (1)');
    await asker.opensAnswer('How do I get a dog license?');
    expect(asker.questions).to.deep.equal([
      'When is trash picked up?',
      'When is brush picked up on my street?',
      'May pizza boxes go into recycling?',
      'How do I get a dog license?',
    ]);
    expect(asker.opened).to.deep.equal(['How do I get a dog license?']);
  });

  it('is one list where there is one topic only, or none', async () => {
    const asker = await Asker.reads(entries.slice(1, 3));
    expect(asker.names('heading')).to.deep.equal(['Questions and answers', 'Rather talk to a person?']);
    expect(asker.questions.length).to.equal(2);
    const mixed = await Asker.reads(entries.slice(0, 3));
    expect(mixed.names('heading')).to.include.members(['Asked most often', 'More answers']);
    expect(mixed.questions.length).to.equal(3);
  });
});

describe('a question', () => {
  it('is answered as it is typed', async () => {
    const asker = await Asker.reads(entries);
    await asker.asks('when is brush collected');
    expect(asker.questions[0]).to.equal('When is brush picked up on my street?');
    await asker.sees(/\d answers? found\./);
    await asker.asks('');
    expect(asker.topics.length).to.equal(3);
  });

  for (const [words, found] of [
    ['pizz', 'May pizza boxes go into recycling?'],
    ['dog lisense', 'How do I get a dog license?'],
    ['garbage', 'When is trash picked up?'],
    ['PIZZA   BOXES', 'May pizza boxes go into recycling?'],
    ['public works', 'Whom do I ask about streets?'],
  ] as const) {
    it(`is understood half typed, misspelled or in other words: “${words}”`, async () => {
      const asker = await Asker.reads(
        [...entries, { id: 'w', title: 'Whom do I ask?', aliases: ['public works'], body: 'Us.' }].map((one) =>
          one.id === 'works' ? { ...one, aliases: ['public works'] } : one,
        ),
      );
      await asker.asks(words);
      expect(asker.questions[0]).to.equal(found);
    });
  }

  it('has its answers counted aloud, 1.5 seconds after the last key and not before', async () => {
    const asker = await Asker.reads(entries);
    await asker.asks('piz');
    await aTimeout(900);
    await asker.asks('pizza');
    await aTimeout(900);
    expect(asker.announced).to.equal('');
    await asker.until('the number of answers', () => asker.announced === '1 answer found.');
    await asker.asks('pizza box');
    expect(asker.announced).to.equal('');
  });

  it('has them counted at once on Enter, but not by the Enter that chooses a word', async () => {
    const asker = await Asker.reads(entries);
    await asker.asks('pizza');
    const field = await asker.field('What do you want to know?');
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true }));
    await asker.widget.updateComplete;
    expect(asker.announced).to.equal('');
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    await asker.widget.updateComplete;
    expect(asker.announced).to.equal('1 answer found.');
  });

  it('that is typed before the answers are here finds them when they come', async () => {
    const faq = serve('/slow.json', () => aTimeout(1800).then(() => ({ entries })));
    const asker = new Asker(await placed('citydesk-faq-panel', { faq }));
    await asker.asks('pizza');
    await asker.sees('You can type now.');
    await asker.until('the answers', () => asker.questions.length === 1);
    await asker.until('the number of answers', () => asker.announced === '1 answer found.');
  });

  it('without an answer is told so, and goes on to the form or to a person', async () => {
    const asker = await Asker.reads(
      entries,
      { reportUrl: '/report/' },
      { inside: '<p slot="person">Come to City Hall.</p>' },
    );
    await asker.asks(' xyzzy & co ');
    await asker.sees('We found no answer for “xyzzy & co”. Try fewer or other words.');
    expect((await asker.link('Report it instead')).getAttribute('href')).to.equal(
      '/report/#citydesk:words=xyzzy%20%26%20co',
    );
    const slot = asker.root.querySelector<HTMLSlotElement>('slot[name=person]')!;
    expect(slot.assignedElements().map(nameOf)).to.deep.equal(['Come to City Hall.']);
    await asker.until('the announcement', () => asker.announced === 'We found no answer for “xyzzy & co”.');
  });

  it('of 2,000 characters is taken as it is', async () => {
    const asker = await Asker.reads(entries, { reportUrl: '/report/' });
    await asker.asks('zq '.repeat(667));
    await asker.sees(/We found no answer for “(zq )+z?q?…”/);
    const { hash } = await asker.link('Report it instead');
    expect(decodeURIComponent(hash).length).to.be.greaterThan(1990);
    await asker.asks('\ud83d'.repeat(2000));
    await asker.sees('We found no answer');
    await asker.link('Report it instead');
  });
});

describe('an answer', () => {
  it('is open alone', async () => {
    const asker = await Asker.reads(entries);
    await asker.asks('picked up');
    await asker.opensAnswer('When is trash picked up?');
    await asker.until('the answer', () => asker.answer === 'Every Tuesday.');
    await asker.opensAnswer('When is brush picked up on my street?');
    expect(asker.opened).to.deep.equal(['When is brush picked up on my street?']);
    await asker.until('the answer', () => asker.answer === 'Every fourth week.');
    await asker.presses('When is brush picked up on my street?');
    expect(asker.opened).to.deep.equal([]);
  });

  it('is closed when other words leave it out', async () => {
    const asker = await Asker.reads(entries);
    await asker.asks('picked up');
    await asker.opensAnswer('When is trash picked up?');
    await asker.asks('pizza');
    await asker.asks('picked up');
    expect(asker.opened).to.deep.equal([]);
  });

  it('says when it was checked, with the year where it is another, and where there is more', async () => {
    const asker = await Asker.reads([
      { id: 'a', title: 'What is new?', body: 'All.', checked: '2019-10-30', url: 'https://city.example/new' },
    ]);
    await asker.opensAnswer('What is new?');
    await asker.sees('The city checked this answer on Wednesday, October 30, 2019.');
    expect((await asker.link('Read more on this page')).href).to.equal('https://city.example/new');
  });

  it('that does not come says so, and can be asked for again without losing the focus', async () => {
    serve('/late/a.html', () => Promise.reject(new TypeError('fetch failed')));
    const answers = `${location.origin}/late/{id}.html`;
    await toldOnConsole(async () => {
      const asker = await Asker.opens({ faq: cityFile({ answers, entries: [{ id: 'a', title: 'What is late?' }] }) });
      await asker.presses('What is late?');
      await asker.sees('The answer did not load.');
      serve('/late/a.html', () => '<h2>Here</h2><p>it is.</p>');
      (await asker.button('Try again')).focus();
      await asker.presses('Try again');
      await asker.until('the answer', () => asker.answer === 'Here it is.');
      expect(await asker.isAt('button', 'What is late?')).to.equal(true);
      const levels = asker.all('heading').map(({ localName }) => localName);
      expect(levels, 'headings in an answer stand below its question').to.include('h4');
    });
  });

  it('of a department is a card with its name, phone and hours', async () => {
    const hours = [
      { days: ['mon', 'tue', 'wed', 'thu', 'fri'], opens: '07:00', closes: '15:30' },
      { days: ['sat'], opens: '08:00', closes: '12:00' },
    ];
    const contact = {
      name: 'Public Works',
      phone: '269-555-0151',
      email: 'w@city.example',
      url: 'https://city.example/w',
      hours,
    };
    const night = {
      name: 'Sewers',
      phone: '5',
      hours: [{ days: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'], opens: '00:00', closes: '24:00' }],
    };
    const asker = await Asker.reads([
      { id: 'works', title: 'Whom do I ask about streets?', contact },
      { id: 'sewer', title: 'Whom do I call at night?', contact: night },
    ]);
    await asker.presses('Whom do I ask about streets? Public Works');
    await asker.sees(/Call 269-555-0151\. Open/);
    await asker.sees('Monday to Friday: 7:00 AM to 3:30 PM');
    await asker.sees('Saturday: 8:00 AM to 12:00 PM');
    await asker.sees('Write to w@city.example');
    expect((await asker.link('269-555-0151')).href).to.equal('tel:2695550151');
    expect((await asker.link('Go to their page')).href).to.equal('https://city.example/w');
    await asker.presses('Whom do I call at night? Sewers');
    await asker.sees('Monday to Sunday: day and night');
  });
});

describe('a link to an answer', () => {
  afterEach(withoutFragment);

  it('opens it when the page comes, shows it and puts the focus there', async () => {
    await followsLink('#citydesk:answer=brush');
    const asker = await Asker.reads(entries, {}, { inside: '<p slot="help">x</p>' });
    await asker.until('the answer', () => asker.answer === 'Every fourth week.');
    expect(await asker.isAt('button', 'When is brush picked up on my street?')).to.equal(true);
  });

  it('is followed while the panel stands, whatever was typed', async () => {
    const asker = await Asker.reads(entries);
    await asker.asks('pizza');
    await followsLink('#citydesk:answer=dog');
    await asker.until('the answer', () => asker.answer === 'At the Treasurer.');
    expect(await asker.isAt('button', 'How do I get a dog license?')).to.equal(true);
    expect(asker.filledIn).to.deep.equal({});
    await followsLink('#citydesk:answer=trash');
    await asker.until('the answer', () => asker.answer === 'Every Tuesday.');
    expect(asker.opened).to.deep.equal(['When is trash picked up?']);
  });

  it('that is unknown, or leads into the form, changes nothing', async () => {
    const asker = await Asker.reads(entries);
    for (const fragment of ['#citydesk:answer=moon', '#citydesk:words=&answer=dog', '#citydesk:request=1', '#%E0%A4%A'])
      await followsLink(fragment);
    await asker.widget.updateComplete;
    expect(asker.opened).to.deep.equal([]);
  });

  it('to the id of one of the page’s own questions leads there too', async () => {
    const inside = '<details id="fridge"><summary>Who takes a fridge?</summary><p>We do.</p></details>';
    const asker = await Asker.opens({}, { inside });
    await followsLink('#fridge');
    await asker.until('the answer', () => asker.answer === 'We do.');
    expect(await asker.isAt('button', 'Who takes a fridge?')).to.equal(true);
  });
});

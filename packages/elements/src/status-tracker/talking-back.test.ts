import { expect } from '@open-wc/testing';
import ICAL from 'ical.js';
import { freshCity, type Seed, type TestCity } from '@citydesk/sandbox/testing';
import { axeSays } from '../../test/axe.ts';
import { comesBack, dayOf, Follower, report, withoutFragment, zone } from '../../test/following.ts';
import type { FeedbackGivenEvent } from '../feedback/feedback-given-event.ts';

const number = '26-00001';
const place = { lat: 41.944, long: -85.632 };
const seed: Seed = {
  timeZone: zone,
  services: [{ service_code: 'hole', service_name: 'Pothole; deep, wide', expectedDays: 3 }],
  requests: [report(number, place)],
};
const answers = ['Yes', 'Partly', 'No'];
const question = 'Was it fixed?';

let city: TestCity;
let told: FeedbackGivenEvent[];
const tell = (event: FeedbackGivenEvent) => void told.push(event);
beforeEach(async () => {
  told = [];
  city = await freshCity({ seed });
  document.body.addEventListener('citydesk-feedback-given', tell);
});
afterEach(async () => {
  document.body.removeEventListener('citydesk-feedback-given', tell);
  withoutFragment();
  await city.close();
});

const more = { takesUpdates: true };
const opens = async (config: Readonly<Record<string, unknown>> = more) => {
  const follower = await Follower.comesTo(city, { 'request-id': number }, { width: 320 }, config);
  await follower.until('a first sentence', () => follower.first !== '');
  return follower;
};
const closes = () => city.change(number, { status: 'Closed', note: 'Patched.' });
const given = async () =>
  (await city.rows())[0]!.answers.map(({ question: asked, answer, words }) => [asked, answer, words]);

describe('once a report is closed', () => {
  it('the resident is asked whether it was fixed, and not before', async () => {
    const follower = await opens();
    expect(follower.text).not.to.include(question);
    await closes();
    await comesBack();
    await follower.sees(question);
    for (const answer of answers) await follower.button(answer);
    expect((await axeSays(follower.widget)).violations).to.deep.equal([]);
    expect(follower.sticksOut).to.deep.equal([]);
  });

  for (const [button, answer] of [
    ['Yes', 'yes'],
    ['Partly', 'partly'],
    ['No', 'no'],
  ] as const) {
    it(`“${button}” is told to the page and reaches the city`, async () => {
      await closes();
      const follower = await opens();
      await follower.presses(button);
      await follower.sees('Thank you. Your answer helps us.');
      expect(told.map((one) => [one.question, one.answer, one.requestId])).to.deep.equal([['fixed', answer, number]]);
      expect(await given()).to.deep.equal([['fixed', answer, null]]);
    });
  }

  it('words go to the city too, and to nobody else', async () => {
    await closes();
    const follower = await opens();
    await follower.presses('No');
    await follower.types('Tell the city more (optional)', 'Still there, deeper than before.');
    await follower.presses('Send');
    await follower.sees('Thank you. The city has your words.');
    expect(await given()).to.deep.equal([
      ['fixed', 'no', null],
      ['fixed', null, 'Still there, deeper than before.'],
    ]);
    expect(JSON.stringify(told.map((one) => ({ ...one })))).not.to.include('deeper');
  });

  it('only the page is told where the city takes no updates', async () => {
    await closes();
    const follower = await opens({});
    await follower.presses('Yes');
    await follower.sees('Thank you. Your answer helps us.');
    expect([told.length, await given()]).to.deep.equal([1, []]);
  });

  it('words that are being written survive a refresh', async () => {
    await closes();
    const follower = await opens();
    await follower.presses('Partly');
    await follower.types('Tell the city more (optional)', 'One of two');
    await city.change(number, { status: 'Closed', note: 'Patched, really.' });
    await comesBack();
    await follower.sees('Patched, really.');
    expect(follower.filledIn['Tell the city more (optional)']).to.equal('One of two');
    expect(await follower.isAt('field', 'Tell the city more (optional)')).to.equal(true);
  });

  it('it can be reported again, with what is known of it', async () => {
    await closes();
    const again = async (config: Readonly<Record<string, unknown>>) =>
      new URL((await (await opens(config)).link('Report that it is still broken')).href);
    const here = await again({});
    expect(here.href.replace(/#.*/, '')).to.equal(location.href.replace(/#.*/, ''));
    expect(here.hash.slice(0, '#citydesk:'.length)).to.equal('#citydesk:');
    expect(Object.fromEntries(new URLSearchParams(here.hash.slice('#citydesk:'.length)))).to.deep.equal({
      about: number,
      service: 'hole',
      address: '318 Hoffman St',
      lat: String(place.lat),
      long: String(place.long),
    });
    const elsewhere = await again({ reportUrl: 'https://city.example/report?lang=en#top' });
    expect(elsewhere.href).to.match(/^https:\/\/city\.example\/report\?lang=en#citydesk:about=26-00001&service=hole&/);
    expect(elsewhere.search).to.equal('?lang=en');
  });

  it('there is someone to complain to, where the city names one', async () => {
    await closes();
    const complaints = { name: 'The Ombudsman', url: 'mailto:ombudsman@example.gov' };
    const follower = await opens({ complaints });
    await follower.sees('Not happy with the answer? Write to The Ombudsman.');
    expect((await follower.link('The Ombudsman')).href).to.equal(complaints.url);
    const without = await opens({});
    await without.sees(question);
    expect(without.text).not.to.include('Not happy');
  });
});

describe('the expected day', () => {
  it('comes as a calendar file of that one day', async () => {
    const follower = await opens();
    const files: Blob[] = [];
    const names: string[] = [];
    const { createObjectURL } = URL;
    const { click } = HTMLAnchorElement.prototype;
    URL.createObjectURL = (file) => (files.push(file as Blob), 'blob:none');
    HTMLAnchorElement.prototype.click = function () {
      names.push(this.download);
    };
    try {
      await follower.presses('Add the date to my calendar');
      await follower.until('the file', () => names.length > 0);
    } finally {
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
    }
    expect([files[0]!.type, names.length]).to.deep.equal(['text/calendar', 1]);
    expect(names[0]).to.match(/^[\w-]+\.ics$/);
    const calendar = new ICAL.Component(ICAL.parse(await files[0]!.text()) as never[]);
    const [event, ...others] = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
    const expectedDatetime = (await city.rows())[0]!.expectedDatetime!;
    const day = new Date(expectedDatetime).toLocaleDateString('en-CA', { timeZone: zone });
    expect(others.length).to.equal(0);
    expect([event!.startDate.isDate, event!.startDate.toString()]).to.deep.equal([true, day]);
    expect(event!.summary).to.equal('Expected to be done: Pothole; deep, wide');
    expect(event!.description).to.include(dayOf(expectedDatetime));
    expect(event!.location).to.equal('318 Hoffman St');
    expect(event!.component.getFirstPropertyValue('url')).to.equal(
      `${location.href.replace(/#.*/, '')}#citydesk:request=${number}`,
    );
  });

  it('is no longer offered once the report is closed', async () => {
    await closes();
    const follower = await opens();
    await follower.sees(question);
    expect(follower.names('button')).not.to.include('Add the date to my calendar');
  });
});

describe('a report can be taken along', () => {
  it('as a feed of this report alone, where the city has feeds', async () => {
    const feedUrl = '/feed.atom?lang=en';
    const follower = await opens({ feedUrl });
    const link = new URL((await follower.link('Get updates in a feed reader')).href);
    expect(link.origin + link.pathname).to.equal(`${location.origin}/feed.atom`);
    expect(Object.fromEntries(link.searchParams)).to.deep.equal({ lang: 'en', service_request_id: number });
    expect((await opens({})).names('link')).not.to.include('Get updates in a feed reader');
  });

  it('as a feed that the city really answers, and that moves when the report does', async () => {
    const feedUrl = new URL('../../feed.atom', city.endpoint).href;
    const { href } = await (await opens({ feedUrl })).link('Get updates in a feed reader');
    const updated = async () => {
      const root = new DOMParser().parseFromString(await (await fetch(href)).text(), 'application/xml');
      expect([...root.querySelectorAll('entry')].length).to.equal(1);
      return root.querySelector('entry > updated')!.textContent;
    };
    const before = await updated();
    await closes();
    expect(Date.parse(await updated())).to.be.greaterThan(Date.parse(before));
  });

  it('as its link, copied', async () => {
    const follower = await opens();
    const copied: string[] = [];
    const { clipboard } = navigator;
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: async (text: string) => void copied.push(text) },
    });
    await follower.presses('Copy the link');
    await follower.sees('The link is copied.');
    expect(copied).to.deep.equal([`${location.href.replace(/#.*/, '')}#citydesk:request=${number}`]);
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    await follower.presses('Copy the link');
    await follower.sees(`Copying did not work. Here is the link: ${copied[0]}`);
    expect(follower.sticksOut).to.deep.equal([]);
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
  });

  it('and told on where it should not be shown', async () => {
    const follower = await opens({ abuseUrl: 'mailto:web@example.gov' });
    expect((await follower.link('Tell the city this should not be shown')).href).to.equal('mailto:web@example.gov');
  });
});

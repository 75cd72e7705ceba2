import { aTimeout, expect } from '@open-wc/testing';
import { freshCity, type Seed, type TestCity } from '@citydesk/sandbox/testing';
import { askedOfCity, askNothingSoFar } from '../../test/asked-of-city.ts';
import { comesBack, dayOf, Follower, pageIs, pageIsItself, report, withoutFragment } from '../../test/following.ts';
import { RequestChangedEvent, type RequestLookedUpEvent } from './events.ts';

const number = '26-00001';
const seed: Seed = {
  services: [{ service_code: 'hole', service_name: 'Pothole' }],
  requests: [report(number, { email: 'ada@example.com', first_name: 'Ada' }), report('26-00002')],
};
const received = `The city got this report on ${dayOf(new Date())}. It has not said that work began.`;
const working = 'The city is working on this.';
/** Milliseconds. Who looks again sooner is shown what is there. */
const aGlance = 2100;

let city: TestCity;
let told: (RequestChangedEvent | RequestLookedUpEvent)[];
const tell = (event: Event) => void told.push(event as RequestChangedEvent);
const names = ['citydesk-request-changed', 'citydesk-request-looked-up'] as const;

beforeEach(async () => {
  told = [];
  for (const name of names) document.body.addEventListener(name, tell);
  city = await freshCity({ seed });
});
afterEach(async () => {
  for (const name of names) document.body.removeEventListener(name, tell);
  pageIsItself();
  withoutFragment();
  await city.close();
});

const follows = async () => {
  const follower = await Follower.comesTo(city, { 'request-id': number });
  await follower.reads(received);
  askNothingSoFar();
  return follower;
};

describe('a report that is shown', () => {
  for (const [how, comes] of [
    ['the page comes into view again', comesBack],
    ['the window gets the focus, having been in view all the while', () => focusAfterAGlance()],
  ] as const) {
    it(`stands as it is within 2 seconds once ${how}`, async () => {
      const follower = await follows();
      await city.change(number, { status: 'In progress', note: 'Marked.' });
      await comes();
      const begun = performance.now();
      await follower.reads(working);
      expect(performance.now() - begun).to.be.lessThan(2000);
      await follower.sees('The city wrote: “Marked.”');
      expect(askedOfCity().length).to.equal(1);
    });
  }

  it('is not asked for while the page is hidden', async () => {
    const follower = await follows();
    pageIs('hidden');
    await city.change(number, { status: 'In progress' });
    await aTimeout(aGlance);
    window.dispatchEvent(new Event('focus'));
    await aTimeout(200);
    expect(askedOfCity()).to.deep.equal([]);
    expect(follower.first).to.equal(received);
  });

  it('is looked up only when a page that was opened in the background comes to the front', async () => {
    pageIs('hidden');
    const follower = await Follower.comesTo(city, { 'request-id': number });
    await follower.sees(`Looking for report ${number}.`);
    await aTimeout(200);
    expect(askedOfCity()).to.deep.equal([]);
    pageIs('visible');
    await follower.reads(received);
    expect(askedOfCity().length).to.equal(1);
  });

  it('is not asked for again by who glances at another page', async () => {
    await follows();
    for (let times = 0; times < 5; times++) {
      pageIs('hidden');
      pageIs('visible');
      window.dispatchEvent(new Event('focus'));
    }
    await aTimeout(200);
    expect(askedOfCity()).to.deep.equal([]);
  });

  it('is asked for once, however often the page comes while it waits', async () => {
    const follower = await follows();
    await city.fail({ route: 'requests', kind: 'slow', ms: 600 });
    await city.change(number, { status: 'In progress' });
    await comesBack();
    for (let times = 0; times < 5; times++) {
      pageIs('hidden');
      pageIs('visible');
    }
    await follower.reads(working);
    expect(askedOfCity().length).to.equal(1);
  });
});

describe('a city that asks to be left alone', () => {
  it('is left alone until then, whatever the page and the resident do', async () => {
    const follower = await follows();
    await city.fail({ route: '*', kind: 'busy', retryAfter: 600 });
    await comesBack();
    await follower.sees('The city’s system does not answer. This is how it stood on');
    expect(askedOfCity().length).to.equal(1);
    await city.heal();
    await comesBack();
    window.dispatchEvent(new Event('focus'));
    await aTimeout(200);
    expect(askedOfCity().length).to.equal(1);
    await follower.finds('26-00002');
    await follower.reads('The city’s system does not answer.');
    await follower.sees('We try again on our own.');
    expect(askedOfCity().length).to.equal(1);
  });

  it('is asked again when the time has come', async () => {
    await city.fail({ route: 'requests', kind: 'busy', retryAfter: 1, times: 1 });
    const follower = await Follower.comesTo(city, { 'request-id': number });
    const begun = performance.now();
    await follower.reads(received);
    expect(performance.now() - begun).to.be.greaterThan(900);
    expect(askedOfCity().length).to.equal(2);
  });
});

describe('news', () => {
  it('is announced once, by a region that stays, and takes no focus', async () => {
    const follower = await follows();
    const region = follower.root.querySelector('.hidden[role=status]')!;
    const said: string[] = [];
    const watching = new MutationObserver(() => said.push(follower.announced));
    watching.observe(region, { childList: true, characterData: true, subtree: true });
    (await follower.field('Keep this report on this device')).focus();
    await comesBack();
    await aTimeout(300);
    expect(said, 'where there is no news').to.deep.equal([]);
    await city.change(number, { status: 'In progress' });
    await comesBack();
    await follower.reads(working);
    await aTimeout(100);
    await comesBack();
    await aTimeout(300);
    watching.disconnect();
    const news = `There is news about report ${number}. ${working}`;
    expect([...new Set(said.filter(Boolean))]).to.deep.equal([news]);
    expect(region.isConnected && follower.announced === news).to.equal(true);
    expect(await follower.isAt('field', 'Keep this report on this device')).to.equal(true);
  });

  it('is announced as ended with what the city says of the end', async () => {
    const follower = await follows();
    await city.change(number, { status: 'Closed', note: 'Patched.' });
    await comesBack();
    const sentence = `Closed on ${dayOf(new Date())}. The city says it is fixed.`;
    await follower.reads(sentence);
    await follower.until('the announcement', () => follower.announced !== '');
    expect(follower.announced).to.equal(`There is news about report ${number}. ${sentence}`);
  });

  it('leaves what is typed to find another report, and the cursor in it', async () => {
    const follower = await follows();
    await follower.types('Report number', '26-000');
    const field = await follower.field('Report number');
    field.setSelectionRange(2, 4);
    await city.change(number, { status: 'In progress' });
    await comesBack();
    await follower.reads(working);
    expect(await follower.isAt('field', 'Report number')).to.equal(true);
    expect((await follower.field('Report number')) === field, 'the same field').to.equal(true);
    expect([field.value, field.selectionStart, field.selectionEnd]).to.deep.equal(['26-000', 2, 4]);
  });

  it('leaves the entries that are read where they are', async () => {
    const follower = await follows();
    const entry = follower.root.querySelector('.timeline > li')!;
    await city.change(number, { status: 'In progress', note: 'Marked.' });
    await comesBack();
    await follower.reads(working);
    expect(entry.isConnected).to.equal(true);
    expect(follower.timeline.length).to.equal(3);
  });
});

describe('the page', () => {
  const fields = (event: Event) => ({ ...Object.fromEntries(Object.entries(event)), type: event.type });

  it('is told once that a report was looked up, and how that ended', async () => {
    const follower = await follows();
    expect(told.map(fields)).to.deep.equal([
      { type: 'citydesk-request-looked-up', isTrusted: false, outcome: 'found' },
    ]);
    await comesBack();
    await aTimeout(200);
    expect(told.length).to.equal(1);
    await follower.finds('26-99999');
    await follower.sees('We found no report');
    expect(told.map(fields).slice(1)).to.deep.equal([
      { type: 'citydesk-request-looked-up', isTrusted: false, outcome: 'missing' },
    ]);
  });

  it('is told once of each change, in the city’s words and with nothing of a person', async () => {
    const follower = await follows();
    await city.change(number, { status: 'In progress', note: 'Ada called.' });
    await comesBack();
    await follower.reads(working);
    await comesBack();
    await aTimeout(200);
    await city.change(number, { status: 'Closed', note: 'Patched.' });
    await comesBack();
    await follower.sees('The city says it is fixed.');
    const changes = told.filter((event) => event instanceof RequestChangedEvent);
    expect(changes.map(fields)).to.deep.equal([
      { type: names[0], isTrusted: false, requestId: number, status: 'open', statusLabel: 'open' },
      { type: names[0], isTrusted: false, requestId: number, status: 'closed', statusLabel: 'closed' },
    ]);
    expect(told.every((event) => event.bubbles && event.composed && !event.cancelable)).to.equal(true);
    expect(JSON.stringify(told.map(fields))).not.to.match(/ada|hoffman/i);
  });
});

async function focusAfterAGlance(): Promise<void> {
  await aTimeout(aGlance);
  window.dispatchEvent(new Event('focus'));
}

import { aTimeout, expect } from '@open-wc/testing';
import { freshCity, type Seed, type TestCity } from '@citydesk/sandbox/testing';
import { askedOfCity, askNothingSoFar } from '../../test/asked-of-city.ts';
import {
  dayOf,
  earlierToday,
  Follower,
  followsLink,
  pageIsItself,
  report,
  withoutFragment,
} from '../../test/following.ts';

const number = '26-00042';
const seed: Seed = {
  services: [
    { service_code: 'hole', service_name: 'Pothole' },
    { service_code: 'noise', service_name: 'Noise', type: 'batch', tokenDelay: 3_600_000 },
  ],
  requests: [
    report(number),
    report('00815', { address: '1 Main St' }),
    report('AB-7c', { address: '2 Main St' }),
    report('26-00043', { address: '3 Main St' }),
  ],
};
const received = `The city got this report on ${dayOf(new Date())}. It has not said that work began.`;

let city: TestCity;
beforeEach(async () => {
  city = await freshCity({ seed });
});
afterEach(async () => {
  pageIsItself();
  withoutFragment();
  await city.close();
});

const sees = async (follower: Follower, shown: string) => {
  await follower.reads(received);
  expect(follower.root.querySelector('.number')!.textContent).to.equal(shown);
};

describe('a report is found', () => {
  for (const [how, typed, shown] of [
    ['by its number', number, number],
    ['by its number with blanks around it', `  ${number} `, number],
    ['with # before it', `#${number}`, number],
    ['with "No." before it', `No. ${number}`, number],
    ['by its whole link, pasted', `https://city.example/page?x=1#citydesk:request=${number}`, number],
    ['by a link in the middle of an email', `See https://a.example/#citydesk:request=${number} Thanks`, number],
  ] as const) {
    it(how, async () => {
      const follower = await Follower.comesTo(city);
      await follower.finds(typed);
      await sees(follower, shown);
    });
  }

  it('with other leading zeros or letters than the city writes, where the city knows what is meant', async () => {
    const row = { service_request_id: '00ab7C', status: 'open', requested_datetime: earlierToday(1) };
    const canned = { 'requests/00ab7C.json': [row], 'requests/AB7c.json': [row], 'requests/00000ab7c.json': [row] };
    const tolerant = await freshCity({ seed, canned });
    for (const typed of ['00ab7C', 'AB7c', '00000ab7c']) {
      const follower = await Follower.comesTo(tolerant);
      await follower.finds(typed);
      await sees(follower, '00ab7C');
      follower.widget.remove();
      withoutFragment();
    }
    await tolerant.close();
  });

  it('with its leading zeros and without in a city whose ids are numbers', async () => {
    const requests = [report('08-00015')];
    const numeric = await freshCity({ seed: { ...seed, requests }, dialect: 'numeric-ids' });
    for (const typed of ['0800015', '800015']) {
      const follower = await Follower.comesTo(numeric);
      await follower.finds(typed);
      await sees(follower, '800015');
      follower.widget.remove();
      withoutFragment();
    }
    await numeric.close();
  });

  it('by the link of the page, at once', async () => {
    await followsLink(`#citydesk:request=${number}`);
    await sees(await Follower.comesTo(city), number);
  });

  it('by a link that is followed while the page stands, and by the next one', async () => {
    const follower = await Follower.comesTo(city);
    await followsLink(`#citydesk:request=${number}`);
    await sees(follower, number);
    await followsLink('#citydesk:request=00815');
    await follower.sees('1 Main St');
    await sees(follower, '00815');
  });

  it('by its attribute, also when the page changes that', async () => {
    const follower = await Follower.comesTo(city, { 'request-id': number });
    await sees(follower, number);
    follower.widget.setAttribute('request-id', '00815');
    await follower.sees('1 Main St');
  });

  it('by the city file', async () => {
    await sees(await Follower.comesTo(city, {}, {}, { requestId: number }), number);
  });

  it('by the link rather than the attribute', async () => {
    await followsLink('#citydesk:request=00815');
    await sees(await Follower.comesTo(city, { 'request-id': number }), '00815');
  });

  it('by its token, and then stands under its number', async () => {
    const body = new URLSearchParams({ service_code: 'noise', address_string: '4 Main St' });
    const answer = await fetch(`${city.endpoint}requests.json`, { method: 'POST', body });
    const [{ token }] = (await answer.json()) as [{ token: string }];
    await city.readyTokens();
    await followsLink(`#citydesk:token=${token}`);
    const follower = await Follower.comesTo(city);
    await follower.sees('4 Main St');
    await sees(follower, (await city.rows()).find((row) => row.token === token)!.serviceRequestId);
    await followsLink(`#citydesk:request=${number}`);
    await follower.finds(token);
    await follower.sees('4 Main St');
  });

  it('with a single request to the city', async () => {
    const follower = await Follower.comesTo(city);
    await follower.finds(number);
    await sees(follower, number);
    expect(askedOfCity()).to.deep.equal([`requests/${number}.json?extensions=true`]);
    askNothingSoFar();
    await followsLink('#citydesk:request=00815');
    await follower.sees('1 Main St');
    expect(askedOfCity()).to.deep.equal(['requests/00815.json?extensions=true']);
  });

  it('together with others in a single request', async () => {
    const follower = await Follower.comesTo(city);
    await follower.finds(`${number}, 00815`);
    await follower.sees('1 Main St');
    expect(askedOfCity().length).to.equal(1);
  });

  it('in each of two trackers on the page', async () => {
    const [one, other] = [
      await Follower.comesTo(city, { 'request-id': number }),
      await Follower.comesTo(city, { 'request-id': '00815' }),
    ];
    await sees(one, number);
    await sees(other, '00815');
    expect(askedOfCity().length).to.equal(2);
  });
});

describe('looking for nothing', () => {
  for (const typed of ['', '   ', '#', ',']) {
    it(`("${typed}") says what to write, at the field, and asks nothing`, async () => {
      const follower = await Follower.comesTo(city);
      await follower.finds(typed);
      await follower.sees('Write the number of your report.');
      const field = await follower.field('Report number');
      await follower.until('the focus', () => follower.focused === field);
      expect(askedOfCity()).to.deep.equal([]);
      expect(location.hash).to.equal('');
    });
  }
});

describe('the page', () => {
  it('has the number in its fragment alone, so that a reload shows the report again', async () => {
    const before = [document.title, location.search, location.pathname];
    const follower = await Follower.comesTo(city);
    await follower.finds(number);
    await sees(follower, number);
    expect(location.hash).to.equal(`#citydesk:request=${number}`);
    expect([document.title, location.search, location.pathname]).to.deep.equal(before);
    follower.widget.remove();
    await sees(await Follower.comesTo(city), number);
  });

  it('keeps a fragment of its own', async () => {
    await followsLink('#/route/7');
    const follower = await Follower.comesTo(city);
    await follower.finds(number);
    await sees(follower, number);
    expect(location.hash).to.equal('#/route/7');
    await followsLink('#/route/8');
    await aTimeout(50);
    await sees(follower, number);
    expect(askedOfCity().length).to.equal(1);
  });

  it('may take the tracker away and put it back: it goes on with the same report', async () => {
    const follower = await Follower.comesTo(city);
    await follower.finds(number);
    await sees(follower, number);
    const { parentElement } = follower.widget;
    follower.widget.remove();
    askNothingSoFar();
    await followsLink('#citydesk:request=00815');
    await aTimeout(50);
    expect(askedOfCity(), 'off the page it asks nothing').to.deep.equal([]);
    parentElement!.append(follower.widget);
    await sees(follower, number);
    await followsLink('#citydesk:request=26-00043');
    await follower.sees('3 Main St');
    expect(askedOfCity().filter((call) => call.includes('26-00043')).length, 'it listens once').to.equal(1);
  });

  it('may move the tracker while it looks', async () => {
    await city.fail({ route: 'requests', kind: 'slow', ms: 300 });
    const follower = await Follower.comesTo(city, { 'request-id': number });
    await follower.sees(`Looking for report ${number}.`);
    const elsewhere = document.createElement('main');
    document.body.append(elsewhere);
    elsewhere.append(follower.widget);
    await sees(follower, number);
    elsewhere.remove();
  });
});

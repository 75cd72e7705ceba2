import { aTimeout, expect } from '@open-wc/testing';
import { deleteDB } from 'idb';
import { freshCity, type Seed, type TestCity } from '@citydesk/sandbox/testing';
import { everythingKept } from '../../test/device-scan.ts';
import { ownDevice } from '../../test/own-device.ts';
import {
  comesBack,
  dayOf,
  Follower,
  followsLink,
  pageIsItself,
  report,
  withoutFragment,
} from '../../test/following.ts';
import { openDeviceStore } from '../device/store.ts';

const number = '26-00042';
const seed: Seed = {
  services: [
    { service_code: 'hole', service_name: 'Pothole' },
    { service_code: 'noise', service_name: 'Noise', type: 'batch', tokenDelay: 3_600_000 },
  ],
  requests: [report(number), report('26-00043')],
};
const received = `The city got this report on ${dayOf(new Date())}. It has not said that work began.`;
const keep = 'Keep this report on this device';
const mine = 'My reports on this device';

let city: TestCity;
ownDevice();
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

describe('what this device keeps', () => {
  const looksUp = async (attributes: Readonly<Record<string, string>> = {}) => {
    const follower = await Follower.comesTo(city, attributes);
    await follower.finds(number);
    await sees(follower, number);
    return follower;
  };
  const keeps = async () => {
    const follower = await looksUp();
    await follower.chooses(keep);
    await follower.sees('Your report is kept on this device.');
    return follower;
  };
  const comesAgain = async () => {
    withoutFragment();
    return Follower.comesTo(city);
  };

  it('would be found by the scan, wherever it lay', async () => {
    const canary = 'canary-4711';
    localStorage.setItem('canary', canary);
    sessionStorage.setItem(`${canary}-2`, '');
    document.cookie = `canary=${canary}-3`;
    await (await caches.open('canary')).put(`/${canary}-4`, new Response(`${canary}-5`));
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open('canary');
      opening.onupgradeneeded = () => opening.result.createObjectStore('cage').put({ a: [`${canary}-6`] }, 1);
      opening.onerror = reject;
      opening.onsuccess = () => {
        opening.result.close();
        resolve();
      };
    });
    const found = await everythingKept('citydesk-drafts');
    localStorage.removeItem('canary');
    sessionStorage.removeItem(`${canary}-2`);
    document.cookie = 'canary=; max-age=0';
    await caches.delete('canary');
    await deleteDB('canary');
    for (const part of ['', '-2', '-3', '-4', '-5', '-6']) expect(found).to.include(canary + part);
    expect(await everythingKept('citydesk-drafts')).not.to.include('canary');
  });

  it('is nothing without the tick, in no storage', async () => {
    const follower = await looksUp();
    await aTimeout(100);
    const kept = await everythingKept('citydesk-drafts');
    for (const word of [number, 'Hoffman', 'Pothole', 'citydesk']) expect(kept).not.to.include(word);
    expect((await follower.field(keep)).checked).to.equal(false);
    expect((await comesAgain()).names('heading')).not.to.include(mine);
  });

  it('is the report once it is ticked: listed at the next visit, and found from there', async () => {
    await keeps();
    expect(await everythingKept('citydesk-drafts')).to.include(number);
    const again = await comesAgain();
    await again.follows(new RegExp(`^${number} Pothole, 318 Hoffman St, Open`));
    await sees(again, number);
    expect((await again.field(keep)).checked).to.equal(true);
    await again.sees('Someone sent this report');
  });

  it('is called the resident’s own where it was sent from here', async () => {
    const { endpoint } = city;
    await openDeviceStore().keep({ reference: number, endpoint, keptAt: new Date(), isOwn: true });
    const follower = await Follower.comesTo(city, { 'request-id': number });
    await follower.sees('You sent this report');
  });

  it('is nothing again once the tick is taken away', async () => {
    const follower = await keeps();
    await follower.chooses(keep);
    await follower.until('the end of the list', () => !follower.text.includes(mine));
    expect(await everythingKept('citydesk-drafts')).not.to.include(number);
    expect((await indexedDB.databases()).map(({ name }) => name)).not.to.include('citydesk');
  });

  it('is forgotten in one press, with nothing left behind', async () => {
    await keeps();
    const again = await comesAgain();
    await again.presses('Forget my reports on this device');
    await again.sees('Your reports are gone from this device.');
    expect(again.text).not.to.include(mine);
    const kept = await everythingKept('citydesk-drafts');
    for (const word of [number, 'Hoffman', 'Pothole', 'citydesk']) expect(kept).not.to.include(word);
    await again.until('the focus', () => again.focused?.id === 'title');
  });

  it('is forgotten beside a report that is shown, and is not written again by its next refresh', async () => {
    const follower = await keeps();
    await follower.presses('Forget my reports on this device');
    await follower.sees('Your reports are gone from this device.');
    await city.change(number, { status: 'In progress' });
    await comesBack();
    await follower.reads('The city is working on this.');
    await aTimeout(100);
    expect(await everythingKept('citydesk-drafts')).not.to.include(number);
  });

  it('is neither offered nor read on shared computers', async () => {
    await keeps();
    withoutFragment();
    for (const attributes of [{ storage: 'none' }, {}]) {
      const more = attributes.storage ? {} : { storage: 'none' };
      const { open } = IDBFactory.prototype;
      let opened = 0;
      IDBFactory.prototype.open = function (...name) {
        opened++;
        return open.apply(this, name);
      };
      const follower = await Follower.comesTo(city, attributes, {}, more);
      await follower.finds(number);
      await sees(follower, number);
      await aTimeout(100);
      IDBFactory.prototype.open = open;
      expect(follower.all('field').map(({ id }) => id)).to.deep.equal(['number']);
      expect(follower.text).not.to.include('this device.');
      expect(follower.text).not.to.include(mine);
      expect(opened).to.equal(0);
      follower.widget.remove();
      withoutFragment();
    }
  });

  it('is a token first, and its number as soon as there is one', async () => {
    const body = new URLSearchParams({ service_code: 'noise', address_string: '4 Main St' });
    const answer = await fetch(`${city.endpoint}requests.json`, { method: 'POST', body });
    const [{ token }] = (await answer.json()) as [{ token: string }];
    await followsLink(`#citydesk:token=${token}`);
    const follower = await Follower.comesTo(city);
    await follower.reads('The city has this report. It has no number yet.');
    await follower.chooses(keep);
    await follower.sees('Your report is kept on this device.');
    follower.widget.remove();
    const waiting = await comesAgain();
    await waiting.follows(/^No number yet/);
    await waiting.reads('The city has this report. It has no number yet.');
    waiting.widget.remove();
    await city.readyTokens();
    const again = await Follower.comesTo(city);
    await again.sees('4 Main St');
    const id = (await city.rows()).find((row) => row.token === token)!.serviceRequestId;
    await sees(again, id);
    await again.link(new RegExp(`^${id} Noise, 4 Main St, Open`));
    expect((await again.field(keep)).checked).to.equal(true);
    expect(again.text).not.to.include('No number yet');
  });

  it('tells what is new since the last visit, and does so once', async () => {
    (await keeps()).widget.remove();
    await city.change(number, { status: 'In progress', note: 'A crew comes this week.' });
    const again = await Follower.comesTo(city);
    await again.reads('The city is working on this.');
    await again.sees(/The city wrote: “A crew comes this week\.” New since your last visit What happened so far/);
    const news = [...again.root.querySelectorAll('.timeline > li')].filter((one) =>
      one.textContent.includes('New since your last visit'),
    );
    expect(news.map((one) => one.textContent).join()).to.include('A crew comes this week.');
    expect(news.length).to.equal(1);
    await aTimeout(100);
    again.widget.remove();
    const third = await Follower.comesTo(city);
    await third.reads('The city is working on this.');
    await aTimeout(100);
    expect(third.text).not.to.include('your last visit');
  });
});

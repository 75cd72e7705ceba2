import { aTimeout, expect } from '@open-wc/testing';
import { freshCity, type TestCity } from '@citydesk/sandbox/testing';
import { axeSays } from '../../../test/axe.ts';
import { changeKept, instead, isKept, keptDrafts, leaves, savesSoon } from '../../../test/kept-drafts.ts';
import { Resident } from '../../../test/resident.ts';
import { openItemStore } from '../../device/item-store.ts';

const partsFetched = () =>
  performance.getEntriesByType('resource').filter(({ name }) => /keeping-part|left-report|draft-store/.test(name))
    .length;

describe('a device on which nothing is kept', () => {
  let city: TestCity;
  before(async () => (city = await freshCity()));
  after(() => city.close());

  // First in this file: what was fetched once stays.
  it('is not asked for more than the names of its databases until something is entered', async () => {
    const back = instead(indexedDB, 'databases', async () => [{ name: 'of the page', version: 1 }]);
    const resident = await Resident.opens({ endpoint: city.endpoint });
    await resident.sees('Or choose from the list');
    await aTimeout(1500);
    expect(partsFetched()).to.equal(0);
    await resident.types('Say it in your own words', 'pot hole');
    await resident.sees(/Kept on this device/);
    expect(partsFetched()).to.be.greaterThan(0);
    back();
  });

  it('holds the first screen up for no longer than a second where it does not answer', async () => {
    const back = instead(indexedDB, 'databases', () => new Promise(() => {}));
    const resident = await Resident.opens({ endpoint: city.endpoint });
    await resident.arrivesAt('What is the problem?');
    back();
  });
});

describe('a report that is being written', () => {
  let city: TestCity;
  savesSoon();
  beforeEach(async () => {
    city = await freshCity();
  });
  afterEach(() => city.close());

  const opens = (more: Readonly<Record<string, string>> = {}) => Resident.opens({ endpoint: city.endpoint, ...more });

  it('is kept as it is entered, which is said once: on the screen, and to screen readers', async () => {
    const resident = await opens();
    await resident.types('Say it in your own words', 'pot hole');
    await resident.sees(/Kept on this device at \d+:\d\d (AM|PM)\./);
    expect(resident.root.querySelector('.hidden[role=status]')!.textContent).to.match(/Kept on this device at/);
    await resident.presses(/^Pothole/);
    await resident.arrivesAt('Show us where it is');
    await resident.types('Address or place', '318 Hoffman St');
    await isKept(resident, city.endpoint, '318 Hoffman St');
    await aTimeout(100);
    expect(resident.text).not.to.include('Kept on this device');
    await resident.presses('Continue');
    await resident.arrivesAt('A few questions');
    await resident.chooses('Bigger than a car tire');
    await isKept(resident, city.endpoint, '"size":"large"');
    expect(resident.text).not.to.include('Kept on this device');
    expect(await keptDrafts(city.endpoint)).to.have.length(1);
  });

  it('is not kept before anything is entered, also where the page and its link know something', async () => {
    const resident = await Resident.opens(
      { endpoint: city.endpoint },
      { prefill: { contact: { name: 'Ada Lovelace' }, place: { words: 'Here' } } },
    );
    await resident.sees('Or choose from the list');
    await aTimeout(1300);
    expect(await keptDrafts(city.endpoint)).to.deep.equal([]);
  });

  it('is kept quickly, but not at every key', async () => {
    const resident = await opens({ 'service-code': 'graffiti' });
    await resident.types('Address or place', 'A');
    await isKept(resident, city.endpoint, '"words":"A"');
    let written = 0;
    const { put } = IDBObjectStore.prototype;
    const back = instead(
      IDBObjectStore.prototype,
      'put',
      function (this: IDBObjectStore, ...row: Parameters<typeof put>) {
        if (JSON.stringify(row[0] ?? '').includes(city.endpoint)) written++;
        return put.apply(this, row);
      },
    );
    for (let key = 0; key < 200; key++) await resident.types('Address or place', 'B'.repeat(key + 1));
    await isKept(resident, city.endpoint, `"${'B'.repeat(200)}"`);
    back();
    expect(written).to.be.within(1, 60);
  });

  it('is no longer once all is erased again', async () => {
    const resident = await opens({ 'service-code': 'graffiti' });
    await resident.types('Address or place', 'A wall');
    await isKept(resident, city.endpoint, 'A wall');
    await resident.types('Address or place', '');
    await resident.until('the button to go', () => !resident.names('button').includes('Clear my report'));
    expect(await keptDrafts(city.endpoint)).to.deep.equal([]);
  });

  it('is cleared by one tap while it is written, with all that was entered, and what is entered then is kept anew', async () => {
    const resident = await opens();
    await resident.types('Say it in your own words', 'pot hole');
    await resident.presses(/^Pothole/);
    await resident.saysWhere('318 Hoffman St', 'It is deep.');
    await resident.arrivesAt('A few questions');
    await isKept(resident, city.endpoint, '"step":"questions"');
    expect((await axeSays(resident.form)).violations).to.deep.equal([]);
    await resident.presses('Clear my report');
    await resident.arrivesAt('What is the problem?');
    await resident.sees('Your report is cleared. It is no longer on this device.');
    expect(resident.focused?.id).to.equal('title');
    expect(resident.filledIn).to.deep.equal({});
    expect(resident.form.draft.place).to.deep.equal({ words: '', point: undefined });
    expect(await keptDrafts(city.endpoint)).to.deep.equal([]);
    expect(resident.names('button')).not.to.include('Clear my report');
    await resident.types('Say it in your own words', 'graffiti');
    await isKept(resident, city.endpoint, 'graffiti');
  });

  it('is no longer kept once the city has it', async () => {
    const resident = await opens();
    await resident.reportsGraffiti();
    await isKept(resident, city.endpoint, '"step":"check"');
    await resident.presses('Send report');
    await resident.getsReceipt();
    await resident.until('the device to be empty', () => !resident.names('button').includes('Clear my report'));
    await aTimeout(200);
    expect(await keptDrafts(city.endpoint)).to.deep.equal([]);
    await leaves(resident);
    expect((await opens()).names('button')).not.to.include('Go on with it');
  });

  it('is not offered beside the one that lies in the outbox, also where the page went before it could delete it', async () => {
    const resident = await opens();
    await resident.reportsGraffiti();
    await isKept(resident, city.endpoint, '"step":"check"');
    await city.fail({ route: 'post', kind: 'slow', ms: 1500 });
    await resident.presses('Send report');
    const [row] = await keptDrafts(city.endpoint);
    const lies = async () =>
      (await openItemStore('device').all()).find(({ way }) => way.endpoint === city.endpoint)?.draftId;
    const end = performance.now() + 4000;
    while (!(await lies()) && performance.now() < end) await aTimeout(20);
    expect(await lies()).to.equal(row!.id);
    // As a killed page would leave it.
    await leaves(resident);
    await changeKept(row!.id, row!);
    const second = await opens();
    expect(second.names('button')).not.to.include('Go on with it');
    expect(await keptDrafts(city.endpoint)).to.deep.equal([]);
  });

  it('is kept again where the city refuses it', async () => {
    const resident = await opens();
    await resident.reportsGraffiti();
    await isKept(resident, city.endpoint, '"step":"check"');
    await city.fail({ route: 'post', kind: 'ok-with-error' });
    await resident.presses('Send report');
    await resident.sees('The city did not take the report yet');
    await isKept(resident, city.endpoint, '"step":"check"');
  });

  it('is kept for a day: what is older is deleted, unread, whichever city’s it is', async () => {
    const resident = await opens();
    await resident.types('Say it in your own words', 'pot hole');
    const { id } = await isKept(resident, city.endpoint, 'pot hole');
    await leaves(resident);
    await changeKept(id, { at: Date.now() - 23.9 * 3_600_000 });
    const second = await opens();
    expect(second.names('button')).to.include('Go on with it');
    await leaves(second);
    await changeKept(id, { at: Date.now() - 24.1 * 3_600_000 });
    const other = await freshCity();
    const third = await Resident.opens({ endpoint: other.endpoint });
    expect(third.names('button')).not.to.include('Go on with it');
    await aTimeout(100);
    expect(await keptDrafts(city.endpoint)).to.deep.equal([]);
    await other.close();
  });

  it('is offered at its own city only, and no row of another city is read', async () => {
    const resident = await opens();
    await resident.types('Say it in your own words', 'pot hole');
    await isKept(resident, city.endpoint, 'pot hole');
    await leaves(resident);
    const other = await freshCity();
    const read: unknown[] = [];
    const asked = IDBIndex.prototype.getAll;
    const back = instead(IDBIndex.prototype, 'getAll', function (this: IDBIndex, ...of: Parameters<typeof asked>) {
      read.push(this.name, of[0]);
      return asked.apply(this, of);
    });
    const all = instead(IDBObjectStore.prototype, 'get', () => {
      throw new Error('No row is to be read.');
    });
    const second = await Resident.opens({ endpoint: other.endpoint });
    expect(second.names('button')).not.to.include('Go on with it');
    expect(read).to.deep.equal(['endpoint', other.endpoint]);
    back();
    all();
    await other.close();
  });

  for (const [what, change] of [
    ['of an older version', { draft: { text: 'pot hole' } }],
    ['with a script for a link', { owner: { name: 'The county', url: 'javascript:alert(1)' } }],
    ['without a draft', { draft: undefined }],
    ['on a step that there is not', { step: 'receipt' }],
  ] as const) {
    it(`is left out where a row is broken: ${what}`, async () => {
      const resident = await opens();
      await resident.types('Say it in your own words', 'pot hole');
      const { id } = await isKept(resident, city.endpoint, 'pot hole');
      await leaves(resident);
      await changeKept(id, change);
      const second = await opens();
      await second.sees('Or choose from the list');
      expect(second.names('button')).not.to.include('Go on with it');
      await second.types('Say it in your own words', 'graffiti');
      await isKept(second, city.endpoint, 'graffiti');
    });
  }
});

import { expect } from '@open-wc/testing';
import ICAL from 'ical.js';
import { Asker, dayFromNow, inWords, serve, type Written } from '../../test/asker.ts';
import { toldOnConsole } from '../../test/city-file.ts';
import { anythingKept, ownDevice } from '../../test/own-device.ts';
import { openDeviceStore } from '../device/store.ts';

const square = (west: number, east: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, 0],
      [east, 0],
      [east, 1],
      [west, 1],
      [west, 0],
    ],
  ],
});
const soon = dayFromNow(3);
const later = dayFromNow(400);
const west = { name: 'brush pick-up', area: square(0, 1), days: [dayFromNow(-9), soon, later] };
const east = { name: 'brush pick-up', area: square(1, 2), days: [dayFromNow(5)] };
const brush = { id: 'brush', title: 'When is brush picked up?', body: 'Every fourth week.', calendars: [west, east] };
const trash = {
  ...brush,
  id: 'trash',
  title: 'When is trash picked up?',
  calendars: [{ ...east, name: 'trash pick-up' }],
};
const list = {
  addresses: [
    ['318 Hoffman St', 0.5, 0.5],
    ['320 Hoffman St', 0.5, 0.6],
    ['12 E Penn St', 0.5, 1.5],
    ['9 Far Rd', 0.5, 9],
  ],
};
const addresses = '/addresses.json';
beforeEach(() => void serve(addresses, () => list));

const opens = async (
  city: Written = {},
  entries: readonly Written[] = [brush, trash],
  attributes: Readonly<Record<string, string>> = {},
) => {
  const asker = await Asker.reads(entries, { addresses, ...city }, {}, attributes);
  await asker.opensAnswer(entries[0]!['title'] as string);
  return asker;
};
const gives = async (asker: Asker, address: string) => {
  await asker.types('Your address', address);
  (await asker.button('Show my date')).focus();
  await asker.presses('Show my date');
};
const next = `Your next brush pick-up: ${inWords(soon)}`;

describe('a day that differs from street to street', () => {
  ownDevice();

  it('is told for an address, with the day after it, and the focus is on it', async () => {
    const asker = await opens();
    await gives(asker, '318 hoffman street');
    await asker.sees(`For 318 Hoffman St ${next} After that: ${inWords(later)}`);
    await asker.until('the focus', () => asker.focused?.textContent?.includes('Your next'));
    expect(asker.text.indexOf(next), 'it stands before the answer').to.be.below(asker.text.indexOf('Every fourth'));
    expect(asker.text).not.to.include('Your address');
  });

  it('is told in every answer that needs the address, which is asked for once', async () => {
    const asker = await opens();
    await gives(asker, '12 Penn St');
    await asker.sees(`Your next brush pick-up: ${inWords(dayFromNow(5))}`);
    await asker.opensAnswer('When is trash picked up?');
    await asker.sees('For 12 E Penn St Your next trash pick-up');
  });

  it('is told after a choice, where the address could be several', async () => {
    const asker = await opens();
    await gives(asker, 'Hoffman');
    await asker.sees('Is it one of these?');
    await asker.until('the focus', () => asker.focused?.textContent === 'Is it one of these?');
    await asker.presses('320 Hoffman St');
    await asker.sees('For 320 Hoffman St');
    await asker.until('the focus', () => asker.focused?.textContent?.includes('Your next'));
  });

  it('is asked for again where the city does not know the address, and says how to write one', async () => {
    const asker = await opens();
    for (const typed of ['Moon St 1', '']) {
      await gives(asker, typed);
      await asker.sees('We do not know this address. Write it like 318 Hoffman St.');
      await asker.until('the focus', () => asker.focused?.id === 'address');
      expect((await asker.field('Your address')).getAttribute('aria-invalid')).to.equal('true');
    }
    await gives(asker, '318 Hoffman St');
    await asker.sees(next);
    await asker.presses('Change address');
    await asker.until('the focus', () => asker.focused?.id === 'address');
    expect(asker.filledIn).to.deep.equal({ 'Your address': '318 Hoffman St' });
    expect(asker.text).not.to.include('We do not know');
  });

  it('is not there outside of all areas, and says whom to ask', async () => {
    const asker = await opens();
    await gives(asker, '9 Far Road');
    await asker.sees('For 9 Far Rd The city has no date for this address. Call us to ask.');
    await asker.until('the focus', () => asker.focused?.textContent?.includes('no date'));
    expect(asker.names('button')).to.include('Change address');
  });

  it('goes into a calendar as a file', async () => {
    const asker = await opens();
    await gives(asker, '318 Hoffman St');
    await asker.sees(next);
    const files: Blob[] = [];
    const names: string[] = [];
    const { createObjectURL } = URL;
    const { click } = HTMLAnchorElement.prototype;
    URL.createObjectURL = (file) => (files.push(file as Blob), 'blob:none');
    HTMLAnchorElement.prototype.click = function () {
      names.push(this.download);
    };
    try {
      await asker.presses('Add to my calendar');
    } finally {
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
    }
    expect(names).to.deep.equal(['brush-pick-up.ics']);
    const calendar = new ICAL.Component(ICAL.parse(await files[0]!.text()) as never[]);
    const [event, ...others] = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
    expect(others.length).to.equal(0);
    expect([event!.summary, event!.startDate.isDate, event!.startDate.toString()]).to.deep.equal([
      'brush pick-up',
      true,
      soon,
    ]);
  });

  it('needs no address where it is the same everywhere', async () => {
    const everywhere = { name: 'leaf pick-up', days: [soon] };
    const asker = await opens({}, [{ ...brush, calendars: [everywhere] }]);
    await asker.sees(`Your next leaf pick-up: ${inWords(soon)}`);
    expect(asker.names('button')).not.to.include('Show my date');
    const both = await opens({}, [{ ...brush, calendars: [everywhere, west, { ...everywhere, name: west.name }] }]);
    await both.sees('Your next leaf pick-up');
    expect(both.text, 'where it differs, nothing is told before the address is known').not.to.include(next);
    await gives(both, '9 Far Rd');
    await both.sees(next);
  });

  it('that is over says so', async () => {
    const asker = await opens({}, [{ ...brush, calendars: [{ ...west, days: [dayFromNow(-1)] }] }]);
    await gives(asker, '318 Hoffman St');
    await asker.sees('There is no next date yet. Call us to ask.');
  });
});

describe('the city’s addresses', () => {
  ownDevice();

  it('are fetched once, when an answer needs them', async () => {
    let asked = 0;
    serve(addresses, () => (asked++, list));
    const asker = await Asker.reads([brush, trash], { addresses });
    expect(asked).to.equal(0);
    await asker.opensAnswer('When is brush picked up?');
    await gives(asker, 'Moon');
    await asker.opensAnswer('When is trash picked up?');
    await gives(asker, '318 Hoffman');
    await asker.sees('For 318 Hoffman St');
    expect(asked).to.equal(1);
  });

  it('that do not load can be asked for again, and the answer stands meanwhile', async () => {
    serve(addresses, () => Promise.reject(new TypeError('fetch failed')));
    const told = await toldOnConsole(async () => {
      const asker = await opens();
      await gives(asker, '318 Hoffman St');
      await asker.sees('The addresses did not load. Try again, or call us to ask.');
      await asker.sees('Every fourth week.');
      serve(addresses, () => list);
      await asker.presses('Show my date');
      await asker.sees(next);
    });
    expect(told.join()).to.include('Check "addresses" in the city file.');
  });

  for (const [name, content] of [
    ['that are no JSON', '<!doctype html>'],
    ['that are empty', { addresses: [] }],
    ['that are something else', [1, 2]],
  ] as const) {
    it(`${name} are told to the editor, and the resident is asked to call`, async () => {
      const told = await toldOnConsole(async () => {
        serve(addresses, () => content);
        const asker = await opens();
        await gives(asker, '318 Hoffman St');
        await asker.sees('The addresses did not load.');
      });
      expect(told.join()).to.include('"addresses"');
    });
  }

  it('are missing: the resident is asked to call, and the answer stands', async () => {
    await toldOnConsole(async () => {
      const asker = await Asker.reads([brush]);
      await asker.opensAnswer('When is brush picked up?');
      await asker.sees('The day is not the same on every street. Call us to ask for yours.');
      await asker.sees('Every fourth week.');
    });
  });
});

describe('the resident’s address', () => {
  ownDevice();

  it('is kept on the device if wanted, is known the next time, and forgotten again', async () => {
    const asker = await opens();
    await gives(asker, '318 Hoffman St');
    await asker.sees(next);
    expect(await anythingKept()).to.equal(false);
    await asker.chooses('Keep my address on this device');
    await asker.sees('Your address is kept on this device.');

    const again = await opens();
    await again.sees(next);
    expect(again.filledIn).to.deep.equal({ 'Keep my address on this device': 'yes' });
    await again.chooses('Keep my address on this device');
    await again.sees('Your address is no longer kept on this device.');
    expect(await anythingKept()).to.equal(false);
  });

  it('is another one than the one that is kept until that is kept too', async () => {
    await openDeviceStore().keepAddress({ label: '318 Hoffman St', lat: 0.5, long: 0.5 });
    const asker = await opens();
    await asker.sees(next);
    await asker.presses('Change address');
    await gives(asker, '12 Penn St');
    await asker.sees('For 12 E Penn St');
    expect(asker.filledIn).to.deep.equal({});
    await asker.chooses('Keep my address on this device');
    await asker.sees('Your address is kept on this device.');
    expect((await openDeviceStore().address())?.label).to.equal('12 E Penn St');
  });

  it('is never kept, nor read, on a shared computer', async () => {
    await openDeviceStore().keepAddress({ label: '318 Hoffman St', lat: 0.5, long: 0.5 });
    const asker = await opens({}, [brush], { storage: 'none' });
    await gives(asker, '12 Penn St');
    await asker.sees('For 12 E Penn St');
    expect(asker.text).not.to.include('Keep my address');
    expect((await openDeviceStore().address())?.label).to.equal('318 Hoffman St');
  });

  it('that the device does not keep is not called kept', async () => {
    const { put } = IDBObjectStore.prototype;
    const asker = await opens();
    await gives(asker, '318 Hoffman St');
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('Full.', 'QuotaExceededError');
    };
    try {
      await toldOnConsole(async () => {
        await asker.chooses('Keep my address on this device');
        await asker.sees('This device did not keep it.');
      });
    } finally {
      IDBObjectStore.prototype.put = put;
    }
    expect(asker.filledIn).to.deep.equal({});
    await asker.chooses('Keep my address on this device');
    await asker.sees('Your address is kept on this device.');
  });
});

import { aTimeout, expect } from '@open-wc/testing';
import { freshCity, type TestCity } from '@citydesk/sandbox/testing';
import { axeSays } from '../../../test/axe.ts';
import { instead, isEmpty, isKept, keptDrafts, savesSoon } from '../../../test/kept-drafts.ts';
import { Resident } from '../../../test/resident.ts';

const sentence = 'This device does not let us keep your report. Keep this page open until you send it.';

/** Devices that do not let us, each by what takes the place of the real thing. */
const devices: Readonly<Record<string, () => readonly (() => void)[]>> = {
  'denies storage': () => [
    instead(IDBFactory.prototype, 'open', () => {
      throw new DOMException('Denied.', 'SecurityError');
    }),
    instead(IDBFactory.prototype, 'databases', () => Promise.reject(new DOMException('Denied.', 'SecurityError'))),
  ],
  'has no storage at all': () => [instead(globalThis, 'indexedDB', undefined)],
  'refuses to open it': () => [
    instead(IDBFactory.prototype, 'open', () => {
      const request = new EventTarget() as EventTarget & { error?: DOMException };
      request.error = new DOMException('Internal error.', 'UnknownError');
      setTimeout(() => request.dispatchEvent(new Event('error')));
      return Object.setPrototypeOf(request, IDBOpenDBRequest.prototype) as IDBOpenDBRequest;
    }),
  ],
  'is full': () => [
    instead(IDBObjectStore.prototype, 'put', () => {
      throw new DOMException('Full.', 'QuotaExceededError');
    }),
  ],
};

describe('a report on a device that', () => {
  let city: TestCity;
  savesSoon();
  beforeEach(async () => {
    city = await freshCity();
  });
  afterEach(() => city.close());

  const goesOn = async (resident: Resident) => {
    await resident.types('Say it in your own words', 'graffiti');
    await resident.presses(/^Graffiti/);
    await resident.arrivesAt('Show us where it is');
    await resident.sees(sentence);
    expect(resident.root.querySelector('.hidden[role=status]')!.textContent).to.equal(sentence);
    expect(resident.names('button')).not.to.include('Clear my report');
    expect((await axeSays(resident.form)).violations).to.deep.equal([]);
    await resident.types('Address or place', '318 Hoffman St');
    await resident.presses('Continue');
    await resident.arrivesAt('Check and send');
    await resident.sees(sentence);
    await resident.presses(/^Your name and contact/);
    expect(resident.names('field')).not.to.include('Keep my contact details on this device, too');
    expect(resident.text.split(sentence)).to.have.length(2);
  };

  for (const [what, denies] of Object.entries(devices)) {
    it(`${what} is not kept, which is said on every screen, and the form goes on`, async () => {
      const back = denies();
      try {
        const resident = await Resident.opens({ endpoint: city.endpoint });
        await goesOn(resident);
        await resident.presses('Send report');
        await resident.getsReceipt();
      } finally {
        back.forEach((undo) => undo());
      }
      await isEmpty(city.endpoint);
    });
  }

  it('does not answer is not kept, which is said, and the form goes on', async () => {
    const real = IDBFactory.prototype.open;
    const back = instead(IDBFactory.prototype, 'open', () => {
      const request = new EventTarget();
      return Object.setPrototypeOf(request, IDBOpenDBRequest.prototype) as IDBOpenDBRequest;
    });
    try {
      const resident = await Resident.opens({ endpoint: city.endpoint });
      await goesOn(resident);
    } finally {
      back();
    }
    expect(IDBFactory.prototype.open).to.equal(real);
  });

  it('is shared, as the page says, is not kept, which is said, and the device is left as it was', async () => {
    const resident = await Resident.opens({ endpoint: city.endpoint, storage: 'none' });
    await goesOn(resident);
    await aTimeout(200);
    expect(await keptDrafts(city.endpoint)).to.deep.equal([]);
  });

  it('has room again is kept again, which is said, too', async () => {
    const undo = devices['is full']!();
    const resident = await Resident.opens({ endpoint: city.endpoint });
    await resident.types('Say it in your own words', 'graffiti');
    await resident.sees(sentence);
    undo.forEach((back) => back());
    await resident.types('Say it in your own words', 'graffiti again');
    await isKept(resident, city.endpoint, 'graffiti again');
    await resident.sees(/Kept on this device at/);
    expect(resident.text).not.to.include(sentence);
  });
});

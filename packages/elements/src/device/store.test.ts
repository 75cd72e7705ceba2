import { expect } from '@open-wc/testing';
import { openDB } from 'idb';
import { anythingKept, ownDevice } from '../../test/own-device.ts';
import { openDeviceStore, type KeptReport } from './store.ts';

const here = 'https://here.example/open311/v2/';
const there = 'https://there.example/open311/v2/';

const report = (reference: string, more: Partial<KeptReport> = {}): KeptReport => ({
  reference,
  endpoint: here,
  serviceName: 'Graffiti',
  place: '318 Hoffman St',
  keptAt: new Date('2026-11-20T15:42:00Z'),
  ...more,
});

const request = {
  serviceRequestId: '26-1',
  status: 'closed',
  statusLabel: 'Closed',
  requestedDatetime: new Date('2026-11-20T15:42:00Z'),
  mediaUrls: ['https://city.example/1.jpg'],
  notes: [{ description: 'Gone.', mediaUrls: [] }],
} as const;

/** Writes into the database as another hand would. */
async function byHand(...rows: readonly unknown[]): Promise<void> {
  const database = await openDB('citydesk');
  for (const row of rows) await database.put('reports', row);
  database.close();
}

/** A page of the same origin that does `script` with the store, as another tab would. */
async function anotherTab(script: string): Promise<{ readonly close: () => void }> {
  const frame = document.createElement('iframe');
  const module = document.createElement('script');
  document.body.append(frame);
  const inside = frame.contentWindow as Window & { done?: () => void; failed?: (error: unknown) => void };
  const store = new URL('./store.ts', import.meta.url).href;
  module.type = 'module';
  module.textContent = `import { openDeviceStore } from '${store}'; const store = openDeviceStore();
    (async () => { ${script} })().then(done, failed);`;
  await new Promise<void>((resolve, reject) => {
    inside.done = resolve;
    inside.failed = reject;
    frame.contentDocument!.body.append(module);
  });
  return { close: () => frame.remove() };
}

describe('the store of the device', () => {
  const store = openDeviceStore();
  const references = async (endpoint = here) => (await store.reports(endpoint)).map(({ reference }) => reference);

  ownDevice();

  it('is not there before something is kept: reading, removing and forgetting make none', async () => {
    expect(await store.reports(here)).to.deep.equal([]);
    await store.remove(here, '26-1');
    await store.forget(here);
    await store.forget();
    await store.keep(report('26-1'), 'token');
    expect(await anythingKept()).to.equal(false);
  });

  it('gives a report back as it was kept', async () => {
    const kept = report('26-1', { seen: { request, at: new Date('2026-11-21T08:00:00Z') } });
    await store.keep(kept);
    expect(await anythingKept()).to.equal(true);
    expect(await store.reports(here)).to.deep.equal([kept]);
  });

  it('keeps the reports of cities apart, even where their numbers are the same', async () => {
    await store.keep(report('1'));
    await store.keep(report('1', { endpoint: there, place: 'Elsewhere' }));
    expect((await store.reports(there)).map(({ place }) => place)).to.deep.equal(['Elsewhere']);
    expect((await store.reports(here)).map(({ place }) => place)).to.deep.equal(['318 Hoffman St']);
  });

  it('lists the last kept first, and a report that is kept again once', async () => {
    for (const day of [20, 22, 21]) await store.keep(report(`26-${day}`, { keptAt: new Date(`2026-11-${day}`) }));
    await store.keep(report('26-20', { keptAt: new Date('2026-11-20'), place: 'Corrected' }));
    expect(await references()).to.deep.equal(['26-22', '26-21', '26-20']);
  });

  it('puts the number in the place of the token', async () => {
    await store.keep(report('token'));
    await store.keep(report('26-1'), 'token');
    expect(await references()).to.deep.equal(['26-1']);
  });

  it('does not bring back what was forgotten meanwhile', async () => {
    await store.keep(report('26-1'));
    await store.keep(report('26-2'));
    await store.remove(here, '26-1');
    await store.keep(report('26-1', { seen: { request, at: new Date() } }), '26-1');
    expect(await references()).to.deep.equal(['26-2']);
  });

  it('removes a report by the token that it began with, after each later visit too', async () => {
    await store.keep(report('token'));
    await store.keep(report('26-1'), 'token');
    await store.keep(report('26-1', { seen: { request, at: new Date() } }), '26-1');
    await store.remove(here, 'token');
    expect(await anythingKept()).to.equal(false);
  });

  it('leaves nothing behind when the last report is removed, of whatever city', async () => {
    await store.keep(report('26-1'));
    await store.keep(report('26-2'));
    await store.keep(report('7', { endpoint: there }));
    await store.remove(here, '26-1');
    expect([await references(), await references(there)]).to.deep.equal([['26-2'], ['7']]);
    await store.forget(here);
    expect(await references(there)).to.deep.equal(['7']);
    expect(await anythingKept()).to.equal(true);
    await store.remove(there, '7');
    expect(await anythingKept()).to.equal(false);
  });

  it('forgets the reports of all cities at once', async () => {
    await store.keep(report('26-1'));
    await store.keep(report('7', { endpoint: there }));
    await store.forget();
    expect(await anythingKept()).to.equal(false);
  });

  it('loses no entry when many keep, remove and read at the same time', async () => {
    const numbers = Array.from({ length: 40 }, (_, at) => String(at));
    await store.keep(report('x'));
    await Promise.all([
      ...numbers.map((number) => store.keep(report(number))),
      ...numbers.map(() => store.remove(here, 'x')),
      ...numbers.map(() => store.reports(here)),
    ]);
    expect([...(await references())].sort()).to.deep.equal([...numbers].sort());
  });

  it('does not delete what is kept while it looks whether anything is left', async () => {
    const { count } = IDBObjectStore.prototype;
    let keeping: Promise<void> | undefined;
    IDBObjectStore.prototype.count = function () {
      keeping ??= store.keep(report('b'));
      return count.call(this);
    };
    await store.keep(report('a'));
    await store.remove(here, 'a');
    IDBObjectStore.prototype.count = count;
    await keeping;
    expect(await references()).to.deep.equal(['b']);
  });

  it('loses no entry of another tab', async () => {
    const keep = (number: string) => `store.keep({ reference: '${number}', endpoint: '${here}', keptAt: new Date() })`;
    const tabs = await Promise.all([
      anotherTab(`for (let i = 0; i < 5; i++) { await ${keep('x')}; await store.remove('${here}', 'x'); }`),
      anotherTab(`await ${keep('a')}; await ${keep('b')};`),
      anotherTab(`await store.reports('${here}'); await ${keep('c')};`),
    ]);
    for (const { close } of tabs) close();
    expect([...(await references())].sort()).to.deep.equal(['a', 'b', 'c']);
  });

  it('is deleted although another tab has it open', async () => {
    await store.keep(report('26-1'));
    const tab = await anotherTab(`await store.reports('${here}');`);
    await store.forget();
    tab.close();
    expect(await anythingKept()).to.equal(false);
  });

  it('leaves out what is no report, and what in a report cannot be', async () => {
    await store.keep(report('good'));
    const at = new Date();
    await byHand(
      { endpoint: here, reference: 'no date' },
      { endpoint: here, reference: 'text for a date', keptAt: '2026-11-20' },
      { endpoint: here, reference: 'broken date', keptAt: new Date(Number.NaN) },
      { endpoint: here, reference: '', keptAt: at },
      { endpoint: here, reference: ['list'], keptAt: at },
      { endpoint: here, reference: 5, keptAt: at },
      { ...report('texts'), serviceName: 5, place: ['x'], more: 'x', keptAt: new Date(0) },
    );
    const [good, texts, ...rest] = await store.reports(here);
    expect(rest).to.deep.equal([]);
    expect(good!.reference).to.equal('good');
    expect(texts).to.deep.equal({ reference: 'texts', endpoint: here, keptAt: new Date(0) });
  });

  for (const [name, seen] of [
    ['is no object', 'x'],
    ['has no date', { request }],
    ['has no request', { at: new Date() }],
    ['has a request of another shape', { at: new Date(), request: { id: 5 } }],
    ['has a list that is none', { at: new Date(), request: { ...request, mediaUrls: 'x' } }],
    ['has a link that runs a script', { at: new Date(), request: { ...request, mediaUrls: ['javascript:alert(1)'] } }],
    ['has a note of another shape', { at: new Date(), request: { ...request, notes: [null] } }],
    ['has a broken date', { at: new Date(), request: { ...request, updatedDatetime: 'yesterday' } }],
  ] as const) {
    it(`keeps a report, but not how it stood, where that ${name}`, async () => {
      await store.keep(report('26-1'));
      await byHand({ ...report('26-1'), seen });
      expect(await store.reports(here)).to.deep.equal([report('26-1')]);
    });
  }

  it('works with the database of a newer version, and makes its own room in one', async () => {
    const newer = await openDB('citydesk', 7, { upgrade: (database) => void database.createObjectStore('drafts') });
    await newer.put('drafts', 'x', 'one');
    newer.close();
    expect(await store.reports(here)).to.deep.equal([]);
    await store.keep(report('26-1'));
    expect(await references()).to.deep.equal(['26-1']);
    await store.remove(here, '26-1');
    const database = await openDB('citydesk');
    expect(await database.get('drafts', 'one'), 'what else is there stays').to.equal('x');
    database.close();
  });

  describe('for the resident’s own address', () => {
    const address = { label: '318 Hoffman St', lat: 41.94, long: -85.63 };

    it('has none before one is kept, and asking for it or taking it away makes no database', async () => {
      expect(await store.address()).to.equal(undefined);
      await store.keepAddress(undefined);
      expect(await anythingKept()).to.equal(false);
    });

    it('keeps one, the last', async () => {
      await store.keepAddress({ ...address, label: 'Elsewhere' });
      await store.keepAddress(address);
      expect(await store.address()).to.deep.equal(address);
      await store.keepAddress(undefined);
      expect(await store.address()).to.equal(undefined);
      expect(await anythingKept()).to.equal(false);
    });

    it('makes its room beside reports that are kept already, and the other way round', async () => {
      await store.keep(report('26-1'));
      await store.keepAddress(address);
      expect([await references(), await store.address()]).to.deep.equal([['26-1'], address]);
      await store.forget();
      await store.keepAddress(address);
      await store.keep(report('26-2'));
      expect([await references(), await store.address()]).to.deep.equal([['26-2'], address]);
    });

    it('outlives the reports of a city, and leaves them when it goes', async () => {
      await store.keep(report('26-1'));
      await store.keepAddress(address);
      await store.forget(here);
      expect([await references(), await store.address()]).to.deep.equal([[], address]);
      await store.keep(report('26-2'));
      await store.keepAddress(undefined);
      expect([await references(), await store.address()]).to.deep.equal([['26-2'], undefined]);
    });

    it('goes with everything else when all is forgotten', async () => {
      await store.keepAddress(address);
      await store.forget();
      expect(await anythingKept()).to.equal(false);
    });

    for (const [name, row] of [
      ['a text', 'x'],
      ['nothing', null],
      ['without a place', { label: 'x' }],
      ['a place in words', { label: 'x', lat: '41', long: '-85' }],
      ['no place on earth', { label: 'x', lat: Number.NaN, long: 0 }],
      ['without words', { lat: 1, long: 1, label: 5 }],
    ] as const) {
      it(`leaves out one that is ${name}`, async () => {
        await store.keepAddress(address);
        const database = await openDB('citydesk');
        await database.put('addresses', row, 'own');
        database.close();
        expect(await store.address()).to.equal(undefined);
      });
    }

    it('says so with an error where the device is full, and leaves no empty database', async () => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('Full.', 'QuotaExceededError');
      };
      const error = await store.keepAddress(address).catch((reason: unknown) => reason);
      IDBObjectStore.prototype.put = put;
      expect(String(error)).to.include('QuotaExceededError');
      expect(await anythingKept()).to.equal(false);
    });
  });

  describe('says so with an error', () => {
    const rejected = async (work: Promise<unknown>) =>
      work.then(
        () => undefined,
        (error: unknown) => error,
      );
    const replaced = (value: unknown, during: () => Promise<void>) => {
      const own = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB')!;
      Object.defineProperty(globalThis, 'indexedDB', { configurable: true, value });
      return during().finally(() => Object.defineProperty(globalThis, 'indexedDB', own));
    };
    const every = () => [store.reports(here), store.keep(report('1')), store.remove(here, '1'), store.forget()];

    it('where there is no storage, or it is denied', async () => {
      const denied = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      };
      for (const value of [undefined, { open: denied, deleteDatabase: denied }]) {
        await replaced(value, async () => {
          for (const work of every()) {
            const error = await rejected(work);
            expect(error instanceof Error && Object.getPrototypeOf(error) === Error.prototype).to.equal(true);
          }
        });
      }
    });

    it('where something else holds the database and does not let go', async () => {
      await store.keep(report('26-1'));
      const held = await openDB('citydesk');
      const error = await rejected(store.forget());
      held.close();
      expect(String(error)).to.include('no answer');
    }).timeout(10_000);

    it('where it is full, and leaves no empty database', async () => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('Full.', 'QuotaExceededError');
      };
      const error = await rejected(store.keep(report('26-1')));
      IDBObjectStore.prototype.put = put;
      expect(String(error)).to.include('QuotaExceededError');
      expect(await anythingKept()).to.equal(false);
    });
  });
});

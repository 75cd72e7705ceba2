import { expect } from '@open-wc/testing';
import { freshCity, type TestCity } from '@citydesk/sandbox/testing';
import { everythingKept } from '../../test/device-scan.ts';
import { isOnline, opensForm, toTheEnd } from '../../test/pages.ts';

type Realm = Window & typeof globalThis;

const refuses = (name: string) => () => {
  throw new DOMException('not here', name);
};

const devices: Readonly<Record<string, readonly [storage: 'device' | 'none', prepare: (realm: Realm) => void]>> = {
  'that is shared, and keeps nothing': ['none', () => {}],
  'that denies its storage': [
    'device',
    ({ IDBFactory }) => {
      IDBFactory.prototype.open = refuses('SecurityError');
      IDBFactory.prototype.databases = () => Promise.reject(new DOMException('not here', 'SecurityError'));
    },
  ],
  'whose storage is full': [
    'device',
    ({ IDBObjectStore }) => (IDBObjectStore.prototype.put = refuses('QuotaExceededError')),
  ],
};

for (const [name, [storage, prepare]] of Object.entries(devices)) {
  describe(`a report on a device ${name}`, () => {
    let city: TestCity;
    let before: number;
    beforeEach(async () => {
      city = await freshCity();
      before = (await city.rows()).length;
    });
    afterEach(() => city.close());
    const filed = async () => (await city.rows()).length - before;

    it('waits on the page alone, says so, and goes out from there', async () => {
      const page = await opensForm({ endpoint: city.endpoint, storage }, (realm) => {
        isOnline(realm, false);
        prepare(realm);
      });
      await toTheEnd(page);
      await page.resident.presses('Send report');
      await page.resident.arrivesAt('Your report is not sent yet');
      await page.resident.sees('It is only on this page. Keep the page open.');
      expect(page.resident.text).not.to.include('when you open this site again');
      expect(await everythingKept()).not.to.include('ada@example.com');
      isOnline(page.realm, true);
      await page.resident.getsReceipt();
      expect(await filed()).to.equal(1);
      expect(page.told).to.deep.equal(['request-failed: offline', 'request-submitted']);
    });

    it('is looked for by itself where no clear answer came back', async () => {
      const page = await opensForm({ endpoint: city.endpoint, storage }, prepare);
      await toTheEnd(page);
      await city.fail({ route: 'post', kind: 'down', committed: true }, { route: 'requests', kind: 'error-500' });
      await page.resident.presses('Send report');
      await page.resident.arrivesAt('We are finding out if the city has your report');
      await page.resident.sees('It is only on this page. Keep the page open.');
      await city.heal();
      await page.resident.getsReceipt();
      expect(await filed()).to.equal(1);
    });

    it('stays in sight while another one is written', async () => {
      const page = await opensForm({ endpoint: city.endpoint, storage }, (realm) => {
        isOnline(realm, false);
        prepare(realm);
      });
      await toTheEnd(page);
      await page.resident.presses('Send report');
      await page.resident.arrivesAt('Your report is not sent yet');
      await page.resident.presses('Report something else');
      await page.resident.sees(/Your report from .+ is not sent yet\. It is only on this page\. Keep the page open\./);
      isOnline(page.realm, true);
      await page.resident.sees(/The city has your report from/);
      expect(await filed()).to.equal(1);
    });
  });
}

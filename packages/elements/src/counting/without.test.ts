import { expect } from '@open-wc/testing';
import { freshCity } from '@citydesk/sandbox/testing';
import { cityFile } from '../../test/city-file.ts';
import { Resident } from '../../test/resident.ts';

describe('a page whose city does not count', () => {
  it('fetches nothing of it, and sends nothing', async () => {
    const city = await freshCity();
    const sent: unknown[] = [];
    navigator.sendBeacon = (...post) => sent.push(post) > 0;
    const config = cityFile({ endpoint: city.endpoint, counts: false, channel: 'kiosk', bridges: undefined });
    const resident = await Resident.opens({ config });
    await resident.reportsGraffiti();
    await resident.presses('Send report');
    await resident.getsReceipt();
    dispatchEvent(new PageTransitionEvent('pagehide'));
    const fetched = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
    expect(fetched.some((path) => path.includes('city-file'))).to.equal(true);
    expect(fetched.filter((path) => /\/counting\/(?!without)|\/core\/src\/counts/.test(path))).to.deep.equal([]);
    expect(sent).to.deep.equal([]);
    Reflect.deleteProperty(navigator, 'sendBeacon');
    await city.close();
  });
});

import { expect } from '@open-wc/testing';
import { freshCity, type TestCity } from '@citydesk/sandbox/testing';
import { axeSays } from '../../test/axe.ts';
import { soon } from '../../test/pages.ts';
import { Resident } from '../../test/resident.ts';

(globalThis as unknown as Record<symbol, unknown>)[Symbol.for('citydesk.times')] = soon;

describe('what is said of a report that waits', () => {
  let city: TestCity;
  beforeEach(async () => {
    city = await freshCity();
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
  });
  afterEach(async () => {
    Reflect.deleteProperty(navigator, 'onLine');
    await city.close();
  });

  for (const scheme of ['light', 'dark'] as const) {
    for (const width of [320, 1000]) {
      it(`can be read and used by all, at ${width} px, ${scheme}`, async () => {
        const attributes = { endpoint: city.endpoint, 'service-code': 'graffiti', phone: '311', storage: 'none' };
        const resident = await Resident.opens(attributes, { width, scheme });
        await resident.saysWhere('318 Hoffman St');
        await resident.arrivesAt('Check and send');
        await resident.presses('Send report');
        await resident.arrivesAt('Your report is not sent yet');
        expect((await axeSays(resident.form)).violations).to.deep.equal([]);
        expect(resident.sticksOut).to.deep.equal([]);
        await resident.sees('Call 311');
        await resident.presses('Report something else');
        await resident.sees(/Your report from .+ is not sent yet\./);
        expect((await axeSays(resident.form)).violations).to.deep.equal([]);
        expect(resident.sticksOut).to.deep.equal([]);
        // With the report taken away, the next test begins with none.
        await resident.presses('Do not send it. Delete it');
        expect((await axeSays(resident.form)).violations).to.deep.equal([]);
        await resident.presses('Delete it');
        await resident.until('the card to go', () => !resident.text.includes('is not sent yet'));
      });
    }
  }

  it('holds the word for it, to be copied, and never that it failed', async () => {
    const attributes = { endpoint: city.endpoint, 'service-code': 'graffiti', storage: 'none' };
    const resident = await Resident.opens(attributes);
    await resident.saysWhere('318 Hoffman St');
    await resident.arrivesAt('Check and send');
    await resident.presses('Send report');
    await resident.arrivesAt('Your report is not sent yet');
    await resident.sees(/The word for your report CD-[0-9A-Z]{4}-[0-9A-Z]{4} Copy the word/);
    await resident.presses('Copy the word');
    await resident.sees(/The word is copied\.|Copying did not work\. Write the word down\./);
    expect(resident.text).not.to.match(/fail|error/i);
    await resident.presses('Do not send it. Delete it');
    await resident.arrivesAt('Check and send');
  });
});

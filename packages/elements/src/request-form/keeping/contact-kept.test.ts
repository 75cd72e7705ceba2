import { aTimeout, expect } from '@open-wc/testing';
import { freshCity, type TestCity } from '@citydesk/sandbox/testing';
import { everythingKept } from '../../../test/device-scan.ts';
import { isKept, leaves, savesSoon } from '../../../test/kept-drafts.ts';
import { Resident } from '../../../test/resident.ts';

describe('contact details', () => {
  let city: TestCity;
  savesSoon();
  beforeEach(async () => {
    city = await freshCity();
  });
  afterEach(() => city.close());
  const box = 'Keep my contact details on this device, too';

  const introduces = async (email: string) => {
    const resident = await Resident.opens({ endpoint: city.endpoint });
    await resident.reportsGraffiti();
    await resident.presses(/^Your name and contact/);
    await resident.types('Full name', 'Ada Canary');
    await resident.types('Email', email);
    await resident.types('Phone', '269 555 0199');
    await isKept(resident, city.endpoint, '"step":"check"');
    return resident;
  };

  it('are not kept anywhere unless the resident agrees, and are typed anew on return', async () => {
    const resident = await introduces('canary-no@example.com');
    await aTimeout(300);
    expect((await resident.field(box)).checked).to.equal(false);
    await resident.presses('Change: Place');
    await resident.arrivesAt('Show us where it is');
    await resident.types('Address or place', '318 Hoffman St, behind');
    await isKept(resident, city.endpoint, 'behind');
    expect(await everythingKept()).to.include('318 Hoffman St, behind');
    expect(await everythingKept()).not.to.match(/canary-no|Ada Canary|269 555 0199/);
    await leaves(resident);
    const second = await Resident.opens({ endpoint: city.endpoint });
    await second.presses('Go on with it');
    await second.arrivesAt('Show us where it is');
    expect(second.form.draft.contact).to.deep.equal({ name: '', email: '', phone: '' });
  });

  it('are kept once the resident has ticked the box, and there on return, with the tick', async () => {
    const resident = await introduces('canary-yes@example.com');
    await resident.chooses(box);
    await isKept(resident, city.endpoint, 'canary-yes@example.com');
    await leaves(resident);
    const second = await Resident.opens({ endpoint: city.endpoint });
    await second.presses('Go on with it');
    await second.arrivesAt('Check and send');
    expect(second.filledIn).to.deep.include({
      'Full name': 'Ada Canary',
      Email: 'canary-yes@example.com',
      [box]: 'yes',
    });
  });

  it('are gone at once when the tick is taken away', async () => {
    const resident = await introduces('canary-back@example.com');
    await resident.chooses(box);
    await isKept(resident, city.endpoint, 'canary-back@example.com');
    await resident.chooses(box);
    const end = performance.now() + 5000;
    while ((await everythingKept()).includes('canary-back') && performance.now() < end) await aTimeout(50);
    expect(await everythingKept()).not.to.include('canary-back');
    await isKept(resident, city.endpoint, '318 Hoffman St');
  });

  it('are no more agreed to for the next report', async () => {
    const resident = await introduces('canary-next@example.com');
    await resident.chooses(box);
    await isKept(resident, city.endpoint, 'canary-next@example.com');
    await resident.presses('Send report');
    await resident.getsReceipt();
    await resident.presses(/^Another problem at this place/);
    await resident.types('Say it in your own words', 'pot hole');
    await isKept(resident, city.endpoint, 'pot hole');
    expect(await everythingKept()).not.to.include('canary-next');
  });
});

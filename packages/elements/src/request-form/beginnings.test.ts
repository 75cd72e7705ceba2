import { expect } from '@open-wc/testing';
import { freshCity, type TestCity } from '@citydesk/sandbox/testing';
import { cityFile } from '../../test/city-file.ts';
import { Resident } from '../../test/resident.ts';
import { beginningIn } from './deep-link.ts';

describe('a report that begins with what the page knows', () => {
  let city: TestCity;

  beforeEach(async () => {
    city = await freshCity();
  });
  afterEach(async () => {
    history.replaceState(null, '', location.pathname + location.search);
    await city.close();
  });

  it('has a service: the page is for that one', async () => {
    const resident = await Resident.opens({ endpoint: city.endpoint, 'service-code': 'graffiti' });
    await resident.arrivesAt('Show us where it is');
    await resident.sees('Step 1 of 2');
    await resident.sees('Problem Graffiti');
    expect(resident.names('button')).not.to.include('Back');
  });

  it('has the service that the city file names', async () => {
    const resident = await Resident.opens({ config: cityFile({ endpoint: city.endpoint, serviceCode: 'graffiti' }) });
    await resident.arrivesAt('Show us where it is');
    await resident.sees('Problem Graffiti');
  });

  it('has a service the city does not know: it says so, shows the list and keeps what was typed', async () => {
    await city.fail({ route: 'services', kind: 'slow', ms: 600 });
    const resident = await Resident.opens({ endpoint: city.endpoint, 'service-code': 'moon' });
    await resident.types('Address or place', '318 Hoffman St');
    await resident.types('Tell us more (optional)', 'It is deep.');
    await resident.arrivesAt('What is the problem?');
    await resident.sees('The city does not take this kind of report here right now');
    await resident.sees('Choose from the list. What you wrote is still here.');
    expect(resident.focused?.id).to.equal('problems');
    await resident.presses(/^Animals/);
    await resident.presses(/^Loose or stray animal/);
    await resident.arrivesAt('Show us where it is');
    expect(resident.filledIn).to.deep.equal({
      'Address or place': '318 Hoffman St',
      'Tell us more (optional)': 'It is deep.',
    });
  });

  it('has place, contact and answers', async () => {
    const resident = await Resident.opens(
      { endpoint: city.endpoint, 'service-code': 'pothole' },
      {
        prefill: {
          place: { words: '1 Main St' },
          contact: { name: 'Ada Lovelace', email: 'ada@example.com' },
          answers: { size: 'small', lane: 'bike', count: '3', first_seen: '2026-11-02T09:15' },
        },
      },
    );
    await resident.arrivesAt('Show us where it is');
    expect((await resident.field('Address or place')).value).to.equal('1 Main St');
    await resident.presses('Continue');
    await resident.arrivesAt('A few questions');
    await resident.sees('How big is the hole?');
    expect(resident.filledIn).to.deep.equal({
      'Smaller than a dinner plate': 'yes',
      'Bike lane': 'yes',
      'How many holes are there? (optional)': '3',
      Day: '2026-11-02',
      'Time (optional)': '09:15',
    });
    await resident.presses('Continue');
    await resident.arrivesAt('Check and send');
    await resident.sees('Monday, November 2, 9:15 AM');
    expect(resident.filledIn).to.deep.equal({ 'Full name': 'Ada Lovelace', Email: 'ada@example.com' });
  });

  it('has more later, but never over what was typed', async () => {
    const resident = await Resident.opens({ endpoint: city.endpoint, 'service-code': 'graffiti' });
    await resident.types('Address or place', 'Here');
    resident.form.prefill = { place: { words: 'There' }, contact: { phone: '269 555 0142' } };
    await resident.form.updateComplete;
    expect(resident.form.draft.place.words).to.equal('Here');
    expect(resident.form.draft.contact.phone).to.equal('269 555 0142');
  });

  it('has what the link says: service, point and address', async () => {
    history.replaceState(null, '', '#citydesk:service=graffiti&lat=41.94&long=-85.63&address=318%20Hoffman%20St');
    const resident = await Resident.opens({ endpoint: city.endpoint });
    await resident.arrivesAt('Show us where it is');
    await resident.sees('A point on the map goes with the report.');
    expect((await resident.field('Address or place')).value).to.equal('318 Hoffman St');
    await resident.presses('Continue');
    await resident.arrivesAt('Check and send');
    await resident.presses('Send report');
    await resident.getsReceipt();
    const [row] = await city.rows();
    expect(row).to.include({ serviceCode: 'graffiti', address: '318 Hoffman St', lat: 41.94, long: -85.63 });
  });

  for (const link of ['#citydesk:lat=41.94&long=-85.63', '#citydesk:request=2026-000001', '#top', '#citydesk:']) {
    it(`keeps the page's own service where the link ${link} names none`, async () => {
      history.replaceState(null, '', link);
      const resident = await Resident.opens({ endpoint: city.endpoint, 'service-code': 'graffiti' });
      await resident.arrivesAt('Show us where it is');
      await resident.sees('Problem Graffiti');
    });
  }
});

describe('the link into the form', () => {
  const read = (fragment: string) => beginningIn(fragment);

  it('says nothing in any other fragment', () => {
    for (const other of ['', '#', '#top', '#service=graffiti', '#/citydesk:service=graffiti']) {
      expect(read(other), other).to.deep.equal({});
    }
  });

  it('may name a service of any code', () => {
    expect(read('#citydesk:service=Animals%2FNoise%20%26%20more').serviceCode).to.equal('Animals/Noise & more');
  });

  it('leaves out a place that is not on the globe, or only half there', () => {
    for (const place of [
      'lat=91&long=0',
      'lat=0&long=181',
      'lat=x&long=1',
      'lat=1',
      'long=1',
      'lat=&long=',
      'lat=1&long=NaN',
    ]) {
      expect(read(`#citydesk:${place}`).place, place).to.equal(undefined);
    }
    expect(read('#citydesk:lat=-90&long=180').place?.point).to.deep.equal({ lat: -90, long: 180 });
  });
});

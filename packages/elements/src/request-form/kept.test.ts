import { aTimeout, expect } from '@open-wc/testing';
import { freshCity, type TestCity } from '@citydesk/sandbox/testing';
import { Resident } from '../../test/resident.ts';

describe('what was typed', () => {
  let city: TestCity;

  beforeEach(async () => {
    city = await freshCity();
  });
  afterEach(() => city.close());

  const where = { 'Address or place': '318 Hoffman St', 'Tell us more (optional)': 'It is deep.' };
  const answers = {
    'Bigger than a car tire': 'yes',
    'At the curb': 'yes',
    'How many holes are there? (optional)': '2',
    Day: '2026-11-02',
  };
  const contact = { 'Full name': 'Ada Lovelace', Email: 'ada@example.com', Phone: '269 555 0142' };

  const toTheEnd = async () => {
    const resident = await Resident.opens({ endpoint: city.endpoint });
    await resident.types('Say it in your own words', 'pot hole');
    await resident.presses(/^Pothole/);
    await resident.saysWhere('318 Hoffman St', 'It is deep.');
    await resident.arrivesAt('A few questions');
    await resident.chooses('Bigger than a car tire');
    await resident.chooses('At the curb');
    await resident.types('How many holes are there? (optional)', '2');
    await resident.types('Day', '2026-11-02');
    await resident.presses('Continue');
    await resident.arrivesAt('Check and send');
    await resident.presses(/^Your name and contact/);
    await resident.types('Full name', 'Ada Lovelace');
    await resident.types('Email', 'ada@example.com');
    await resident.types('Phone', '269 555 0142');
    return resident;
  };

  it('is kept all the way back, and forward again', async () => {
    const resident = await toTheEnd();
    expect(resident.filledIn).to.deep.equal(contact);
    await resident.presses('Back');
    await resident.arrivesAt('A few questions');
    expect(resident.filledIn).to.deep.equal(answers);
    await resident.presses('Back');
    await resident.arrivesAt('Show us where it is');
    expect(resident.filledIn).to.deep.equal(where);
    await resident.presses('Back');
    await resident.arrivesAt('What is the problem?');
    expect(resident.filledIn).to.deep.equal({ 'Say it in your own words': 'pot hole' });
    await resident.presses(/^Pothole/);
    await resident.arrivesAt('Show us where it is');
    await resident.presses('Continue');
    await resident.arrivesAt('A few questions');
    await resident.sees('How big is the hole?');
    expect(resident.filledIn).to.deep.equal(answers);
    await resident.presses('Continue');
    await resident.arrivesAt('Check and send');
    expect(resident.filledIn).to.deep.equal(contact);
  });

  it('is kept over another choice of service, and back', async () => {
    const resident = await toTheEnd();
    await resident.presses('Change: Problem');
    await resident.arrivesAt('What is the problem?');
    await resident.types('Say it in your own words', 'graffiti');
    await resident.presses(/^Graffiti/);
    await resident.arrivesAt('Show us where it is');
    expect(resident.filledIn).to.deep.equal(where);
    await resident.presses('Change: Problem');
    await resident.types('Say it in your own words', 'pot hole');
    await resident.presses(/^Pothole/);
    await resident.arrivesAt('Show us where it is');
    await resident.presses('Continue');
    await resident.arrivesAt('A few questions');
    await resident.sees('How big is the hole?');
    expect(resident.filledIn).to.deep.equal(answers);
  });

  it('can be read by the page', async () => {
    const resident = await toTheEnd();
    expect(resident.form.draft).to.deep.equal({
      words: 'pot hole',
      serviceCode: 'pothole',
      place: { words: '318 Hoffman St', point: undefined },
      description: 'It is deep.',
      photos: [],
      answers: { size: 'large', lane: 'curb', count: '2', first_seen: '2026-11-02' },
      contact: { name: 'Ada Lovelace', email: 'ada@example.com', phone: '269 555 0142' },
    });
  });

  it('is kept when the page moves the form', async () => {
    const resident = await toTheEnd();
    const elsewhere = document.createElement('main');
    document.body.append(elsewhere);
    elsewhere.append(resident.form);
    await resident.form.updateComplete;
    expect(resident.heading).to.equal('Check and send');
    expect(resident.filledIn).to.deep.equal(contact);
    await resident.presses('Send report');
    await resident.getsReceipt();
    expect((await city.rows())[0]).to.include({ address: '318 Hoffman St', email: 'ada@example.com' });
    elsewhere.remove();
  });

  it('is sent once when the page moves the form meanwhile', async () => {
    const resident = await toTheEnd();
    const before = (await city.rows()).length;
    await city.fail({ route: 'post', kind: 'slow', ms: 400 });
    await resident.presses('Send report');
    const elsewhere = document.createElement('main');
    document.body.append(elsewhere);
    elsewhere.append(resident.form);
    await resident.getsReceipt();
    await aTimeout(600);
    expect((await city.rows()).length).to.equal(before + 1);
    elsewhere.remove();
  });

  it('is sent once however often the button is pressed', async () => {
    const resident = await toTheEnd();
    const before = (await city.rows()).length;
    await city.fail({ route: 'post', kind: 'slow', ms: 200 });
    const button = await resident.button('Send report');
    for (let i = 0; i < 20; i++) button.click();
    await resident.getsReceipt();
    await aTimeout(300);
    expect((await city.rows()).length).to.equal(before + 1);
  });

  it('in one form is not in another on the same page', async () => {
    const first = await Resident.opens({ endpoint: city.endpoint, 'service-code': 'graffiti' });
    const second = await Resident.opens({ endpoint: city.endpoint, 'service-code': 'pothole' });
    await first.types('Address or place', 'Here');
    await second.types('Address or place', 'There');
    await first.presses('Continue');
    await second.presses('Continue');
    await first.arrivesAt('Check and send');
    await second.arrivesAt('A few questions');
    await first.sees('Place Here');
    await second.sees('Place There');
    await first.presses('Send report');
    await first.getsReceipt();
    expect(second.heading).to.equal('A few questions');
    expect((await city.rows())[0]).to.include({ address: 'Here', serviceCode: 'graffiti' });
  });
});

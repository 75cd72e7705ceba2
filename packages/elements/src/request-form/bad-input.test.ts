import { expect } from '@open-wc/testing';
import { freshCity, type Fault, type TestCity } from '@citydesk/sandbox/testing';
import { Resident } from '../../test/resident.ts';

const where = { 'Address or place': '318 Hoffman St', 'Tell us more (optional)': 'It is deep.' };

let city: TestCity;
beforeEach(async () => {
  city = await freshCity();
});
afterEach(() => city.close());

describe('while the list of services', () => {
  const said = (kind: string) => `${kind}: says so, keeps the words, and tries again when asked`;
  const faults: Readonly<Record<string, Fault>> = {
    'cannot be reached': { route: 'services', kind: 'down' },
    'is a web page': { route: 'services', kind: 'html' },
    'is an error in a good answer': { route: 'services', kind: 'ok-with-error' },
    'is a server error': { route: 'services', kind: 'error-500' },
    'is not there': { route: 'services', kind: 'not-found' },
  };
  for (const [name, fault] of Object.entries(faults)) {
    it(said(name), async () => {
      await city.fail(fault);
      const resident = await Resident.opens({ endpoint: city.endpoint, phone: '311' });
      await resident.types('Say it in your own words', 'pot hole');
      await resident.sees('The list did not load. Try again, or call us. What you typed is still here.');
      await resident.sees('Call 311.');
      expect(resident.filledIn).to.deep.equal({ 'Say it in your own words': 'pot hole' });
      await city.heal();
      await resident.presses('Try again');
      await resident.presses(/^Pothole in the street/);
      await resident.arrivesAt('Show us where it is');
      expect(resident.form.draft.words).to.equal('pot hole');
    });
  }

  it('takes 3 seconds one can type, and the matches come with it', async () => {
    await city.fail({ route: 'services', kind: 'slow', ms: 3000 });
    const begun = performance.now();
    const resident = await Resident.opens({ endpoint: city.endpoint });
    await resident.sees('The list is on its way. You can type now.');
    await resident.types('Say it in your own words', 'pot hole');
    expect(performance.now() - begun).to.be.lessThan(1500);
    const field = await resident.field('Say it in your own words');
    await resident.sees('Closest matches');
    expect(performance.now() - begun).to.be.greaterThan(2500);
    expect((await resident.field('Say it in your own words')) === field, 'the same field').to.equal(true);
    expect([field.value, resident.focused === field]).to.deep.equal(['pot hole', true]);
  });

  it('takes 3 seconds a page for one service is already there', async () => {
    await city.fail({ route: '*', kind: 'slow', ms: 3000 });
    const resident = await Resident.opens({ endpoint: city.endpoint, 'service-code': 'pothole' });
    await resident.saysWhere('318 Hoffman St', 'It is deep.');
    await resident.arrivesAt('A few questions');
    await resident.sees('The questions are on their way.');
    expect(resident.names('button')).not.to.include('Continue');
    await resident.sees('How big is the hole?');
    await resident.presses('Back');
    await resident.arrivesAt('Show us where it is');
    expect(resident.filledIn).to.deep.equal(where);
  });

  it('is empty: says that nothing can be reported, and keeps the words', async () => {
    await city.fail({ route: 'services', kind: 'empty' });
    const resident = await Resident.opens({ endpoint: city.endpoint, phone: '311' });
    await resident.types('Say it in your own words', 'pot hole');
    await resident.sees('The city takes no reports here right now.');
    await resident.sees('Call 311.');
    expect(resident.filledIn).to.deep.equal({ 'Say it in your own words': 'pot hole' });
  });

  it('is empty a page for one service says so too, and keeps what was typed', async () => {
    await city.fail({ route: 'services', kind: 'slow', ms: 500 });
    await city.fail({ route: 'services', kind: 'empty', ms: 500 });
    const resident = await Resident.opens({ endpoint: city.endpoint, 'service-code': 'pothole' });
    await resident.types('Address or place', '318 Hoffman St');
    await resident.arrivesAt('What is the problem?');
    await resident.sees('The city takes no reports here right now.');
    expect(resident.form.draft.place.words).to.equal('318 Hoffman St');
  });
});

describe('while the questions of a service', () => {
  const toTheQuestions = async (fault: Fault, code = 'pothole') => {
    await city.fail(fault);
    const resident = await Resident.opens({ endpoint: city.endpoint, 'service-code': code });
    await resident.saysWhere('318 Hoffman St', 'It is deep.');
    return resident;
  };
  const keepsWhere = async (resident: Resident) => {
    await resident.presses('Back');
    await resident.arrivesAt('Show us where it is');
    expect(resident.filledIn).to.deep.equal(where);
    await resident.presses('Continue');
  };

  for (const kind of ['down', 'html', 'error-500', 'not-found', 'ok-with-error'] as const) {
    it(`fail (${kind}) where the city promised some: says so, keeps what was typed, and tries again`, async () => {
      const resident = await toTheQuestions({ route: 'definition', kind });
      await resident.arrivesAt('A few questions');
      await resident.sees('The city’s questions did not load');
      await resident.sees('Try again, or go on. You can go back and tell us more in your own words.');
      await keepsWhere(resident);
      await resident.arrivesAt('A few questions');
      await city.heal();
      await resident.presses('Try again');
      await resident.sees('How big is the hole?');
      await resident.chooses('Bigger than a car tire');
      await resident.chooses('At the curb');
      await resident.presses('Continue');
      await resident.arrivesAt('Check and send');
    });
  }

  it('fail for good the report can go on without them', async () => {
    const resident = await toTheQuestions({ route: 'definition', kind: 'error-500' });
    await resident.arrivesAt('A few questions');
    await resident.sees('The city’s questions did not load');
    await resident.presses('Continue');
    await resident.arrivesAt('Check and send');
    await resident.sees('318 Hoffman St');
    await resident.sees('It is deep.');
  });

  it('are not there where the city promised none, nobody hears of it', async () => {
    const resident = await toTheQuestions({ route: 'definition', kind: 'not-found' }, 'graffiti');
    await resident.arrivesAt('Check and send');
    await resident.sees('Step 2 of 2');
    expect(resident.text).not.to.include('did not load');
    await resident.presses('Back');
    await resident.arrivesAt('Show us where it is');
    expect(resident.filledIn).to.deep.equal(where);
  });
});

import { aTimeout, expect } from '@open-wc/testing';
import { freshCity, type Fault, type TestCity } from '@citydesk/sandbox/testing';
import { realTimes } from '@citydesk/core/outbox';
import { openItemStore } from '../device/item-store.ts';
import { Resident } from '../../test/resident.ts';

const where = { 'Address or place': '318 Hoffman St', 'Tell us more (optional)': 'It is deep.' };
const answers = { 'Bigger than a car tire': 'yes', 'At the curb': 'yes', 'How many holes are there? (optional)': '2' };
const contact = { 'Full name': 'Ada Lovelace', Email: 'ada@example.com', Phone: '269 555 0142' };

describe('when a report is sent and', () => {
  let city: TestCity;
  let before: number;

  /** Whoever is asked and does not answer in full is asked again soon, in these tests. */
  (globalThis as unknown as Record<symbol, unknown>)[Symbol.for('citydesk.times')] = {
    ...realTimes,
    firstPause: 50,
    longestPause: 200,
    lateCommit: 300,
    lookAgain: 50,
    lookFor: 300,
    slowPause: 500,
  };

  beforeEach(async () => {
    city = await freshCity();
  });
  afterEach(async () => {
    Reflect.deleteProperty(navigator, 'onLine');
    await city.close();
  });

  const toTheEnd = async () => {
    const resident = await Resident.opens({ endpoint: city.endpoint, 'service-code': 'pothole', phone: '311' });
    await resident.saysWhere('318 Hoffman St', 'It is deep.');
    await resident.arrivesAt('A few questions');
    await resident.chooses('Bigger than a car tire');
    await resident.chooses('At the curb');
    await resident.types('How many holes are there? (optional)', '2');
    await resident.presses('Continue');
    await resident.arrivesAt('Check and send');
    await resident.presses(/^Your name and contact/);
    await resident.types('Full name', 'Ada Lovelace');
    await resident.types('Email', 'ada@example.com');
    await resident.types('Phone', '269 555 0142');
    before = (await city.rows()).length;
    return resident;
  };
  const filed = async () => (await city.rows()).length - before;
  /** No report is left on the device. */
  const noneWaits = async () => {
    const isHere = async () => (await openItemStore('device').all()).length > 0;
    for (const end = performance.now() + 3000; (await isHere()) && performance.now() < end;) await aTimeout(20);
    expect(await isHere()).to.equal(false);
  };

  /** Walks back over every screen and looks into every field. */
  const keepsAll = async (resident: Resident) => {
    expect(resident.filledIn).to.deep.equal(contact);
    await resident.presses('Back');
    await resident.arrivesAt('A few questions');
    expect(resident.filledIn).to.deep.equal(answers);
    await resident.presses('Back');
    await resident.arrivesAt('Show us where it is');
    expect(resident.filledIn).to.deep.equal(where);
    await resident.presses('Continue');
    await resident.arrivesAt('A few questions');
    await resident.presses('Continue');
    await resident.arrivesAt('Check and send');
    expect(resident.filledIn).to.deep.equal(contact);
  };

  const unclear: Readonly<Record<string, readonly [rows: number, fault: Fault]>> = {
    'the connection drops after the city wrote it': [1, { route: 'post', kind: 'down', committed: true }],
    'the connection drops before': [0, { route: 'post', kind: 'down' }],
    'a server error comes back': [0, { route: 'post', kind: 'error-500' }],
    'a server error comes back for a report it wrote': [1, { route: 'post', kind: 'error-500', committed: true }],
    'a web page comes back': [0, { route: 'post', kind: 'html' }],
    'the city is too busy': [0, { route: 'post', kind: 'busy' }],
  };
  for (const [name, [rows, fault]] of Object.entries(unclear)) {
    it(`${name}: finds out by itself whether the city has it, and the city gets it once`, async () => {
      const resident = await toTheEnd();
      await city.fail(fault, { route: 'requests', kind: 'error-500' });
      await resident.presses('Send report');
      await resident.arrivesAt('We are finding out if the city has your report');
      await resident.sees('No clear answer came back. Do not send it again. We keep checking.');
      await resident.sees('It is kept on this device.');
      expect(resident.focused?.id).to.equal('title');
      expect(resident.names('button')).not.to.include('Send report');
      await aTimeout(100);
      expect(await filed()).to.equal(rows);
      await city.heal();
      await resident.getsReceipt();
      expect(await filed()).to.equal(1);
      const [row] = await city.rows();
      expect(row).to.deep.include({
        address: '318 Hoffman St',
        attributes: { size: 'large', lane: 'curb', count: '2' },
        email: 'ada@example.com',
      });
      expect(row!.description).to.match(/^It is deep\.\s+\(Reference CD-[0-9A-Z]{4}-[0-9A-Z]{4}\)$/);
    });
  }

  /** A city that does not write it down, and has no list. */
  const cannotTell = async (committed: boolean) =>
    city.fail({ route: 'post', kind: 'error-500', committed }, { route: 'requests', kind: 'not-found' });

  it('nobody can tell: asks the resident, and sends it once more when told so', async () => {
    const resident = await toTheEnd();
    await cannotTell(false);
    await resident.presses('Send report');
    await resident.arrivesAt('We cannot tell if the city has your report');
    await resident.sees(/Call 311 and give them the word CD-....-....\./);
    await resident.sees('Or send it again. Then the city may get it two times.');
    expect(await filed()).to.equal(0);
    await city.heal();
    await resident.presses('Send it again');
    await resident.getsReceipt();
    expect(await filed()).to.equal(1);
  });

  it('nobody can tell: deletes it when told so, with all that was written still in the form', async () => {
    const resident = await toTheEnd();
    await cannotTell(true);
    await resident.presses('Send report');
    await resident.arrivesAt('We cannot tell if the city has your report');
    await resident.presses('Do not send it. Delete it');
    await resident.arrivesAt('Check and send');
    await keepsAll(resident);
    await noneWaits();
    expect(await filed()).to.equal(1);
  });

  it('the city has it already, says so and does not ask to send it again', async () => {
    await city.close();
    city = await freshCity({ dialect: 'duplicates' });
    const resident = await toTheEnd();
    await cannotTell(true);
    await resident.presses('Send report');
    await resident.arrivesAt('We cannot tell if the city has your report');
    await city.heal();
    await resident.presses('Send it again');
    await resident.sees('The city already has this report');
    await resident.sees('You do not need to send it again.');
    expect(await filed()).to.equal(1);
    expect(resident.filledIn).to.deep.equal(contact);
    await noneWaits();
  });

  it('the device knows that it has no connection: says so, and sends it when there is one', async () => {
    const resident = await toTheEnd();
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    await resident.presses('Send report');
    await resident.arrivesAt('Your report is not sent yet');
    Reflect.deleteProperty(navigator, 'onLine');
    await resident.sees('If you close this page, it goes out when you open this site again.');
    expect(resident.focused?.id).to.equal('title');
    expect(await filed()).to.equal(0);
    dispatchEvent(new Event('online'));
    await resident.getsReceipt();
    expect(await filed()).to.equal(1);
    await noneWaits();
  });

  it('the device has no connection: the report can be taken back, with all that was written', async () => {
    const resident = await toTheEnd();
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    await resident.presses('Send report');
    await resident.arrivesAt('Your report is not sent yet');
    await resident.presses('Do not send it. Delete it');
    await resident.arrivesAt('Check and send');
    Reflect.deleteProperty(navigator, 'onLine');
    await keepsAll(resident);
    await noneWaits();
    await resident.presses('Send report');
    await resident.getsReceipt();
    expect(await filed()).to.equal(1);
  });

  it('another one is wanted while it waits: the first stays, and goes out beside', async () => {
    const resident = await toTheEnd();
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    await resident.presses('Send report');
    await resident.arrivesAt('Your report is not sent yet');
    await resident.presses('Report something else');
    await resident.arrivesAt('Show us where it is');
    expect(resident.filledIn).to.deep.equal({});
    await resident.sees(/Your report from .+ \(Pothole in the street, 318 Hoffman St\) is not sent yet\./);
    Reflect.deleteProperty(navigator, 'onLine');
    dispatchEvent(new Event('online'));
    await resident.sees(/The city has your report from .+ \(Pothole in the street, 318 Hoffman St\) now\./);
    expect(await filed()).to.equal(1);
    await resident.presses('I have seen this');
    await noneWaits();
  });

  it('the city refuses one answer: lands on the question, with the city’s words', async () => {
    const resident = await toTheEnd();
    await city.fail({ route: 'post', kind: 'attribute-400', attribute: 'count' });
    await resident.presses('Send report');
    await resident.arrivesAt('A few questions');
    const words = 'Change this answer. The city says: “The city cannot take this answer. (attribute[count])”';
    expect(resident.problems).to.deep.equal([words]);
    expect(resident.focused?.id).to.equal('problems');
    expect(resident.filledIn).to.deep.equal(answers);
    await resident.follows(words);
    expect(await resident.isAt('field', 'How many holes are there? (optional)')).to.equal(true);
    await city.heal();
    await resident.types('How many holes are there? (optional)', '1');
    await resident.presses('Continue');
    await resident.arrivesAt('Check and send');
    expect(resident.filledIn).to.deep.equal(contact);
    await resident.presses('Send report');
    await resident.getsReceipt();
    expect(await filed()).to.equal(1);
  });

  it('the city refuses the email, as its own check does: lands on the email', async () => {
    const resident = await toTheEnd();
    await resident.types('Email', 'ada(x)@example.com');
    await resident.presses('Send report');
    await resident.sees('Change this. The city says: “Write an email address, like name@example.com. (email)”');
    await resident.follows(/^Change this/);
    expect(await resident.isAt('field', 'Email')).to.equal(true);
    expect(resident.filledIn).to.deep.equal({ ...contact, Email: 'ada(x)@example.com' });
    expect(await filed()).to.equal(0);
  });

  it('the city refuses the place, as its own check does: lands on the place', async () => {
    const resident = await toTheEnd();
    await resident.presses('Change: Place');
    await resident.arrivesAt('Show us where it is');
    const long = 'x'.repeat(501);
    await resident.types('Address or place', long);
    for (const step of ['A few questions', 'Check and send']) {
      await resident.presses('Continue');
      await resident.arrivesAt(step);
    }
    await resident.presses('Send report');
    await resident.arrivesAt('Show us where it is');
    await resident.sees(/Check the place\. The city says: “This is 501 characters long\. Use 500 or fewer\./);
    expect(resident.filledIn).to.deep.equal({ ...where, 'Address or place': long });
  });

  for (const [name, kind, words] of [
    [
      'an error in a good answer',
      'ok-with-error',
      'The city says: “The city could not take this.” All you wrote is still here.',
    ],
    ['a service it no longer knows', 'not-found', 'The city says: “service_code was not found. (service_code)”'],
  ] as const) {
    it(`the city refuses with ${name}: says so in its words, and keeps everything`, async () => {
      const resident = await toTheEnd();
      await city.fail({ route: 'post', kind });
      await resident.presses('Send report');
      await resident.sees('The city did not take the report yet');
      await resident.sees(words);
      expect(resident.heading).to.equal('Check and send');
      expect(resident.focused?.id).to.equal('problems');
      await keepsAll(resident);
      await city.heal();
      await resident.presses('Send report');
      await resident.getsReceipt();
      expect(await filed()).to.equal(1);
    });
  }

  it('it takes long: says so after a while, and takes what is typed meanwhile along', async () => {
    const resident = await toTheEnd();
    await city.fail({ route: 'post', kind: 'slow', ms: 9500, times: 1 });
    await resident.presses('Send report');
    await resident.sees('Sending your report.');
    await resident.types('Phone', '311');
    await aTimeout(7000);
    await resident.sees('Still sending. Keep this page open.');
    await resident.getsReceipt();
    expect(await filed()).to.equal(1);
  });

  it('the request cannot be read back: the receipt still stands', async () => {
    const resident = await toTheEnd();
    await city.fail({ route: 'requests', kind: 'error-500' });
    await resident.presses('Send report');
    await resident.getsReceipt();
    await resident.sees('What happens next A street crew looks at it within 1 work day.');
    expect(await filed()).to.equal(1);
  });
});

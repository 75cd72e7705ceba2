import { expect } from '@open-wc/testing';
import { freshCity, type TestCity } from '@citydesk/sandbox/testing';
import { nameOf } from '../../test/reading.ts';
import { ownWords } from '../../test/own-words.ts';
import { Resident } from '../../test/resident.ts';

describe('citydesk-request-form', () => {
  let city: TestCity;

  beforeEach(async () => {
    city = await freshCity();
  });
  afterEach(() => city.close());

  it('files a report from the first words to the receipt', async () => {
    const before = await city.rows();
    const resident = await Resident.opens({ endpoint: city.endpoint });
    await resident.types('Say it in your own words', 'pot hole');
    await resident.presses(/^Pothole in the street/);
    await resident.arrivesAt('Show us where it is');
    await resident.sees('Step 2 of 4');
    await resident.types('Address or place', '318 Hoffman St');
    await resident.types('Tell us more (optional)', 'It is deep.');
    await resident.presses('Continue');
    await resident.arrivesAt('A few questions');
    await resident.chooses('Bigger than a car tire');
    await resident.chooses('Where people cross');
    await resident.types('How many holes are there? (optional)', '2');
    await resident.presses('Continue');
    await resident.arrivesAt('Check and send');
    for (const told of ['318 Hoffman St', 'Bigger than a car tire', 'Where people cross', 'It is deep.']) {
      await resident.sees(told);
    }
    await resident.presses('Send report');
    await resident.arrivesAt('The city has your report');

    const rows = await city.rows();
    expect(rows.length).to.equal(before.length + 1);
    const [row] = rows;
    await resident.sees(row!.serviceRequestId);
    await resident.sees('A street crew looks at it within 1 work day.');
    await resident.sees(/The city expects to be done by \w+day, \w+ \d+\./);
    expect(ownWords(row!.description)).to.equal('It is deep.');
    expect(row).to.deep.include({
      serviceCode: 'pothole',
      address: '318 Hoffman St',
      attributes: { size: 'large', lane: 'crosswalk', count: '2' },
      lat: null,
      long: null,
      email: null,
      firstName: null,
      lastName: null,
      phone: null,
    });
  });

  it('takes what the city itself lists, all of it, by browsing the groups', async () => {
    const services = (await (await fetch(`${city.endpoint}services.json`)).json()) as { service_name: string }[];
    const resident = await Resident.opens({ endpoint: city.endpoint });
    await resident.sees('Or choose from the list');
    const browse = resident.root.querySelector('.groups')!;
    for (const summary of browse.querySelectorAll('summary')) summary.click();
    const names = [...browse.querySelectorAll('button.pick strong')].map(nameOf);
    expect(names.toSorted()).to.deep.equal(services.map(({ service_name }) => service_name).toSorted());
    expect(names.at(-1), 'what fits nowhere else comes last').to.equal('Something else');
    for (const group of browse.querySelectorAll('details')) {
      const [, count] = /\((\d+)\)$/.exec(nameOf(group.querySelector('summary')!)) ?? [];
      expect(group.querySelectorAll('button.pick').length).to.equal(Number(count));
    }

    for (const name of names) {
      for (const group of resident.root.querySelectorAll('details')) group.open = true;
      const buttons = [...resident.root.querySelectorAll<HTMLElement>('.groups button.pick')];
      buttons.find((button) => nameOf(button.querySelector('strong')!) === name)!.click();
      await resident.arrivesAt('Show us where it is');
      await resident.sees(`Problem ${name}`);
      await resident.presses('Back');
      await resident.arrivesAt('What is the problem?');
    }
  });

  it('files a report from the list', async () => {
    const resident = await Resident.opens({ endpoint: city.endpoint });
    await resident.presses(/^Animals \(\d+\)/);
    await resident.presses(/^Loose or stray animal/);
    await resident.saysWhere('By the library');
    await resident.arrivesAt('Check and send');
    await resident.presses('Send report');
    const number = await resident.getsReceipt();
    const [row] = await city.rows();
    expect([row!.serviceRequestId, row!.serviceCode]).to.deep.equal([number, 'loose_animal']);
  });

  it('takes the words along to the service for what fits nowhere else', async () => {
    const resident = await Resident.opens({ endpoint: city.endpoint });
    await resident.types('Say it in your own words', 'xqzvw');
    await resident.sees(
      'We found no match for “xqzvw”. Try other words or choose from the list. You can also send it as “Something else”.',
    );
    await resident.presses(/^Something else/);
    await resident.arrivesAt('Show us where it is');
    expect((await resident.field('Tell us more (optional)')).value).to.equal('xqzvw');
  });

  it('offers some things one can report before anything is typed, and matches after', async () => {
    const resident = await Resident.opens({ endpoint: city.endpoint });
    await resident.sees('Some things you can report');
    await resident.types('Say it in your own words', 'street lite out');
    await resident.sees('Closest matches');
    const first = resident.root.querySelector<HTMLElement>('.first button')!;
    expect(nameOf(first)).to.match(/^Street light out/);
    await resident.sees(/\d match(es)? below\./);
  });

  it('says the matches only where they are', async () => {
    const resident = await Resident.opens({ endpoint: city.endpoint });
    await resident.types('Say it in your own words', 'pot hole');
    await resident.presses(/^Pothole in the street/);
    await resident.arrivesAt('Show us where it is');
    await new Promise((resolve) => setTimeout(resolve, 1700));
    expect(resident.text).not.to.match(/match(es)? below/);
  });

  it('leaves out the questions, and counts three steps, for a service that asks none', async () => {
    const resident = await Resident.opens({ endpoint: city.endpoint });
    await resident.types('Say it in your own words', 'graffiti');
    await resident.presses(/^Graffiti/);
    await resident.arrivesAt('Show us where it is');
    await resident.sees('Step 2 of 3');
    await resident.saysWhere('Here');
    await resident.arrivesAt('Check and send');
    await resident.sees('Step 3 of 3');
  });

  it('leads from each answer back to its field', async () => {
    const resident = await Resident.opens({ endpoint: city.endpoint, 'service-code': 'pothole' });
    await resident.saysWhere('318 Hoffman St', 'Deep');
    await resident.arrivesAt('A few questions');
    await resident.chooses('Bigger than a car tire');
    await resident.chooses('At the curb');
    await resident.presses('Continue');
    const ways: Readonly<Record<string, string>> = {
      'Change: Place': 'place',
      'Change: Tell us more': 'description',
      'Change: How big is the hole?': 'answer:size',
      'Change: How many holes are there?': 'answer:count',
    };
    for (const [name, id] of Object.entries(ways)) {
      await resident.arrivesAt('Check and send');
      await resident.presses(name);
      await resident.until(`the focus on ${id}`, () => resident.focused?.id === id);
      while (resident.heading !== 'Check and send') {
        const before = resident.heading;
        await resident.presses('Continue');
        await resident.until('the next screen', () => resident.heading !== before);
      }
    }
  });
});

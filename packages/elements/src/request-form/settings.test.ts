import { expect } from '@open-wc/testing';
import { freshCity, type TestCity } from '@citydesk/sandbox/testing';
import { cityFile, toldOnConsole } from '../../test/city-file.ts';
import { Resident } from '../../test/resident.ts';

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

describe('what a city sets', () => {
  let city: TestCity;

  beforeEach(async () => {
    city = await freshCity();
  });
  afterEach(() => city.close());

  it('by file is what it sets by attribute', async () => {
    const resident = await Resident.opens({
      config: cityFile({ endpoint: city.endpoint, phone: '269-555-0100', emergency: '112', cityName: 'Three Rivers' }),
    });
    await resident.sees('If anyone is in danger, call 112 now.');
    await resident.sees('Rather talk to a person? Call 269-555-0100.');
    await resident.sees('Some things you can report');
    expect((await resident.link('269-555-0100')).href).to.equal('tel:2695550100');
  });

  it('by attribute counts before the file', async () => {
    const config = cityFile({ endpoint: 'https://nowhere.invalid/', phone: '1' });
    const resident = await Resident.opens({ config, endpoint: city.endpoint, phone: '311' });
    await resident.sees('Call 311.');
    await resident.sees('Some things you can report');
  });

  it('on an element around the form counts for the form', async () => {
    const around = document.createElement('citydesk-city');
    around.setAttribute('endpoint', city.endpoint);
    around.setAttribute('phone', '311');
    const resident = await Resident.opens({});
    around.append(resident.form);
    document.body.append(around);
    const inside = document.createElement('citydesk-request-form');
    around.append(inside);
    await inside.updateComplete;
    await new Resident(inside).sees('Call 311.');
    await new Resident(inside).sees('Some things you can report');
    around.remove();
  });

  it('wrongly is told to its web editor, key by key, and the rest still counts', async () => {
    const content = {
      endpoint: city.endpoint,
      phone: 311,
      contact: 'perhaps',
      zone: 'Mars/Olympus',
      phoneHours: [{ days: ['mon'], opens: '08:00', closes: '24:30' }],
      emergency: '112',
      somethingNew: true,
    };
    const told = await toldOnConsole(async () => {
      const resident = await Resident.opens({ config: cityFile(content) });
      await resident.sees('call 112 now');
      await resident.sees('Some things you can report');
      // What is told is fetched once it is needed.
      await import('../city/city-file-mistakes.ts');
      await new Promise((resolve) => setTimeout(resolve));
    });
    for (const key of ['phone', 'contact', 'zone', 'phoneHours']) {
      expect(
        told.some((line) => line.includes(`"${key}" is left out`)),
        key,
      ).to.equal(true);
    }
    expect(told.length).to.equal(4);
  });

  for (const [name, content] of [
    ['is no JSON', '<!doctype html>'],
    ['is a list', '[]'],
    ['is empty', ''],
  ] as const) {
    it(`in a file that ${name} is told, and the page's own attributes still count`, async () => {
      const told = await toldOnConsole(async () => {
        const resident = await Resident.opens({ config: cityFile(content), endpoint: city.endpoint });
        await resident.sees('Some things you can report');
      });
      expect(told.join('\n')).to.match(/citydesk: .*(could not be read|left out|object)/);
    });
  }

  for (const level of [1, 3, 6]) {
    it(`as heading level ${level} gives the screen that level and its parts the next`, async () => {
      const resident = await Resident.opens({ endpoint: city.endpoint, 'heading-level': String(level) });
      await resident.sees('Some things you can report');
      const [title, ...parts] = resident.root.querySelectorAll('h1, h2, h3, h4, h5, h6');
      expect(title!.localName).to.equal(`h${level}`);
      for (const part of parts) expect(part.localName).to.equal(`h${Math.min(level + 1, 6)}`);
    });
  }

  for (const level of ['two', '', '2.5', '99', '-1']) {
    it(`as heading level “${level}” still gives a heading`, async () => {
      const resident = await Resident.opens({ endpoint: city.endpoint, 'heading-level': level });
      await resident.sees('What is the problem?');
      expect(resident.root.querySelector('.title')!.localName).to.match(/^h[126]$/);
    });
  }

  it('as its own help stands after the phone on every screen', async () => {
    const inside = '<p slot="help">Or come to <a href="/city-hall">City Hall</a>.</p>';
    const resident = await Resident.opens(
      { endpoint: city.endpoint, phone: '311', 'service-code': 'pothole' },
      { inside },
    );
    const help = resident.form.querySelector('p')!;
    const shown = () => help.checkVisibility() && resident.text.includes('Rather talk to a person? Call 311.');
    await resident.arrivesAt('Show us where it is');
    expect(shown()).to.equal(true);
    await resident.saysWhere('Here');
    await resident.arrivesAt('A few questions');
    expect(shown()).to.equal(true);
    await resident.presses('Continue');
    await resident.sees('There are 2 things to fix');
    expect(shown()).to.equal(true);
    await resident.chooses('Bigger than a car tire');
    await resident.chooses('At the curb');
    await resident.presses('Continue');
    await resident.arrivesAt('Check and send');
    expect(shown()).to.equal(true);
    await resident.presses('Send report');
    await resident.getsReceipt();
    expect(shown()).to.equal(true);
  });

  it('as a fallback shows only until the form stands', async () => {
    const resident = await Resident.opens({ endpoint: city.endpoint }, { inside: '<p>Call 311 to report.</p>' });
    await resident.sees('What is the problem?');
    expect(resident.form.querySelector('p')!.checkVisibility()).to.equal(false);
  });

  it('as hours is told in the city’s zone: open now', async () => {
    const phoneHours = [{ days: weekdays, opens: '00:00', closes: '24:00' }];
    const resident = await Resident.opens({
      config: cityFile({ endpoint: city.endpoint, phone: '311', zone: 'America/Detroit', phoneHours }),
    });
    await resident.sees('Call 311. Open now, until 12:00 AM.');
  });

  it('as hours is told in the city’s zone: opens again', async () => {
    const zone = 'Pacific/Kiritimati';
    const day = (from: Date) => new Intl.DateTimeFormat('en-US', { weekday: 'long', timeZone: zone }).format(from);
    const name = day(new Date(Date.now() + 3 * 24 * 3600_000));
    const phoneHours = [{ days: [name.slice(0, 3).toLowerCase()], opens: '08:30', closes: '17:00' }];
    const resident = await Resident.opens({
      config: cityFile({ endpoint: city.endpoint, phone: '311', zone, phoneHours }),
    });
    await resident.sees(`Call 311. Opens ${name} at 8:30 AM.`);
  });

  it('as services to offer first are offered first', async () => {
    const resident = await Resident.opens({
      config: cityFile({ endpoint: city.endpoint, popularServices: ['dead_animal', 'gone', 'tree_trim'] }),
    });
    await resident.sees('Some things you can report');
    const offered = [...resident.root.querySelectorAll('.first button.pick strong')].map((one) => one.textContent);
    expect(offered).to.deep.equal(['Dead animal', 'Tree needs trimming']);
  });

  it('as the service for everything else takes what nothing matches', async () => {
    const resident = await Resident.opens({
      config: cityFile({ endpoint: city.endpoint, otherService: 'graffiti' }),
    });
    await resident.sees('Some things you can report');
    await resident.types('Say it in your own words', 'xqzvw');
    await resident.sees('You can also send it as “Graffiti”.');
  });

  it('as a locale that there is none of still speaks English, with the city’s own words', async () => {
    for (const locale of ['xx-nonsense-1', 'en_US', '!!']) {
      const resident = await Resident.opens({ endpoint: city.endpoint, locale });
      await resident.sees('Some things you can report');
    }
  });
});

import { aTimeout, expect } from '@open-wc/testing';
import { freshCity, type TestCity } from '@citydesk/sandbox/testing';
import { axeSays } from '../../test/axe.ts';
import { delayed, served, timesFetched, watchShifts } from '../../test/beside-the-form.ts';
import { cityFile, toldOnConsole } from '../../test/city-file.ts';
import { Resident } from '../../test/resident.ts';

const heading = 'The city knows about this';
const elm = {
  type: 'Polygon',
  coordinates: [
    [
      [-85.64, 41.95],
      [-85.62, 41.95],
      [-85.62, 41.96],
      [-85.64, 41.95],
    ],
  ],
};
const paving = {
  id: 'paving',
  words: 'Portage Avenue is being repaved. <b onclick="alert(1)">Until May.</b>',
  services: ['graffiti'],
  requestId: '26-1',
};

describe('what the city knows already', () => {
  let city: TestCity;
  before(async () => {
    city = await freshCity();
  });
  after(() => city.close());

  const opens = async (notices: string, more: Readonly<Record<string, string>> = {}, width = 1100) => {
    const config = cityFile({ endpoint: city.endpoint, notices, trackerUrl: '/follow/' });
    const resident = await Resident.opens({ config, ...more }, { width });
    await resident.until('the form', () => resident.heading || undefined);
    return resident;
  };
  const choosesGraffiti = async (resident: Resident) => {
    await resident.types('Say it in your own words', 'graffiti');
    await resident.presses(/^Graffiti/);
    await resident.arrivesAt('Show us where it is');
  };

  for (const width of [320, 1100]) {
    it(`stands before the fields of its service as text, with a way to follow it, and moves nothing, ${width} pixels wide`, async () => {
      const notices = served({ notices: [paving] });
      const resident = await opens(notices, {}, width);
      await resident.sees('Some things you can report');
      await resident.types('Say it in your own words', 'graffiti');
      await aTimeout(200);
      expect(timesFetched(notices)).to.equal(0);
      const go = delayed(notices);
      await choosesGraffiti(resident);
      await aTimeout(300);
      const shifts = watchShifts();
      go();
      await resident.sees(heading);
      expect(await shifts()).to.deep.equal([]);
      await resident.sees('<b onclick="alert(1)">Until May.</b>');
      await resident.sees('You can still send a report.');
      expect(new URL((await resident.link('Follow this work')).href).hash).to.equal('#citydesk:request=26-1');
      expect(resident.text.indexOf(heading)).to.be.lessThan(resident.text.indexOf('Address or place'));
      const { violations } = await axeSays(resident.form);
      expect(violations.join('\n')).to.equal('');
      const box = resident.root.querySelector('.known')!;
      expect(box.scrollWidth).to.equal(box.clientWidth);
      await resident.saysWhere('Here');
      await resident.arrivesAt('Check and send');
    });
  }

  it('is said at once on a page that chose the service, and moves nothing', async () => {
    const shifts = watchShifts();
    const resident = await opens(served([{ ...paving, services: ['pothole'] }]), { 'service-code': 'pothole' });
    await resident.sees(heading);
    expect(await shifts()).to.deep.equal([]);
  });

  it('says nothing for another service', async () => {
    const resident = await opens(served([{ ...paving, services: ['pothole'] }]));
    await choosesGraffiti(resident);
    await resident.sees('The city has no notice about this.');
  });

  it('belongs to its place once that is a point', async () => {
    const notices = served([
      { id: 'elm', words: 'The crew is on Elm Street.', area: elm, url: 'https://example.gov/elm' },
    ]);
    const resident = await opens(notices);
    await choosesGraffiti(resident);
    await resident.sees('The crew is on Elm Street.');
    expect((await resident.link('Follow this work')).href).to.equal('https://example.gov/elm');
    resident.form.prefill = { place: { words: 'Far away', point: { lat: 10, long: 10 } } };
    await resident.until('no notice', () => resident.text.includes('no notice'));
    const words = [...resident.root.querySelectorAll('p')].find(({ textContent }) =>
      textContent.includes('Elm Street'),
    );
    expect(words?.checkVisibility({ visibilityProperty: true })).to.equal(false);
  });

  it('of another place goes without moving the field, also where it needed no room to be kept', async () => {
    const notices = served([{ id: 'elm', words: 'The crew is on Elm Street.', area: elm }]);
    const resident = await opens(notices, { 'service-code': 'graffiti' });
    await resident.sees(heading);
    await resident.saysWhere('Here');
    await resident.arrivesAt('Check and send');
    await resident.presses('Back');
    await resident.arrivesAt('Show us where it is');
    const { top } = (await resident.field('Address or place')).getBoundingClientRect();
    resident.form.prefill = { place: { point: { lat: 10, long: 10 } } };
    await resident.sees('A point on the map');
    expect(resident.root.querySelector('.bar.soft')!.checkVisibility({ visibilityProperty: true })).to.equal(false);
    expect((await resident.field('Address or place')).getBoundingClientRect().top).to.equal(top);
  });

  it('stands on the next screen in no more room than it needs', async () => {
    const resident = await opens(served([{ ...paving, services: ['pothole'] }]), { 'service-code': 'pothole' });
    await resident.sees(heading);
    await resident.saysWhere('Here');
    await resident.arrivesAt('A few questions');
    await resident.sees(heading);
    expect(resident.root.querySelector('.known')).to.equal(null);
  });

  for (const [name, notices] of Object.entries({
    missing: '/no/such/notices.json',
    'a web page': served('<!doctype html>'),
    'of another shape': served({ notices: 'none' }),
  })) {
    it(`is nothing where its file is ${name}; the form goes on, and the web editor is told`, async () => {
      const resident = await opens(notices);
      const told = await toldOnConsole(async () => {
        await choosesGraffiti(resident);
        await aTimeout(300);
      });
      expect(told.join('\n')).to.match(/citydesk: .*notices/);
      expect(resident.text).not.to.include('no notice');
      await resident.saysWhere('Here');
      await resident.arrivesAt('Check and send');
    });
  }
});

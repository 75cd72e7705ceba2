import { expect } from '@open-wc/testing';
import { freshCity, type TestCity } from '@citydesk/sandbox/testing';
import { cityFile } from '../../../test/city-file.ts';
import { choosesPothole, goesOn, here, isClean, opensForm, services } from '../../../test/three-questions.ts';

let city: TestCity;
let other: TestCity;
before(async () => {
  city = await freshCity({ seed: { services } });
  other = await freshCity({ seed: { services: [{ service_code: 'road', service_name: 'Road surface' }] } });
});
after(() => Promise.all([city.close(), other.close()]));
const opens = (more: object = {}, ...rest: readonly [typeof here?, number?]) =>
  opensForm({ endpoint: city.endpoint, ...more }, ...rest);

describe('is it ours?', () => {
  const area = {
    type: 'Polygon',
    coordinates: [
      [
        [here.long - 0.01, here.lat - 0.01],
        [here.long + 0.01, here.lat - 0.01],
        [here.long + 0.01, here.lat + 0.01],
        [here.long - 0.01, here.lat + 0.01],
      ],
    ],
  };
  const county = { name: 'St. Joseph County Roads', phone: '269-555-0177', url: 'https://county.example/roads' };
  const heading = 'St. Joseph County Roads takes care of this';

  it('says who takes care of it, how to reach them, and lets it be sent all the same', async () => {
    const resident = await opens(
      { responsibility: [{ owner: county, services: ['pothole'], area }], nearby: false },
      here,
      320,
    );
    await choosesPothole(resident);
    await goesOn(resident);
    await resident.arrivesAt(heading);
    expect(resident.focused?.id).to.equal('title');
    await resident.sees('Three Rivers cannot fix this one, but St. Joseph County Roads can. What you wrote is kept.');
    expect((await resident.link('269-555-0177')).href).to.equal('tel:2695550177');
    expect((await resident.link(/^Go to the page of/)).href).to.equal('https://county.example/roads');
    expect(resident.names('button')).not.to.include('Go on here');
    await isClean(resident);
    await resident.presses('The place is wrong. Change the place');
    await resident.arrivesAt('Show us where it is');
    expect(await resident.isAt('field', 'Address or place')).to.equal(true);
    await goesOn(resident);
    await resident.arrivesAt(heading);
    await resident.presses('Send it to the city all the same');
    await resident.arrivesAt('A few questions');
  });

  it('goes on here where they have an endpoint of their own', async () => {
    const owner = { ...county, endpoint: other.endpoint, services: { pothole: 'road' } };
    const resident = await opens({ responsibility: [{ owner, area }], nearby: false }, here);
    await choosesPothole(resident);
    await goesOn(resident);
    await resident.arrivesAt(heading);
    await resident.presses('Go on here');
    await resident.arrivesAt('Check and send');
    await resident.presses('Send report');
    await resident.until('the report at the county', () => /has your report/.test(resident.heading));
    expect((await other.rows())[0]).to.include({ serviceCode: 'road' });
  });

  it('leaves broken rules out with a word to the editor, and takes an area from a file', async () => {
    const file = cityFile({ type: 'Feature', properties: {}, geometry: area });
    const told: string[] = [];
    const { warn } = console;
    console.warn = (...words: unknown[]) => void told.push(words.join(' '));
    try {
      const resident = await opens(
        {
          responsibility: [
            { owner: { name: 'Nobody' }, area: { type: 'Polygon', coordinates: [[[0, 0]]] } },
            { owner: county, area: `/__none.json`, services: ['pothole'] },
            { owner: county, area: new URL(file).href, services: ['pothole'] },
          ],
          nearby: false,
        },
        here,
      );
      await choosesPothole(resident);
      await goesOn(resident);
      // Addresses in the city file are of the web: a blob is none.
      await resident.arrivesAt('A few questions');
      expect(told.join('\n')).to.include('"responsibility[0].area" is left out');
      expect(told.join('\n')).to.include('/__none.json');
    } finally {
      console.warn = warn;
    }
  });
});

import { aTimeout, expect } from '@open-wc/testing';
import { freshCity, type TestCity } from '@citydesk/sandbox/testing';
import { axeSays } from '../../../test/axe.ts';
import { cityFile, toldOnConsole } from '../../../test/city-file.ts';
import { Placing, withSearch } from '../../../test/placing.ts';

const lamp = (pole: string, lat: number, long: number, place?: string) => ({
  type: 'Feature',
  properties: { pole, place },
  geometry: { type: 'Point', coordinates: [long, lat] },
});

/** Around 111 S Main St: seven within reach of each other, and one across the town. */
const lamps = [
  lamp('A1', 41.9433, -85.6319, 'Main St at Portage Ave'),
  lamp('A2', 41.9434, -85.6325),
  lamp('A3', 41.9435, -85.6331, 'Third lamp'),
  lamp('A4', 41.9436, -85.6309, 'Fourth lamp'),
  lamp('A5', 41.9437, -85.632, 'Fifth lamp'),
  lamp('A6', 41.9438, -85.6321, 'Sixth lamp'),
  lamp('A7', 41.9439, -85.6322, 'Seventh lamp'),
  lamp('B1', 41.9301, -85.6001, 'Far lamp'),
];

describe('things that the city knows', () => {
  let city: TestCity;
  let url: string;
  const fetched: string[] = [];
  const { fetch } = globalThis;

  before(async () => {
    city = await freshCity();
    url = cityFile({ type: 'FeatureCollection', features: lamps });
    globalThis.fetch = (...request) => {
      fetched.push(String(request[0] instanceof Request ? request[0].url : request[0]));
      return fetch(...request);
    };
  });
  after(async () => {
    globalThis.fetch = fetch;
    await city.close();
  });
  beforeEach(() => void (fetched.length = 0));

  const layer = (more: object = {}) => ({
    services: ['street_light'],
    url,
    attribute: 'pole',
    name: 'street light',
    id: 'pole',
    label: 'place',
    ...more,
  });
  const opens = (service = 'street_light', assets: unknown = [layer()]) =>
    Placing.opens({ ...withSearch(city, { assets }), 'service-code': service });
  /** Chooses an address near the lamps. */
  const isNear = async (placing: Placing) => {
    await placing.finds('111 s main');
    await placing.points('111 S Main St');
  };
  const offered = ({ resident }: Placing) =>
    [...resident.root.querySelectorAll<HTMLInputElement>('input[name=asset]')].map(({ value }) => value);

  it('are asked for once the place is known: the nearest five of them, and how far each is', async () => {
    const placing = await opens();
    await placing.resident.until('the list', () => fetched.includes(url));
    expect(offered(placing)).to.deep.equal([]);
    await isNear(placing);
    await placing.resident.group('Which street light is it?');
    expect(offered(placing)).to.have.length(6);
    expect(offered(placing)[0]).to.equal('A1');
    expect(offered(placing).at(-1), 'or none of them').to.equal('');
    await placing.resident.sees(/A1 Main St at Portage Ave · \d+ feet from the place/);
    await placing.resident.sees('It is not on the list');
  });

  it('are not fetched for a service that is about something else', async () => {
    const placing = await opens('graffiti');
    await isNear(placing);
    await aTimeout(100);
    expect(fetched).not.to.include(url);
    expect(placing.resident.names('group')).not.to.include('Which street light is it?');
  });

  it('are the place and the answer, once one is chosen; and the list stands still', async () => {
    const placing = await opens();
    await isNear(placing);
    await placing.resident.group('Which street light is it?');
    const before = offered(placing);
    await placing.resident.chooses(/^A1 /);
    const { draft } = placing.resident.form;
    expect(draft.answers['pole']).to.equal('A1');
    expect(draft.place).to.deep.include({ by: 'asset', point: { lat: 41.9433, long: -85.6319 } });
    expect(placing.field.value).to.equal('Main St at Portage Ave');
    expect(placing.said).to.include('The place is now Main St at Portage Ave. Put it back');
    expect(offered(placing)).to.deep.equal(before);
    expect((await placing.resident.field(/^A1 /)).checked).to.equal(true);
    await placing.resident.presses('Continue');
    await placing.resident.arrivesAt('A few questions');
    expect(placing.resident.filledIn['What is the number on the pole? (optional)']).to.equal('A1');
  });

  it('have the address of the geocoder where the list says none', async () => {
    const placing = await opens();
    await isNear(placing);
    await placing.resident.chooses(/^A2 /);
    await placing.resident.until('the address', () => /^\d+ /.test(placing.place.address ?? ''));
    expect(placing.place).to.deep.include({ by: 'asset', point: { lat: 41.9434, long: -85.6325 } });
  });

  it('may be none of them: the answer goes, the place stays', async () => {
    const placing = await opens();
    await isNear(placing);
    await placing.resident.chooses(/^A1 /);
    const { point } = placing.place;
    await placing.resident.chooses('It is not on the list');
    expect(placing.resident.form.draft.answers['pole']).to.equal('');
    expect((await placing.resident.field('It is not on the list')).checked).to.equal(true);
    expect((await placing.resident.field(/^A1 /)).checked).to.equal(false);
    expect(placing.place.point).to.equal(point);
    await placing.resident.presses('Continue');
    await placing.resident.arrivesAt('A few questions');
    await placing.resident.presses('Back');
    expect((await placing.resident.field('It is not on the list')).checked, 'also afterwards').to.equal(true);
  });

  it('are chosen by a link, of their service or of any', async () => {
    const placing = await opens();
    await placing.part.followAsset('B1', 'street_light');
    expect(placing.resident.form.draft.answers['pole']).to.equal('B1');
    expect(placing.place.point).to.deep.equal({ lat: 41.9301, long: -85.6001 });
    expect(placing.field.value).to.equal('Far lamp');
    const told = await toldOnConsole(() => placing.part.followAsset('Z9'));
    expect(told.join()).to.include('Z9');
    expect(placing.resident.form.draft.answers['pole']).to.equal('B1');
  });

  it('that cannot be read are told to the web editor, and hold nobody up', async () => {
    for (const [name, assets] of Object.entries({
      missing: [layer({ url: '/nothing.geojson' })],
      'no GeoJSON': [layer({ url: cityFile({ lamps: [] }) })],
      'no layer': [{ services: 'street_light' }],
      'no list': 'street lights',
    })) {
      const told = await toldOnConsole(async () => {
        const placing = await opens('street_light', assets);
        await isNear(placing);
        await aTimeout(100);
        await placing.resident.presses('Continue');
        await placing.resident.arrivesAt('A few questions');
      });
      expect(told.join(), name).to.match(/assets|GeoJSON/);
    }
  });

  it('have no violations', async () => {
    const placing = await opens();
    await isNear(placing);
    await placing.resident.group('Which street light is it?');
    const { violations, passes } = await axeSays(placing.resident.form);
    expect(violations).to.deep.equal([]);
    expect(passes).to.be.greaterThan(15);
  });
});

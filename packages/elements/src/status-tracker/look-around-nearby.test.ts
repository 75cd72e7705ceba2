import { expect } from '@open-wc/testing';
import { freshCity, type Seed, type TestCity } from '@citydesk/sandbox/testing';
import { Neighbour } from '../../test/looking-around.ts';
import { distancesIn } from '../messages/distances.ts';

const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
const at = (id: string, days: number, place: { lat?: number; long?: number } = {}) => ({
  service_request_id: id,
  service_code: 'pothole',
  requested_datetime: ago(days),
  address: '12 Main St',
  ...place,
});
const seed: Seed = {
  services: [{ service_code: 'pothole', service_name: 'Pothole' }],
  requests: [
    at('far', 1, { lat: 41.98, long: -85.6325 }),
    at('nowhere', 2),
    at('near', 3, { lat: 41.944, long: -85.6325 }),
  ],
};
type Outcome = GeolocationPosition | 1 | 2 | 3;
const here = { coords: { latitude: 41.9437, longitude: -85.6325, accuracy: 12 } } as GeolocationPosition;

describe('reports nearby', () => {
  const { getCurrentPosition } = navigator.geolocation;
  const { query } = navigator.permissions;
  let city: TestCity;
  let outcome: Outcome;
  let permission: PermissionState;
  /** How often the device was asked. */
  let questions: number;

  before(() => {
    navigator.geolocation.getCurrentPosition = (found, failed) => {
      questions += 1;
      const result = outcome;
      setTimeout(() => {
        if (typeof result === 'object') return found(result);
        failed?.({ code: result, PERMISSION_DENIED: 1, POSITION_UNAVAILABLE: 2, TIMEOUT: 3, message: '' });
      });
    };
    navigator.permissions.query = async () => ({ state: permission }) as PermissionStatus;
  });
  after(() => {
    navigator.geolocation.getCurrentPosition = getCurrentPosition;
    navigator.permissions.query = query;
  });
  beforeEach(async () => {
    questions = 0;
    outcome = here;
    permission = 'prompt';
    city = await freshCity({ seed });
  });
  afterEach(() => city.close());

  it('are asked for only by the resident, and come nearest first, with how far they are', async () => {
    const neighbour = await Neighbour.reads({ endpoint: city.endpoint });
    expect(neighbour.shown).to.deep.equal(['far', 'nowhere', 'near']);
    expect(questions).to.equal(0);
    const asked = [...neighbour.widget.asked];
    await neighbour.presses('Use my location');
    await neighbour.sees('Reports nearby');
    await neighbour.sees('The nearest reports come first. Your location stays on this device.');
    expect(neighbour.shown).to.deep.equal(['near', 'far', 'nowhere']);
    await neighbour.sees(/near 110 feet away .*far 2.5 miles away .*nowhere/);
    expect(neighbour.widget.asked, 'the city is not told').to.deep.equal(asked);
  });

  it('are one press away from the newest, with the same button', async () => {
    const neighbour = await Neighbour.reads({ endpoint: city.endpoint });
    const button = await neighbour.button('Use my location');
    button.focus();
    button.click();
    await neighbour.sees('Reports nearby');
    await neighbour.presses('Show the newest first');
    expect(neighbour.shown).to.deep.equal(['far', 'nowhere', 'near']);
    await neighbour.sees('Recent reports');
    expect(neighbour.text).not.to.include('away');
    expect(neighbour.focused === button).to.equal(true);
  });

  for (const [code, state, words] of [
    [1, 'prompt', 'You closed the question. Press the button to be asked again, or write a street above.'],
    [1, 'denied', 'Your browser does not share where you are. Write a street above instead.'],
    [2, 'prompt', 'Your device cannot tell where it is. Write a street above instead.'],
    [3, 'prompt', 'That took too long. Try again, or write a street above.'],
  ] as const) {
    it(`say what to do instead: ${words}`, async () => {
      outcome = code;
      permission = state;
      const neighbour = await Neighbour.reads({ endpoint: city.endpoint });
      await neighbour.presses('Use my location');
      await neighbour.sees('Your browser asks if we may see where you are.');
      await neighbour.presses('Use my location');
      expect(questions, 'still the same question').to.equal(1);
      await neighbour.sees(words);
      expect(neighbour.shown).to.deep.equal(['far', 'nowhere', 'near']);
      outcome = here;
      await neighbour.presses('Use my location');
      await neighbour.sees('Reports nearby');
    });
  }
});

describe('a distance', () => {
  it('is in the units of the region', () => {
    const said = (lang: string) => [0, 12, 299, 305, 1500, 20_000].map(distancesIn(lang));
    expect(said('en-US')).to.deep.equal(['0 feet', '39 feet', '980 feet', '0.19 miles', '0.93 miles', '12 miles']);
    expect(said('en-GB')).to.deep.equal([
      '0 metres',
      '12 metres',
      '300 metres',
      '310 metres',
      '1.5 kilometres',
      '20 kilometres',
    ]);
  });
});

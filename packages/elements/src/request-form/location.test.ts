import { expect } from '@open-wc/testing';
import { freshCity, type TestCity } from '@citydesk/sandbox/testing';
import { Resident } from '../../test/resident.ts';

/** What the browser would do once it is asked. Only the outcome is put in its place. */
type Outcome = GeolocationPosition | { readonly code: 1 | 2 | 3 } | 'nothing yet';

const place = (accuracy: number) =>
  ({ coords: { latitude: 41.9437, longitude: -85.6325, accuracy } }) as GeolocationPosition;

describe('the location', () => {
  let city: TestCity;
  let asked = 0;
  let outcome: Outcome = 'nothing yet';
  let permission: PermissionState | 'unknown' = 'prompt';
  const getCurrentPosition = navigator.geolocation.getCurrentPosition;
  const query = navigator.permissions.query;

  before(() => {
    navigator.geolocation.getCurrentPosition = (found, failed) => {
      asked += 1;
      if (outcome === 'nothing yet') return;
      const result = outcome;
      setTimeout(() => {
        if ('coords' in result) return found(result);
        failed?.({ ...result, PERMISSION_DENIED: 1, POSITION_UNAVAILABLE: 2, TIMEOUT: 3, message: '' });
      });
    };
    navigator.permissions.query = async () => {
      if (permission === 'unknown') throw new TypeError('Unknown permission');
      return { state: permission } as PermissionStatus;
    };
  });
  after(() => {
    navigator.geolocation.getCurrentPosition = getCurrentPosition;
    navigator.permissions.query = query;
  });

  beforeEach(async () => {
    asked = 0;
    outcome = 'nothing yet';
    permission = 'prompt';
    city = await freshCity();
  });
  afterEach(() => city.close());

  const opens = async () => {
    const resident = await Resident.opens({ endpoint: city.endpoint, 'service-code': 'graffiti' });
    await resident.arrivesAt('Show us where it is');
    return resident;
  };
  const files = async (resident: Resident) => {
    await resident.presses('Continue');
    await resident.arrivesAt('Check and send');
    await resident.presses('Send report');
    await resident.getsReceipt();
    const [row] = await city.rows();
    return { lat: row!.lat, long: row!.long, address: row!.address };
  };

  it('is asked for only when the resident presses the button', async () => {
    const resident = await opens();
    await resident.types('Address or place', 'Here');
    expect(asked).to.equal(0);
    await resident.presses('Use my location');
    await resident.sees('Your browser asks if we may see where you are.');
    await resident.until('the question of the browser', () => asked === 1);
    await resident.presses('Use my location');
    expect(asked, 'still the same question').to.equal(1);
  });

  it('is enough by itself, and its accuracy is shown', async () => {
    outcome = place(12);
    const resident = await opens();
    await resident.presses('Use my location');
    await resident.sees('Your location goes with the report, give or take 39 feet.');
    await resident.presses('Continue');
    await resident.arrivesAt('Check and send');
    await resident.sees('Place Your location');
    await resident.presses('Back');
    await resident.arrivesAt('Show us where it is');
    expect(await files(resident)).to.deep.equal({ lat: 41.9437, long: -85.6325, address: '(± 12 m)' });
  });

  it('goes along with the typed address', async () => {
    outcome = place(12);
    const resident = await opens();
    await resident.types('Address or place', '318 Hoffman St');
    await resident.presses('Use my location');
    await resident.sees('Your location goes with the report');
    await resident.presses('Continue');
    await resident.arrivesAt('Check and send');
    await resident.sees('318 Hoffman St, and your location');
    await resident.presses('Back');
    expect(await files(resident)).to.deep.equal({ lat: 41.9437, long: -85.6325, address: '318 Hoffman St (± 12 m)' });
  });

  it('that is coarse asks for the address too', async () => {
    outcome = place(1500);
    const resident = await opens();
    await resident.presses('Use my location');
    await resident.sees('We only know where you are within 0.93 miles. Type the address too.');
  });

  it('is taken back with a button', async () => {
    outcome = place(12);
    const resident = await opens();
    await resident.types('Address or place', '318 Hoffman St');
    await resident.presses('Use my location');
    await resident.presses('Do not send my location');
    expect(resident.text).not.to.include('Your location goes');
    expect(await files(resident)).to.deep.equal({ lat: null, long: null, address: '318 Hoffman St' });
  });

  const refusals = [
    ['is dismissed', 1, 'prompt', 'You closed the question. Press the button to be asked again, or type the address.'],
    ['is denied', 1, 'denied', 'Your browser does not share where you are. Type the address here instead.'],
    ['is refused, nobody knows how', 1, 'unknown', 'Your browser does not share where you are.'],
    ['cannot be found', 2, 'prompt', 'Your device cannot tell where it is. Type the address here instead.'],
    ['takes too long', 3, 'prompt', 'That took too long. Try again, or type the address.'],
  ] as const;
  for (const [name, code, state, words] of refusals) {
    it(`that ${name} says what to do, and keeps what was typed`, async () => {
      outcome = { code };
      permission = state;
      const resident = await opens();
      await resident.types('Address or place', '318 Hoffman St');
      await resident.types('Tell us more (optional)', 'Deep');
      await resident.presses('Use my location');
      await resident.sees(words);
      expect(resident.filledIn).to.deep.equal({
        'Address or place': '318 Hoffman St',
        'Tell us more (optional)': 'Deep',
      });
      expect(await files(resident)).to.deep.equal({ lat: null, long: null, address: '318 Hoffman St' });
    });
  }

  it('can be asked for again', async () => {
    outcome = { code: 1 };
    const resident = await opens();
    await resident.presses('Use my location');
    await resident.sees('You closed the question.');
    outcome = place(12);
    await resident.presses('Use my location');
    await resident.sees('Your location goes with the report');
    expect(asked).to.equal(2);
  });

  it('that the device does not have at all says so', async () => {
    Object.defineProperty(navigator, 'geolocation', { configurable: true, value: undefined });
    const resident = await opens();
    await resident.presses('Use my location');
    await resident.sees('Your device cannot tell where it is.');
    Reflect.deleteProperty(navigator, 'geolocation');
  });

  it('is told to screen readers as it comes', async () => {
    outcome = place(12);
    const resident = await opens();
    const status = resident.root.querySelector('.located')!;
    expect(status.getAttribute('role')).to.equal('status');
    await resident.presses('Use my location');
    await resident.sees('Your location goes with the report');
    expect(status.isConnected && status.textContent).to.include('Your location goes with the report');
  });

  it('is understood where numbers are copied from a map, also in a city without an address search', async () => {
    const resident = await opens();
    await resident.types('Address or place', '41.9437, -85.6325');
    await resident.until('the point', () => resident.form.draft.place.point?.lat === 41.9437);
    expect(await files(resident)).to.deep.equal({ lat: 41.9437, long: -85.6325, address: '41.9437, -85.6325' });
  });
});

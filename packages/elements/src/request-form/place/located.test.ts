import { expect } from '@open-wc/testing';
import { freshCity, type TestCity } from '@citydesk/sandbox/testing';
import { pointed } from '@citydesk/core/place';
import type { Place, PlacedBy, Point } from '@citydesk/core/request';
import { Placing, withSearch } from '../../../test/placing.ts';

/** Near 111 S Main St, and two other places, the last far from any address. */
const home = { lat: 41.94325, long: -85.63189 };
const library = { lat: 41.9441, long: -85.6336 };
const field = { lat: 41.9301, long: -85.6001 };

describe('the place, and what is said of it', () => {
  let city: TestCity;
  let accuracy = 12;
  let at: Point = home;
  /** Holds the geocoder's answers back, or ends it. */
  let geocoder: 'works' | 'hangs' | 'down' = 'works';
  const { fetch } = globalThis;
  const { getCurrentPosition } = navigator.geolocation;
  const { query } = navigator.permissions;

  before(async () => {
    city = await freshCity();
    navigator.geolocation.getCurrentPosition = (found) => {
      setTimeout(() => found({ coords: { latitude: at.lat, longitude: at.long, accuracy } } as GeolocationPosition));
    };
    globalThis.fetch = (...request) => {
      const isGeocoder = String(request[0] instanceof Request ? request[0].url : request[0]).includes('/geocoder/');
      if (!isGeocoder || geocoder === 'works') return fetch(...request);
      return geocoder === 'down' ? Promise.reject(new TypeError('Failed to fetch')) : new Promise(() => {});
    };
  });
  after(async () => {
    navigator.geolocation.getCurrentPosition = getCurrentPosition;
    navigator.permissions.query = query;
    globalThis.fetch = fetch;
    await city.close();
  });
  beforeEach(() => {
    [accuracy, at, geocoder] = [12, home, 'works'];
  });

  const opens = () => Placing.opens(withSearch(city));
  const locates = async (placing: Placing) => {
    await placing.resident.presses('Use my location');
    await placing.resident.until('the location', () => placing.place.by === 'device');
    await placing.resident.form.updateComplete;
  };
  /** As the map, a photo or a list would set it. */
  const sets = async (placing: Placing, point: Point, by: PlacedBy, address?: string) => {
    await placing.sets(pointed(placing.place, point, by, address));
  };
  const chooses = async (placing: Placing) => {
    await placing.finds('318 e hoff');
    await placing.points('318 E Hoffman St');
  };

  it('is the address that the device is at, in words, and in the field', async () => {
    const placing = await opens();
    await locates(placing);
    expect(placing.said).to.match(/^You are near \d+ .+, give or take 39 feet\. Do not send my location$/);
    const { words, address, point } = placing.place;
    expect(words).to.equal(address);
    expect(placing.field.value).to.equal(words);
    expect(point).to.deep.equal({ ...home, accuracy: 12 });
  });

  it('says that it asks from the first moment', async () => {
    const placing = await opens();
    await placing.resident.presses('Use my location');
    expect(placing.said).to.include('Your browser asks if we may see where you are.');
    await placing.resident.until('the location', () => placing.place.by === 'device');
  });

  it('leaves the words of the resident, and names the address beside them', async () => {
    const placing = await opens();
    await placing.types('In front of the library');
    await locates(placing);
    expect(placing.place.words).to.equal('In front of the library');
    expect(placing.said).to.match(/^You are near \d+ .+, give or take 39 feet\./);
  });

  it('goes without an address where there is none near, or nobody answers', async () => {
    for (const [kind, where] of [
      ['works', field],
      ['down', home],
    ] as const) {
      geocoder = kind;
      at = where;
      const placing = await opens();
      await locates(placing);
      expect(placing.said, kind).to.equal(
        'Your location goes with the report, give or take 39 feet. Do not send my location',
      );
      expect(placing.field.value).to.equal('');
    }
  });

  it('waits four seconds for the address, and no longer', async () => {
    geocoder = 'hangs';
    const placing = await opens();
    const start = performance.now();
    await locates(placing);
    expect(performance.now() - start).to.be.within(3900, 6000);
    expect(placing.place.point).to.deep.equal({ ...home, accuracy: 12 });
  });

  it('asks for a check where the device knows only the neighbourhood, and takes no house for it', async () => {
    accuracy = 800;
    const placing = await opens();
    await locates(placing);
    expect(placing.said).to.equal(
      'We only know where you are within 0.5 miles. Type the address too. Do not send my location',
    );
    expect(placing.place.address).to.equal(undefined);
    const mapped = await Placing.opens(withSearch(city, { mapStyle: '/map.json' }));
    await locates(mapped);
    expect(mapped.said).to.include('within 0.5 miles. Check the map, or type the address.');
  });

  it('tells how to allow the location where it is denied', async () => {
    const placing = await opens();
    const allowed = navigator.geolocation.getCurrentPosition;
    navigator.geolocation.getCurrentPosition = (_found, failed) => {
      setTimeout(() => failed?.({ code: 1, PERMISSION_DENIED: 1, POSITION_UNAVAILABLE: 2, TIMEOUT: 3, message: '' }));
    };
    navigator.permissions.query = async () => ({ state: 'denied' }) as PermissionStatus;
    await placing.resident.presses('Use my location');
    await placing.resident.sees(
      'Your browser does not share where you are. Type the address here instead. To change this, go to the site settings',
    );
    navigator.geolocation.getCurrentPosition = allowed;
  });

  it('is taken out with all that came with it, on a press', async () => {
    const placing = await opens();
    await locates(placing);
    await placing.resident.presses('Do not send my location');
    expect(placing.place).to.deep.equal({ words: '' });
    expect([placing.field.value, placing.said]).to.deep.equal(['', '']);
    await placing.types('In front of the library');
    await locates(placing);
    await placing.resident.presses('Do not send my location');
    expect(placing.place).to.deep.equal({ words: 'In front of the library' });
  });

  describe('that was set twice follows what was set last', () => {
    it('the address, when the device says another; and the former one can be put back', async () => {
      const placing = await opens();
      await chooses(placing);
      const former = placing.place;
      at = library;
      await locates(placing);
      expect(placing.place.words).to.not.equal('318 E Hoffman St');
      expect(placing.said).to.match(/^You are near .*Put it back/);
      await placing.resident.presses('Put it back');
      expect(placing.place).to.include({ words: '318 E Hoffman St', address: '318 E Hoffman St', by: 'address' });
      expect(placing.place.point).to.deep.equal(former.point);
      expect(placing.field.value).to.equal('318 E Hoffman St');
    });

    it('the address, when the map was moved to another', async () => {
      const placing = await opens();
      await chooses(placing);
      await sets(placing, library, 'map', '333 W Michigan Ave');
      expect(placing.said).to.equal('You moved the map. The address is now 333 W Michigan Ave. Put it back');
      expect(placing.field.value).to.equal('333 W Michigan Ave');
      await placing.resident.presses('Put it back');
      expect(placing.field.value).to.equal('318 E Hoffman St');
    });

    it('nothing but the point, when the map was moved where there is no address', async () => {
      const placing = await opens();
      await chooses(placing);
      await sets(placing, field, 'map');
      expect(placing.said).to.equal(
        'You moved the map. We took out the address, because it is no longer the same place. Put it back',
      );
      expect(placing.field.value).to.equal('');
    });

    it('the point, when another address is chosen', async () => {
      const placing = await opens();
      await sets(placing, library, 'map', '333 W Michigan Ave');
      await chooses(placing);
      expect(placing.said).to.equal('You chose an address. The point on the map moved there. Put it back');
      await placing.resident.presses('Put it back');
      expect(placing.place).to.include({ words: '333 W Michigan Ave', by: 'map' });
    });

    it('no point, when other words are typed over its address', async () => {
      const placing = await opens();
      await sets(placing, library, 'map', '333 W Michigan Ave');
      await placing.types('At the river');
      expect(placing.place.point).to.equal(undefined);
      expect(placing.said).to.equal('We took out the point on the map, because it is another place. Put it back');
      await placing.resident.presses('Put it back');
      expect(placing.place.point).to.equal(library);
      expect(placing.field.value).to.equal('333 W Michigan Ave');
    });
  });

  it('never has a point and an address of two places, whatever is done in whatever order', async () => {
    const placing = await opens();
    const steps: readonly (() => Promise<void>)[] = [
      () => chooses(placing),
      () => locates(placing).then(() => {}),
      () => sets(placing, library, 'map', '333 W Michigan Ave'),
      () => sets(placing, field, 'map'),
      () => placing.types('318 E Hoffman'),
      () => placing.types('In front of the library'),
      () => sets(placing, library, 'photo', '333 W Michigan Ave'),
    ];
    /** Which address belongs to which point: from the first time on that both are seen together. */
    const known = new Map<string, string>();
    let seen = 0;
    for (let round = 0; round < 30; round += 1) {
      await steps[(round * 5 + (round >> 2)) % steps.length]!();
      const { words, address, point }: Place = placing.place;
      if (!address) continue;
      expect(point, `${words} without its point`).to.not.equal(undefined);
      const before = known.get(address);
      const here = `${point!.lat}, ${point!.long}`;
      expect(here).to.equal(before ?? here);
      known.set(address, here);
      seen += 1;
    }
    expect(seen).to.be.greaterThan(10);
  });
});

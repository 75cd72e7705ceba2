import { aTimeout, expect } from '@open-wc/testing';
import { LitElement } from 'lit';
import { chosen } from '@citydesk/core/place';
import type { Place, Point } from '@citydesk/core/request';
import type { MapOptions } from '@citydesk/map';
import { freshCity, type TestCity } from '@citydesk/sandbox/testing';
import { axeSays } from '../../../test/axe.ts';
import { cityFile } from '../../../test/city-file.ts';
import { Placing, withSearch } from '../../../test/placing.ts';
import en from '../../messages/place.en.json';
import { messagesIn } from '../../messages/messages.ts';
import { MapFold } from './map-fold.ts';
import type { PlaceForm } from './place-form.ts';

const home = { label: '111 S Main St', lat: 41.94313, long: -85.63185 };
const library = { lat: 41.9441, long: -85.6336 };
/** A style without anything to fetch. */
const ground = { id: 'ground', type: 'background', paint: { 'background-color': '#dddddd' } };
const river = { lat: 41.9301, long: -85.6001 };

customElements.define('map-fold-host', class extends LitElement {});

describe('the map and the place', () => {
  /** The other side of the map: what a resident does on it, and what it was told. */
  let moves: (point: Point) => void = () => {};
  let options: MapOptions;
  let told: (Point | 'removed')[] = [];
  let place: Place;
  /** Answers of the address search, by point. */
  let answer: (point: Point) => Promise<string | undefined>;
  let fold: MapFold;

  const opens = async (from: Place = { words: '' }) => {
    place = from;
    told = [];
    answer = async (point) => (point === library ? '333 W Michigan Ave' : undefined);
    const host = document.createElement('map-fold-host') as LitElement;
    document.body.append(host);
    const form: Partial<PlaceForm> = {
      host,
      city: { settings: { mapStyle: '/style.json', center: '41.944,-85.6328' } } as PlaceForm['city'],
      announce: () => {},
      placeWords: () => messagesIn(en, { locale: 'en-US' }),
      place: () => place,
      set: (next) => {
        place = next;
        fold.follow(place);
      },
      addressAt: (point) => answer(point),
      known: () => undefined,
    };
    fold = new MapFold(form as PlaceForm, async (_container, given) => {
      options = given;
      moves = (point) => given.onMove(point, 'drag');
      await aTimeout(10);
      return {
        moveTo: (point) => void told.push(point),
        showAssets: () => {},
        remove: () => void told.push('removed'),
      };
    });
    await aTimeout(50);
  };
  const settles = () => aTimeout(700);

  it('opens on the middle of the city, and sets no place by that', async () => {
    await opens();
    await settles();
    expect(options).to.deep.include({ center: { lat: 41.944, long: -85.6328 }, point: undefined });
    expect(options.style).to.equal(new URL('/style.json', location.href).href);
    expect(place).to.deep.equal({ words: '' });
  });

  it('where it is moved to is the place, once it rests, with its address', async () => {
    await opens();
    moves(river);
    await aTimeout(300);
    moves(library);
    await aTimeout(300);
    expect(place.point).to.equal(undefined);
    await settles();
    expect(place).to.deep.include({
      words: '333 W Michigan Ave',
      address: '333 W Michigan Ave',
      point: library,
      by: 'map',
    });
    expect(told, 'and nothing moves it back').to.deep.equal([]);
  });

  it('takes the address out where there is none near', async () => {
    await opens(chosen({ words: '' }, home));
    moves(river);
    await aTimeout(1800);
    expect(place).to.deep.include({ words: '', address: undefined, point: river, by: 'map' });
    expect(place.before!.words).to.equal('111 S Main St');
  });

  it('of many moves, what was there before the first can be put back', async () => {
    await opens(chosen({ words: '' }, home));
    moves(library);
    await settles();
    moves({ ...library, lat: 41.9442 });
    await aTimeout(1800);
    expect(place.before!.words).to.equal('111 S Main St');
  });

  it('ignores the address of where it was before', async () => {
    await opens();
    let go = (_address: string) => {};
    answer = (point) =>
      point === river ? new Promise((resolve) => (go = resolve)) : Promise.resolve('333 W Michigan Ave');
    moves(river);
    await settles();
    moves(library);
    await settles();
    go('1 River Rd');
    await aTimeout(50);
    expect(place.address).to.equal('333 W Michigan Ave');
  });

  it('is not held up by an address that is late, and names the point when it comes', async () => {
    await opens();
    answer = async () => {
      await aTimeout(1500);
      return '333 W Michigan Ave';
    };
    moves(library);
    await aTimeout(1750);
    expect(place).to.deep.include({ point: library, address: undefined });
    await aTimeout(700);
    expect(place).to.deep.include({ point: library, address: '333 W Michigan Ave' });
  });

  it('takes no late address once another place was set', async () => {
    await opens();
    answer = async () => {
      await aTimeout(1500);
      return '333 W Michigan Ave';
    };
    moves(library);
    await aTimeout(1750);
    place = chosen(place, home);
    fold.follow(place);
    await aTimeout(700);
    expect(place.address).to.equal('111 S Main St');
  });

  it('follows an address that is chosen, and what was moved just before is forgotten', async () => {
    await opens();
    moves(river);
    place = chosen(place, home);
    fold.follow(place);
    await settles();
    expect(told).to.deep.equal([place.point]);
    expect(place.address).to.equal('111 S Main St');
  });

  it('follows a place that was set while it was on its way', async () => {
    place = { words: '' };
    const opening = opens();
    await aTimeout(5);
    place = chosen({ words: '' }, home);
    await opening;
    expect(told).to.deep.equal([place.point]);
  });

  it('goes when it is closed; and where it was moved to last is the place all the same', async () => {
    await opens();
    moves(library);
    fold.close();
    await aTimeout(0);
    expect(told).to.deep.equal(['removed']);
    expect(place).to.deep.include({ point: library, by: 'map' });
  });
});

describe('the map in the form', () => {
  let city: TestCity;
  before(async () => {
    city = await freshCity();
  });
  after(() => city.close());

  it('has no button where the city has no map', async () => {
    const placing = await Placing.opens(withSearch(city));
    expect(placing.resident.names('button')).not.to.include('Show a map');
  });

  it('costs nothing until it is opened', async () => {
    const placing = await Placing.opens(withSearch(city, { mapStyle: '/nothing/style.json' }));
    const button = await placing.resident.button('Show a map');
    expect(button.ariaExpanded).to.equal('false');
    const names = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
    expect(names.filter((name) => /maplibre|packages\/map\//.test(name))).to.deep.equal([]);
  });

  const mapped = () =>
    Placing.opens(withSearch(city, { mapStyle: cityFile({ version: 8, sources: {}, layers: [ground] }) }));
  const up = ({ resident }: Placing) => resident.root.querySelector<HTMLElement>('button[aria-label="Move up"]');
  const opensMap = async (placing: Placing) => {
    await placing.resident.presses('Show a map');
    await placing.resident.until(
      'the map',
      () => !!up(placing) && !placing.resident.text.includes('The map is loading.'),
    );
  };

  it('opens in its own room, sets no place, and closes again', async () => {
    const placing = await mapped();
    await opensMap(placing);
    await aTimeout(1000);
    expect([placing.place.words, placing.place.point]).to.deep.equal(['', undefined]);
    await placing.resident.presses('Hide the map');
    expect(up(placing)).to.equal(null);
  }).timeout(40_000);

  it('sets the place with its buttons, reads the address back, and follows an address that is chosen', async () => {
    const placing = await mapped();
    await opensMap(placing);
    up(placing)!.click();
    await placing.resident.sees(/The cross is at .+\./);
    expect(placing.place.by).to.equal('map');
    const { point, words } = placing.place;
    expect(words).to.not.equal('');
    const canvas = placing.resident.root.querySelector('canvas');
    await placing.finds('111 s main');
    await placing.points('111 S Main St');
    expect(placing.said).to.equal('You chose an address. The point on the map moved there. Put it back');
    await placing.resident.sees('The cross is at 111 S Main St.');
    expect(placing.resident.root.querySelector('canvas') === canvas, 'the same map').to.equal(true);
    up(placing)!.click();
    await placing.resident.until('the move', () => placing.place.by === 'map');
    expect(placing.place.point, 'from the address on').to.not.deep.equal(point);
    expect(placing.place.point!.lat).to.be.closeTo(home.lat, 0.005);
    expect(placing.place.point!.long).to.be.closeTo(home.long, 0.0001);
    await placing.resident.sees(/You moved the map\. The address is (now|still) .+\. Put it back/);
  }).timeout(40_000);

  it('goes with the screen, and comes back closed', async () => {
    const placing = await mapped();
    await opensMap(placing);
    up(placing)!.click();
    up(placing)!.click();
    await aTimeout(100);
    const before = placing.resident.root.adoptedStyleSheets.length;
    await placing.types('At the river');
    await placing.resident.presses('Continue');
    await placing.resident.arrivesAt('Check and send');
    expect(placing.resident.root.querySelector('canvas')).to.equal(null);
    expect(placing.resident.root.adoptedStyleSheets.length, 'its styles, too').to.equal(before - 1);
    await placing.resident.presses('Back');
    expect((await placing.resident.button('Show a map')).ariaExpanded).to.equal('false');
  }).timeout(40_000);

  it('has no violations when it is open', async () => {
    const placing = await mapped();
    await opensMap(placing);
    const { violations, passes } = await axeSays(placing.resident.form);
    expect(violations).to.deep.equal([]);
    expect(passes).to.be.greaterThan(15);
  }).timeout(40_000);

  it('says that it does not work on a device without WebGL, and the form goes on', async () => {
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = (() => null) as typeof getContext;
    const { error } = console;
    console.error = () => {};
    const placing = await Placing.opens(withSearch(city, { mapStyle: '/nothing/style.json' }));
    await placing.resident.presses('Show a map');
    expect((await placing.resident.button('Hide the map')).ariaExpanded).to.equal('true');
    await placing.resident.sees('The map is loading. You can go on without it.');
    await placing.resident.sees('The map does not work on this device. Type the address here instead.');
    HTMLCanvasElement.prototype.getContext = getContext;
    console.error = error;
    await placing.types('In front of the library');
    await placing.resident.presses('Continue');
    await placing.resident.arrivesAt('Check and send');
  });
});

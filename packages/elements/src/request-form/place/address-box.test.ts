import { aTimeout, expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { freshCity, type TestCity } from '@citydesk/sandbox/testing';
import { axeSays } from '../../../test/axe.ts';
import { Placing, withSearch } from '../../../test/placing.ts';

describe('the field for the place, in a city with an address search', () => {
  let city: TestCity;
  let asked: string[] = [];
  /** What holds the next answers back. */
  let held: Promise<void> | undefined;
  let refused: number | undefined;
  const { fetch } = globalThis;

  before(async () => {
    city = await freshCity();
  });
  after(() => city.close());
  beforeEach(() => {
    [asked, held, refused] = [[], undefined, undefined];
    globalThis.fetch = async (...request: Parameters<typeof fetch>) => {
      const url = String(request[0] instanceof Request ? request[0].url : request[0]);
      if (!url.includes('/geocoder/')) return fetch(...request);
      asked.push(new URL(url).searchParams.get('q') ?? url);
      const answer = refused ? new Response('', { status: refused }) : await fetch(...request);
      await held;
      return answer;
    };
  });
  afterEach(() => {
    globalThis.fetch = fetch;
  });

  const opens = () => Placing.opens(withSearch(city));

  it('is a combobox with a list in the same root, and says so', async () => {
    const { field, resident } = await opens();
    expect(field.role).to.equal('combobox');
    expect(field.getAttribute('aria-autocomplete')).to.equal('list');
    expect(field.ariaExpanded).to.equal('false');
    const list = resident.root.getElementById(field.getAttribute('aria-controls')!)!;
    expect([list.role, list.checkVisibility(), list.ariaLabel]).to.deep.equal(['listbox', false, 'Places found']);
    expect(resident.root.querySelector('[aria-owns]')).to.equal(null);
  });

  it('suggests addresses once three letters stand, and not before', async () => {
    const placing = await opens();
    await placing.types('31');
    await aTimeout(400);
    expect(asked).to.deep.equal([]);
    expect(await placing.finds('318 E Hoff')).to.include('318 E Hoffman St');
    expect(placing.field.ariaExpanded).to.equal('true');
    expect(placing.active).to.equal(undefined);
  });

  it('asks after two letters where they are words', async () => {
    const placing = await opens();
    await placing.types('本町');
    await placing.resident.until('the question', () => asked.length > 0);
    expect(asked).to.deep.equal(['本町']);
  });

  it('asks once for what was typed at one go', async () => {
    const placing = await opens();
    for (const text of ['Hof', 'Hoff', 'Hoffm', 'Hoffma', 'Hoffman']) await placing.types(text);
    await placing.finds('Hoffman');
    expect(asked).to.deep.equal(['Hoffman']);
  });

  it('ignores an answer that comes after other words were typed', async () => {
    const placing = await opens();
    let go = () => {};
    held = new Promise((resolve) => (go = resolve));
    await placing.types('Hoffman');
    await placing.resident.until('the question', () => asked.length === 1);
    held = undefined;
    const labels = await placing.finds('Portage');
    go();
    await aTimeout(50);
    expect(placing.labels).to.deep.equal(labels);
  });

  it('takes the address that is pressed, with its point, and says so', async () => {
    const placing = await opens();
    await placing.finds('318 e hoff');
    await placing.points('318 E Hoffman St');
    expect(placing.field.value).to.equal('318 E Hoffman St');
    expect(placing.isOpen).to.equal(false);
    expect(placing.place).to.include({ words: '318 E Hoffman St', address: '318 E Hoffman St', by: 'address' });
    expect(placing.place.point!.lat).to.be.closeTo(41.94, 0.02);
    expect(placing.announced).to.equal('The place is 318 E Hoffman St.');
    expect(placing.resident.focused === placing.field).to.equal(true);
    expect(placing.said, 'the field says it all').to.equal('');
  });

  describe('by keyboard', () => {
    it('goes down, up and round the list, and takes the option with Enter', async () => {
      const placing = await opens();
      const labels = await placing.finds('Hoffman');
      expect(await placing.key('ArrowDown'), 'the caret stays').to.equal(false);
      expect(placing.active).to.equal(labels[0]);
      await placing.key('ArrowUp');
      expect(placing.active).to.equal(labels.at(-1));
      await placing.key('ArrowDown');
      expect(placing.active).to.equal(labels[0]);
      expect(await placing.key('Enter'), 'the form is not sent').to.equal(false);
      expect(placing.field.value).to.equal(labels[0]);
      expect(placing.place.point).to.not.equal(undefined);
      expect(placing.resident.heading).to.equal('Show us where it is');
    });

    it('closes with Enter where no option is active, and chooses nothing', async () => {
      const placing = await opens();
      await placing.finds('Hoffm');
      expect(await placing.key('Enter')).to.equal(false);
      expect([placing.isOpen, placing.place.words, placing.place.point]).to.deep.equal([false, 'Hoffm', undefined]);
      expect(await placing.key('Enter'), 'then Enter goes on').to.equal(true);
    });

    it('closes with Escape, which goes no further, and keeps the words', async () => {
      const placing = await opens();
      let heard = 0;
      const hear = () => (heard += 1);
      document.addEventListener('keydown', hear);
      await placing.finds('Hoffm');
      await placing.key('Escape');
      document.removeEventListener('keydown', hear);
      expect([placing.isOpen, placing.field.value, heard]).to.deep.equal([false, 'Hoffm', 0]);
      await placing.key('ArrowDown');
      expect(placing.isOpen && placing.active, 'and comes back with the arrow').to.be.a('string');
    });

    it('chooses nothing with Tab, or when the field is left', async () => {
      const placing = await opens();
      await placing.finds('Hoffm');
      await placing.key('ArrowDown');
      expect(await placing.key('Tab')).to.equal(true);
      expect(placing.isOpen).to.equal(false);
      await placing.key('ArrowDown');
      placing.field.blur();
      await placing.resident.form.updateComplete;
      expect([placing.isOpen, placing.place.words, placing.place.point]).to.deep.equal([false, 'Hoffm', undefined]);
    });

    it('leaves Home, End and the side arrows to the text', async () => {
      const placing = await opens();
      await placing.finds('Hoffm');
      for (const key of ['Home', 'End', 'ArrowLeft', 'ArrowRight']) {
        await placing.key('ArrowDown');
        expect(placing.active, key).to.be.a('string');
        expect(await placing.key(key), key).to.equal(true);
        expect([placing.active, placing.isOpen], key).to.deep.equal([undefined, true]);
      }
    });

    it('opens with Alt and the arrow without going anywhere', async () => {
      const placing = await opens();
      await placing.finds('Hoffm');
      await placing.key('ArrowUp', { altKey: true });
      expect(placing.isOpen).to.equal(false);
      await placing.key('ArrowDown', { altKey: true });
      expect([placing.isOpen, placing.active]).to.deep.equal([true, undefined]);
    });
  });

  describe('with an input method', () => {
    const composes = async ({ field, resident }: Placing, value: string, end: boolean) => {
      field.value = value;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, isComposing: true }));
      if (end)
        field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, composed: true, data: value }));
      await resident.form.updateComplete;
    };

    it('asks for nothing until the words are whole', async () => {
      const placing = await opens();
      await composes(placing, 'ほんま', false);
      await aTimeout(400);
      expect([asked, placing.place.words]).to.deep.equal([[], 'ほんま']);
      await composes(placing, '本町', true);
      await placing.resident.until('the question', () => asked.length > 0);
      expect(asked).to.deep.equal(['本町']);
    });

    it('leaves it the arrows and Enter', async () => {
      const placing = await opens();
      await placing.finds('Hoffman');
      for (const key of ['ArrowDown', 'Enter', 'Escape']) {
        expect(await placing.key(key, { isComposing: true }), key).to.equal(true);
      }
      expect([placing.isOpen, placing.active]).to.deep.equal([true, undefined]);
    });
  });

  it('takes an address that is typed to its last letter, without a press, and leaves the words as they are', async () => {
    const placing = await opens();
    await placing.types('318 e. hoffman st');
    await placing.resident.until('the point', () => placing.place.point);
    expect(placing.place).to.include({ words: '318 e. hoffman st', address: '318 E Hoffman St', by: 'address' });
    expect(placing.field.value).to.equal('318 e. hoffman st');
  });

  it('takes the point out again once other words stand there', async () => {
    const placing = await opens();
    await placing.finds('318 e hoff');
    await placing.points('318 E Hoffman St');
    await placing.types('31 E Hoffman St');
    expect(placing.place.point).to.equal(undefined);
    await placing.types('In front of the library');
    await aTimeout(600);
    expect(placing.place).to.include({ words: 'In front of the library' });
    expect(placing.place.point).to.equal(undefined);
  });

  it('keeps the point while more is said about the same address', async () => {
    const placing = await opens();
    await placing.finds('318 e hoff');
    await placing.points('318 E Hoffman St');
    const { point } = placing.place;
    await placing.types('318 E Hoffman St, behind the house');
    expect(placing.place.point).to.equal(point);
  });

  it('says how many places there are once the keys rest', async () => {
    const placing = await opens();
    const { length } = await placing.finds('Hoffm');
    expect(placing.announced).to.equal('');
    const sentence =
      length === 1
        ? '1 place found. Press the down arrow to reach it.'
        : `${length} places found. Press the down arrow to reach them.`;
    await placing.resident.until('the count', () => placing.announced === sentence);
  });

  it('says quietly that no address was found, and takes the words as they are', async () => {
    const placing = await opens();
    await placing.types('qqqqq zzzzz');
    await placing.resident.sees('No address found. Say in your own words where it is.');
    expect(placing.isOpen).to.equal(false);
    await placing.resident.presses('Continue');
    await placing.resident.arrivesAt('Check and send');
    await placing.resident.sees('qqqqq zzzzz');
  });

  it('says quietly that the search does not work, and goes on without', async () => {
    const placing = await opens();
    const { error } = console;
    console.error = () => {};
    refused = 503;
    await placing.types('Hoffman');
    await placing.resident.sees('The address search does not work right now. Say in your own words where it is.');
    refused = undefined;
    await placing.finds('Hoffma');
    console.error = error;
    expect(placing.said).to.equal('');
  });

  it('lays the list over what follows: nothing moves', async () => {
    const placing = await opens();
    const button = await placing.resident.button('Use my location');
    const { top } = button.getBoundingClientRect();
    await placing.finds('Hoffm');
    expect(button.getBoundingClientRect().top).to.equal(top);
    for (const option of placing.options) expect(option.getBoundingClientRect().height).to.be.at.least(44);
  });

  it('reads numbers from a map as a point, keeps them as typed, and says what is there', async () => {
    const placing = await opens();
    const numbers = '41.94325, -85.63189';
    await placing.types(numbers);
    await placing.resident.until('the point', () => placing.place.point);
    expect(placing.place.point).to.include({ lat: 41.94325, long: -85.63189 });
    expect(placing.field.value).to.equal(numbers);
    await placing.resident.until('the address', () => /^These numbers are a point near \d.*\./.test(placing.said));
    expect(
      asked.filter((one) => one === numbers),
      'no address is looked for',
    ).to.deep.equal([]);
    await placing.types('At the library');
    expect(placing.place.point, 'and they go with it').to.equal(undefined);
  });

  it('shows under forced colors which option the keys are at', async () => {
    await emulateMedia({ forcedColors: 'active' });
    const placing = await opens();
    await placing.finds('Hoffm');
    await placing.key('ArrowDown');
    const [active, other] = placing.options.map((option) => getComputedStyle(option).outlineStyle);
    const { borderTopStyle } = getComputedStyle(placing.options[0]!.parentElement!);
    await emulateMedia({ forcedColors: 'none' });
    expect([active, other ?? 'none', borderTopStyle]).to.deep.equal(['solid', 'none', 'solid']);
  });

  it('has no violations with its list open, and an option active', async () => {
    const placing = await opens();
    await placing.finds('Hoffm');
    await placing.key('ArrowDown');
    const { violations, passes } = await axeSays(placing.resident.form);
    expect(violations).to.deep.equal([]);
    expect(passes).to.be.greaterThan(15);
  });
});

describe('the field for the place, in a city without an address search', () => {
  it('is a plain field, and nobody is asked', async () => {
    const city = await freshCity();
    const { fetch } = globalThis;
    const asked: string[] = [];
    globalThis.fetch = (...request) => {
      asked.push(String(request[0] instanceof Request ? request[0].url : request[0]));
      return fetch(...request);
    };
    const placing = await Placing.opens({ endpoint: city.endpoint, 'service-code': 'graffiti' });
    await placing.types('318 E Hoffman St');
    await aTimeout(500);
    globalThis.fetch = fetch;
    expect(placing.field.getAttribute('role')).to.equal(null);
    expect(asked.filter((url) => !url.startsWith(city.endpoint))).to.deep.equal([]);
    await city.close();
  });
});

import { expect } from '@open-wc/testing';
import { freshCity, type Seed, type TestCity } from '@citydesk/sandbox/testing';
import { axeSays } from '../../test/axe.ts';
import { cityFile } from '../../test/city-file.ts';
import { openItemStore } from '../device/item-store.ts';
import { Resident } from '../../test/resident.ts';
import { values } from '../../test/seeds.ts';

const seed: Seed = {
  services: [
    {
      service_code: 'all',
      service_name: 'Everything',
      description: 'Asks in every way',
      group: 'Streets',
      agency: 'Streets',
      expectedDays: 3,
      notice: 'We look at it.',
      attributes: [
        { code: 'note', description: 'Stay away from wires.', variable: false },
        { code: 'line', description: 'A line?', required: true, datatype_description: 'Like A1234.' },
        { code: 'long', description: 'More?', datatype: 'text', required: true },
        { code: 'number', description: 'How many?', datatype: 'number' },
        { code: 'date', description: 'When?', datatype: 'datetime', required: true },
        { code: 'one', description: 'Which?', datatype: 'singlevaluelist', required: true, values: values('A', 'B') },
        {
          code: 'pick',
          description: 'Which park?',
          datatype: 'singlevaluelist',
          required: true,
          values: values('One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven'),
        },
        { code: 'many', description: 'What?', datatype: 'multivaluelist', required: true, values: values('A', 'B') },
      ],
    },
    { service_code: 'graffiti', service_name: 'Graffiti', description: 'On a wall', group: 'Walls' },
    { service_code: 'other', service_name: 'Something else' },
  ],
};

const surroundings = [
  { width: 320, dir: 'ltr', scheme: 'light' },
  { width: 1280, dir: 'ltr', scheme: 'light' },
  { width: 320, dir: 'rtl', scheme: 'light' },
  { width: 1280, dir: 'rtl', scheme: 'light' },
  { width: 320, dir: 'ltr', scheme: 'dark' },
] as const;

describe('axe', () => {
  it('finds what is wrong inside a shadow root', async () => {
    const place = document.createElement('div');
    document.body.append(place);
    place.attachShadow({ mode: 'open' }).innerHTML =
      '<img src="data:,"><button></button><p style="color:#ccc;background:#fff">Pale</p>';
    const { violations } = await axeSays(place);
    place.remove();
    expect(violations.map((line) => line.split(':')[0])).to.include.members([
      'image-alt',
      'button-name',
      'color-contrast',
    ]);
  });

  for (const { width, dir, scheme } of surroundings) {
    describe(`finds nothing wrong at ${width} px, ${dir}, ${scheme},`, () => {
      let city: TestCity;

      beforeEach(async () => {
        city = await freshCity({ seed });
      });
      afterEach(() => city.close());

      const opens = (attributes: Readonly<Record<string, string>> = {}) =>
        Resident.opens(
          { config: cityFile({ endpoint: city.endpoint, phone: '311', zone: 'America/Detroit' }), ...attributes },
          { width, dir, scheme, inside: '<p slot="help">Or come to <a href="/city-hall">City Hall</a>.</p>' },
        );
      const clean = async (resident: Resident) => {
        const { violations, passes } = await axeSays(resident.form);
        expect(violations, resident.text.slice(0, 200)).to.deep.equal([]);
        expect(passes).to.be.greaterThan(5);
      };

      it('with the first step: offers, matches, none, all groups open', async () => {
        const resident = await opens();
        await resident.sees('Some things you can report');
        await clean(resident);
        await resident.types('Say it in your own words', 'graffiti');
        await resident.sees('Closest matches');
        await clean(resident);
        await resident.types('Say it in your own words', 'xqzvw');
        await resident.sees('We found no match');
        for (const group of resident.root.querySelectorAll('details')) group.open = true;
        await clean(resident);
      });

      it('with a list that is late, that failed, that is empty, or lacks the service', async () => {
        await city.fail({ route: 'services', kind: 'slow', ms: 700 });
        await clean(await opens());
        await city.fail({ route: 'services', kind: 'html' });
        const failed = await opens();
        await failed.sees('The list did not load.');
        await clean(failed);
        await city.fail({ route: 'services', kind: 'empty' });
        const empty = await opens();
        await empty.sees('The city takes no reports here right now.');
        await clean(empty);
        await city.heal();
        const lacking = await opens({ 'service-code': 'moon' });
        await lacking.sees('The city does not take this kind of report here right now');
        await clean(lacking);
      });

      it('with the place: empty, wrong, and with a location', async () => {
        const { getCurrentPosition } = navigator.geolocation;
        const resident = await opens({ 'service-code': 'graffiti' });
        await resident.arrivesAt('Show us where it is');
        await resident.sees('Problem Graffiti');
        await clean(resident);
        await resident.types('Tell us more (optional)', 'x'.repeat(3975));
        await resident.presses('Continue');
        await resident.sees('There are 2 things to fix');
        await clean(resident);
        navigator.geolocation.getCurrentPosition = (_, failed) =>
          failed?.({ code: 3, PERMISSION_DENIED: 1, POSITION_UNAVAILABLE: 2, TIMEOUT: 3, message: '' });
        await resident.presses('Use my location');
        await resident.sees('That took too long.');
        await clean(resident);
        navigator.geolocation.getCurrentPosition = (found) =>
          found({ coords: { latitude: 41.9, longitude: -85.6, accuracy: 900 } } as GeolocationPosition);
        await resident.presses('Use my location');
        await resident.sees('We only know where you are');
        await clean(resident);
        navigator.geolocation.getCurrentPosition = getCurrentPosition;
      });

      it('with the questions: late, failed, empty, all wrong, all answered', async () => {
        await city.fail({ route: 'definition', kind: 'slow', ms: 1500 });
        const resident = await opens({ 'service-code': 'all' });
        await resident.saysWhere('Here');
        await resident.sees('The questions are on their way.');
        await clean(resident);
        await resident.sees('A line?');
        await clean(resident);
        await resident.types('How many? (optional)', 'x');
        await resident.presses('Continue');
        await resident.sees('There are 7 things to fix');
        await clean(resident);

        await city.fail({ route: 'definition', kind: 'html' });
        const failed = await opens({ 'service-code': 'all' });
        await failed.saysWhere('Here');
        await failed.sees('The city’s questions did not load');
        await clean(failed);
      });

      it('with the last step: closed, open, wrong, refused, on its way, and uncertain', async () => {
        const resident = await opens({ 'service-code': 'graffiti' });
        await resident.saysWhere('Here', 'Red');
        await resident.arrivesAt('Check and send');
        await clean(resident);
        await resident.presses(/^Your name and contact/);
        await resident.types('Email', 'ada');
        await resident.types('Phone', '5');
        await resident.presses('Send report');
        await resident.sees('There are 2 things to fix');
        await clean(resident);
        await city.fail({ route: 'post', kind: 'ok-with-error' });
        await resident.presses('Send without my name');
        await resident.sees('The city did not take the report yet');
        await clean(resident);
        await city.fail({ route: 'post', kind: 'slow', ms: 1500, times: 1 }, { route: 'post', kind: 'html' });
        await resident.presses('Send report');
        await resident.sees('Sending your report.');
        await clean(resident);
        await resident.getsReceipt();
        const second = await opens({ 'service-code': 'graffiti' });
        await second.saysWhere('Here');
        await second.arrivesAt('Check and send');
        await second.presses('Send report');
        await second.sees('We are finding out if the city has your report');
        await clean(second);
        const store = openItemStore('device');
        for (const { reportId } of await store.all()) await store.change(reportId, () => undefined);
      });

      it('with contact required, with the receipt, and with a link to copy', async () => {
        const resident = await opens({ 'service-code': 'graffiti', contact: 'required' });
        await resident.saysWhere('Here');
        await resident.arrivesAt('Check and send');
        await clean(resident);
        await resident.types('Email', 'ada@example.com');
        await resident.presses('Send report');
        await resident.getsReceipt();
        await resident.sees('The city gave no date.');
        await clean(resident);
        Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
        await resident.presses('Copy the link');
        await resident.sees('Copying did not work.');
        Reflect.deleteProperty(navigator, 'clipboard');
        await clean(resident);
      });
    });
  }
});

import { expect } from '@open-wc/testing';
import { freshCity, type Seed, type TestCity } from '@citydesk/sandbox/testing';
import { axeSays } from '../../test/axe.ts';
import { ownDevice } from '../../test/own-device.ts';
import {
  comesBack,
  dayOf,
  Follower,
  followsLink,
  pageIsItself,
  report,
  withoutFragment,
} from '../../test/following.ts';

const number = '26-00001';
const seed: Seed = {
  timeZone: 'America/Detroit',
  services: [
    { service_code: 'hole', service_name: 'Pothole', agency: 'Street Department' },
    { service_code: 'lamp', service_name: 'Street light', expectedDays: 3 },
    { service_code: 'noise', service_name: 'Noise', type: 'batch', tokenDelay: 3_600_000 },
  ],
  requests: [report(number)],
};
const today = dayOf(new Date());

async function isWell(follower: Follower): Promise<void> {
  const { violations, passes } = await axeSays(follower.widget);
  expect(violations).to.deep.equal([]);
  expect(passes).to.be.greaterThan(5);
  expect(follower.sticksOut).to.deep.equal([]);
}

let city: TestCity;
afterEach(async () => {
  pageIsItself();
  withoutFragment();
  await city.close();
});

describe('a number that the city does not know', () => {
  const sentence = 'We found no report with the number 26-99999.';

  beforeEach(async () => {
    city = await freshCity({ seed });
  });

  for (const [how, looks] of [
    ['typed', (follower: Follower) => follower.finds('26-99999')],
    ['followed by link', () => followsLink('#citydesk:request=26-99999')],
  ] as const) {
    it(`${how} stays in the field, which has the focus and says so`, async () => {
      const more = { cityName: 'Three Rivers', requestIdExample: '26-01873' };
      const follower = await Follower.comesTo(city, {}, { width: 320 }, more);
      await follower.sees('It is on your receipt, for example 26-01873.');
      await looks(follower);
      await follower.sees(sentence);
      const field = await follower.field('Report number');
      await follower.until('the focus', () => follower.focused === field);
      expect([field.value, field.ariaInvalid]).to.deep.equal(['26-99999', 'true']);
      const described = field.getAttribute('aria-describedby')!.split(' ');
      expect(described.map((id) => follower.root.getElementById(id)!.textContent).join(' ')).to.include(sentence);
      await follower.sees('Check the number. In Three Rivers it looks like 26-01873.');
      await follower.sees('A new report can take a few minutes to show up.');
      await isWell(follower);
      await follower.finds(number);
      await follower.sees(`The city got this report on ${today}.`);
      expect(follower.text).not.to.include('We found no report');
    });
  }

  it('is checked figure by figure where the city has no example', async () => {
    const follower = await Follower.comesTo(city);
    await follower.finds('26-99999');
    await follower.sees(`${sentence}`);
    await follower.sees('Check the number, figure by figure.');
  });
});

describe('a city that is down', () => {
  ownDevice();

  it('leaves what this device knows from the last visit, with its age', async () => {
    city = await freshCity({ seed });
    const before = await Follower.comesTo(city, { 'request-id': number });
    await before.sees('The city got this report');
    await before.chooses('Keep this report on this device');
    await before.sees('Your report is kept on this device.');
    before.widget.remove();
    await city.fail({ route: '*', kind: 'down' });
    const now = await Follower.comesTo(city, { 'request-id': number }, { width: 320 });
    await now.reads(`The city got this report on ${today}. It has not said that work began.`);
    await now.sees(`The city’s system does not answer. This is how it stood on ${today} at`);
    await isWell(now);
  });

  it('is looked at again when it is well, and then the report stands as it is', async () => {
    city = await freshCity({ seed });
    await city.fail({ route: '*', kind: 'down' });
    const follower = await Follower.comesTo(city, { 'request-id': number });
    await follower.reads('The city’s system does not answer.');
    await city.heal();
    await comesBack();
    await follower.reads(`The city got this report on ${today}. It has not said that work began.`);
    expect(follower.text).not.to.include('does not answer');
  });
});

describe('several numbers at once', () => {
  it('each have their one sentence, also the one that the city does not know', async () => {
    const more = [report('26-00002'), report('26-00003', { service_code: 'lamp' })];
    city = await freshCity({ seed: { ...seed, requests: [report(number), ...more] } });
    await city.change('26-00002', { status: 'Closed', note: 'Patched.' });
    const follower = await Follower.comesTo(city, {}, { width: 320 });
    await follower.finds(`${number}, 26-00002, 26-99999`);
    await follower.reads('3 reports');
    await follower.sees('The city says it is fixed.');
    const items = [...follower.root.querySelectorAll('[aria-labelledby=first] li')].map((one) => one.textContent);
    expect(items.length).to.equal(3);
    for (const [at, sentence] of [
      `The city got this report on ${today}. It has not said that work began.`,
      `Closed on ${today}. The city says it is fixed.`,
      'We found no report with the number 26-99999.',
    ].entries()) {
      expect(items[at]).to.include(sentence);
    }
    await isWell(follower);
    await follower.follows('Show all about report 26-00002');
    await follower.reads(`Closed on ${today}. The city says it is fixed.`);
  });
});

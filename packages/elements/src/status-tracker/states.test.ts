import { expect } from '@open-wc/testing';
import { freshCity, type FreshCityOptions, type Seed, type TestCity } from '@citydesk/sandbox/testing';
import { axeSays } from '../../test/axe.ts';
import {
  ago,
  earlierToday,
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
const lamp = (requested_datetime: string): Seed => ({
  ...seed,
  requests: [report(number, { service_code: 'lamp', requested_datetime })],
});
const closed = (note?: string, at?: string) => async (city: TestCity) =>
  void (await city.change(number, { status: 'Closed', ...(note && { note }), ...(at && { at }) }));
const started = async (city: TestCity) => void (await city.change(number, { status: 'In progress' }));

const today = dayOf(new Date());
const expected = async (city: TestCity) => dayOf((await city.rows())[0]!.expectedDatetime!);

interface State {
  readonly state: string;
  /** The switch of the sandbox: what the city is like, and what happens in it before the report is looked up. */
  readonly city?: FreshCityOptions;
  readonly happened?: (city: TestCity) => Promise<void>;
  /** What happens once it is shown. */
  readonly then?: (city: TestCity, follower: Follower) => Promise<void>;
  /** Other than the number. */
  readonly asked?: (city: TestCity) => Promise<string>;
  readonly first: string | ((city: TestCity) => Promise<string>);
  /** What can be done now, or is to be known for it: words, or a control by its name. */
  readonly next: string | RegExp | { readonly button: string } | { readonly link: string };
}

const states: readonly State[] = [
  {
    state: 'received',
    first: `The city got this report on ${today}. It has not said that work began.`,
    next: /Checked at \d+:\d\d [AP]M\. This page checks again on its own\./,
  },
  {
    state: 'received, with the day the city expects to be done by',
    city: { seed: lamp(earlierToday(1)) },
    first: async (city) => `The city got this report on ${today}. It expects to be done by ${await expected(city)}.`,
    next: { button: 'Add the date to my calendar' },
  },
  { state: 'in progress', happened: started, first: 'The city is working on this.', next: { button: 'Copy the link' } },
  {
    state: 'in progress, with the day the city expects to be done by',
    city: { seed: lamp(earlierToday(1)) },
    happened: started,
    first: async (city) => `The city is working on this and expects to be done by ${await expected(city)}.`,
    next: { button: 'Add the date to my calendar' },
  },
  {
    state: 'late',
    city: { seed: lamp(ago({ days: 30 })) },
    first: async (city) => `This is late. The city expected to be done by ${await expected(city)}.`,
    next: 'Late means the date the city gave has passed.',
  },
  {
    state: 'a word of the city that nobody else has',
    city: { seed, canned: { [`requests/${number}.json`]: [{ service_request_id: number, status: 'Triage B' }] } },
    first: 'The city calls this “Triage B”.',
    next: 'This page checks again on its own.',
  },
  {
    state: 'closed as fixed',
    happened: closed('Filled with hot asphalt.'),
    first: `Closed on ${today}. The city says it is fixed.`,
    next: { link: 'Report that it is still broken' },
  },
  {
    state: 'closed as done',
    happened: closed('Hauled away.'),
    first: `Closed on ${today}. The city says the work is done.`,
    next: 'Was it fixed?',
  },
  {
    state: 'closed as not the city’s, with a name',
    happened: closed('This is a state road. We passed it on to MDOT.'),
    first: `Closed on ${today}. The city says MDOT takes care of this.`,
    next: 'The city wrote: “This is a state road. We passed it on to MDOT.”',
  },
  {
    state: 'closed as not the city’s, without a name',
    happened: closed('This is not our job.'),
    first: `Closed on ${today}. The city says that someone else takes care of this.`,
    next: 'Call 311.',
  },
  {
    state: 'closed as a duplicate',
    happened: closed('Someone told us about this before, as 26-00777. We answer under that number.'),
    first: `Closed on ${today}. It is the same problem as report 26-00777.`,
    next: 'Find another report',
  },
  {
    state: 'closed with nothing found',
    happened: closed('We looked twice and could not find it.'),
    first: `Closed on ${today}. The city looked and found nothing.`,
    next: { link: 'Report that it is still broken' },
  },
  {
    state: 'closed as what the city will not do',
    happened: closed('We will not repair private drives.'),
    first: `Closed on ${today}. The city says it will not do this.`,
    next: 'The city wrote: “We will not repair private drives.”',
  },
  {
    state: 'closed with a note that only a person can read',
    happened: closed('See the letter of May 3.'),
    first: `Closed on ${today}. The city wrote a note.`,
    next: 'The city wrote: “See the letter of May 3.”',
  },
  {
    state: 'closed without a reason',
    happened: closed(),
    first: `Closed on ${today}. The city gave no reason.`,
    next: { link: 'Report that it is still broken' },
  },
  {
    state: 'closed long ago',
    city: { seed: { ...seed, requests: [report(number, { requested_datetime: ago({ days: 220 }) })] } },
    happened: closed('Patched.', ago({ days: 200 })),
    first: `Closed on ${dayOf(ago({ days: 200 }))}. The city says it is fixed.`,
    next: 'That was long ago. If it is broken again, send a new report.',
  },
  {
    state: 'without a number yet',
    asked: async (city) => `token=${await filesNoise(city)}`,
    first: 'The city has this report. It has no number yet.',
    next: 'We keep looking. You can close this page and use the same link later.',
  },
  {
    state: 'with its number at last',
    asked: async (city) => `token=${await filesNoise(city)}`,
    then: async (city) => {
      await city.readyTokens();
      await comesBack();
    },
    first: `The city got this report on ${today}. It has not said that work began.`,
    next: { button: 'Copy the link' },
  },
  {
    state: 'not shown to the public',
    happened: (city) => city.fail({ route: 'requests', kind: 'forbidden' }),
    first: `The city does not show report ${number} here.`,
    next: 'The city may still be checking it. Call if you want to ask.',
  },
  {
    state: 'gone',
    happened: (city) => city.fail({ route: 'requests', kind: 'gone' }),
    first: `The city no longer shows report ${number}.`,
    next: 'Call if you want to know what became of it.',
  },
  {
    state: 'gone after it was there',
    then: async (city) => {
      await city.fail({ route: 'requests', kind: 'not-found' });
      await comesBack();
    },
    first: `The city no longer shows report ${number}.`,
    next: 'Call if you want to know what became of it.',
  },
  {
    state: 'the city down, and nothing known',
    happened: (city) => city.fail({ route: '*', kind: 'down' }),
    first: 'The city’s system does not answer.',
    next: 'We try again on our own. You can also keep the number 26-00001 and come back later.',
  },
  {
    state: 'the city down, and the last known state',
    then: async (city) => {
      await city.fail({ route: '*', kind: 'down' });
      await comesBack();
    },
    first: `The city got this report on ${today}. It has not said that work began.`,
    next: new RegExp(`The city’s system does not answer. This is how it stood on ${today} at \\d+:\\d\\d [AP]M\\.`),
  },
  {
    state: 'a city whose clock is hours ahead',
    city: { seed: { ...seed, requests: [report(number, { requested_datetime: ago({ hours: -30 }) })] } },
    first: `The city got this report on ${dayOf(ago({ hours: -30 }))}. It has not said that work began.`,
    next: 'The clock of this device may be wrong. The dates below are the city’s.',
  },
  {
    state: 'a city whose clock is days behind',
    city: { seed, clockOffset: -4 * 86_400_000 },
    happened: async (city) => void (await city.change(number, { status: 'Closed', note: 'Patched.' })),
    first: `Closed on ${dayOf(ago({ days: 4 }))}. The city says it is fixed.`,
    next: { link: 'Report that it is still broken' },
  },
];

async function filesNoise({ endpoint }: TestCity): Promise<string> {
  const body = new URLSearchParams({ service_code: 'noise', address_string: '318 Hoffman St' });
  const answer = await fetch(`${endpoint}requests.json`, { method: 'POST', body });
  return ((await answer.json()) as readonly { readonly token: string }[])[0]!.token;
}

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

describe('where a report stands is said first, with a next step:', () => {
  for (const { state, city: like = { seed }, happened, then, asked, first, next } of states) {
    it(state, async () => {
      city = await freshCity(like);
      await happened?.(city);
      await followsLink(`#citydesk:${(await asked?.(city)) ?? `request=${number}`}`);
      const follower = await Follower.comesTo(city, {}, { width: 320 });
      await follower.until('a first sentence', () => follower.first !== '');
      await then?.(city, follower);
      await follower.reads(typeof first === 'string' ? first : await first(city));
      expect(follower.names('heading')).to.include(follower.first);
      await follower.sees('Call 311.');
      if (typeof next === 'string' || next instanceof RegExp) await follower.sees(next);
      else if ('button' in next) await follower.button(next.button);
      else await follower.link(next.link);
      await isWell(follower);
    });
  }
});

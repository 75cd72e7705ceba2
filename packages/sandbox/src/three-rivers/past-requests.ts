/**
 * Makes up the demo city’s past: who reported what, where, when, and what became of it. It ends now, so that the city
 * looks alive whenever it is opened; the same moment gives the same past.
 */

import {
  afterWorkDays,
  type SeedAttribute,
  type SeedEntry,
  type SeedRequest,
  type SeedService,
} from '@citydesk/relay/town';
import { potholePhotos } from './drawn-photos.ts';
import { otherEndings, stories, type Ending, type Story } from './stories.ts';
import { randomFrom, type Random } from './random.ts';
import { isQuiet, standingReports } from './standing-reports.ts';

export interface Spot {
  readonly name: string;
  readonly lat: number;
  readonly long: number;
}

/** Where things happen. */
export interface CityMap {
  /** `[number, lat, long]` of the houses on each street. */
  readonly streets: readonly {
    readonly name: string;
    readonly houses: readonly (readonly [number, number, number])[];
  }[];
  readonly crossings: readonly Spot[];
  readonly places: readonly (Spot & { readonly kind: string })[];
}

const day = 24 * 60 * 60 * 1000;
/** Further back than the 90 days of a list, so that the oldest are found by number only. */
const oldest = 104 * day;
/** Requests a day, over a year: in late November the numbers are near 1,870. */
const perDay = 5.78;

const people = [
  ['Maria', 'Lopez'],
  ['Dale', 'Hostetler'],
  ['Aisha', 'Karim'],
  ['Ron', 'Beebe'],
  ['Kim', 'Tran'],
  ['Earl', 'Schoolcraft'],
  ['Denise', 'Walker'],
] as const;

/**
 * @param now the day it ends on
 * @returns requests, oldest first, numbered as the store would
 */
export function pastRequests(services: readonly SeedService[], map: CityMap, zone: string, now: Date): SeedRequest[] {
  const random = randomFrom(311);
  const drafts = random
    .shuffle(stories.flatMap((story) => Array.from({ length: story.times }, (_, index) => ({ story, index }))))
    .map(({ story, index }, place, all) => ({
      story,
      index,
      // More of late than of old, and in waking hours (12 to 24 UTC is 8 to 20 in summer).
      at: waking(new Date(+now - oldest * ((place + random.next()) / all.length) ** 1.5), random, now),
    }))
    .sort((a, b) => +a.at - +b.at);

  const numbers = new Map<number, number>();
  const earlier = new Map<string, Known>();
  const madeUp: SeedRequest[] = drafts.map(({ story, index, at }) => {
    const service = services.find((each) => each.service_code === story.service);
    if (!service) throw new Error(`No service ${story.service}`);
    const id = numberOf(at, numbers);
    const known = earlier.get(story.service);
    const kind = endingOf(story, known, random);
    const spot = kind === 'duplicate' && known ? known.spot : spotFor(story, map, random, kind === 'notOurs');
    const ending = kind && otherEndings[kind].replace('{id}', known?.id ?? '');
    const history = historyOf(story, at, afterWorkDays(at, service.expectedDays ?? 5, zone), now, ending, random);
    earlier.set(story.service, { id, spot });
    // Every other one brought a photo; crews take theirs when the work is done.
    const photos = story.service === 'pothole' && index % 2 === 0 ? potholePhotos(index / 2) : undefined;
    return {
      service_code: story.service,
      service_request_id: id,
      requested_datetime: at.toISOString(),
      description: story.says[index % story.says.length] ?? '',
      address: spot.name,
      zipcode: '49093',
      lat: spot.lat,
      long: spot.long,
      attributes: answersFor(service.attributes ?? [], story, index, at, spot, random),
      ...(photos && { photos: [photos.before] }),
      history: photos && ending === undefined ? withPhotoOfWork(history, photos.after) : history,
      ...(random.next() < 0.45 ? contact(random) : {}),
    };
  });
  const taken = new Set(madeUp.map((each) => each.service_request_id ?? ''));
  return [...madeUp, ...standingReports(now, taken, (at) => numberOf(at, new Map()))].sort(
    (a, b) => Date.parse(a.requested_datetime) - Date.parse(b.requested_datetime),
  );
}

function waking(at: Date, random: Random, now: Date): Date {
  const moved = new Date(at);
  moved.setUTCHours(12 + Math.floor(random.next() * 12), Math.floor(random.next() * 60), 0, 0);
  return +moved < +now - day / 48 ? moved : new Date(+now - day * (0.03 + 0.4 * random.next()));
}

function numberOf(at: Date, numbers: Map<number, number>): string {
  const year = at.getUTCFullYear();
  const number = Math.max((numbers.get(year) ?? 0) + 1, Math.round(((+at - Date.UTC(year, 0, 1)) / day) * perDay));
  numbers.set(year, number);
  return `${String(year).slice(-2)}-${String(number).padStart(5, '0')}`;
}

function historyOf(
  story: Story,
  at: Date,
  due: Date,
  now: Date,
  ending: string | undefined,
  random: Random,
): SeedEntry[] {
  const span = +due - +at;
  const luck = random.next();
  // One in ten is not done in time by far; most are done a little before.
  const closed = new Date(+at + span * (luck < 0.1 ? 4 : 0.65 + 0.45 * random.next()));
  const started = new Date(+at + span * (0.05 + 0.15 * random.next()));
  const entries: SeedEntry[] = [];
  const startNote = random.maybe(story.started);
  if (+started < +now && startNote !== undefined && ending === undefined) {
    entries.push({ at: started.toISOString(), status: 'In progress', note: startNote });
  }
  if (+closed < +now) {
    entries.push({ at: closed.toISOString(), status: 'Closed', note: ending ?? random.pick(story.done) });
  }
  return entries;
}

function withPhotoOfWork(history: readonly SeedEntry[], photo: string): readonly SeedEntry[] {
  return history.map((entry) => (entry.status === 'Closed' ? { ...entry, photo } : entry));
}

interface Known {
  readonly id: string;
  readonly spot: Spot;
}

/** One in five does not end with the work being done: it was known already, not there, or not the city's. */
function endingOf(story: Story, known: Known | undefined, random: Random): Ending | undefined {
  const kind = random.maybe<Ending>(story.endings ?? ['duplicate', 'notFound']);
  return random.next() < 0.2 && (known || kind !== 'duplicate') ? kind : undefined;
}

/** @param onStateRoad whether it must be where the state road runs through town */
function spotFor(story: Story, map: CityMap, random: Random, onStateRoad: boolean): Spot {
  const fits = ({ name }: { readonly name: string }): boolean => !onStateRoad || name.includes('Michigan Ave');
  if (story.at === 'crossing') return random.pick(map.crossings.filter((each) => fits(each) && !isQuiet(each)));
  if (story.at === 'park') return random.pick(map.places.filter(({ kind }) => kind === 'park'));
  const street = random.pick(map.streets.filter(fits));
  const [number, lat, long] = random.pick(street.houses.filter(([, lat, long]) => !isQuiet({ lat, long })));
  return { name: `${number} ${street.name}`, lat, long };
}

function answersFor(
  questions: readonly SeedAttribute[],
  story: Story,
  index: number,
  at: Date,
  spot: Spot,
  random: Random,
): Record<string, string | readonly string[]> {
  const answers: Record<string, string | readonly string[]> = {};
  for (const { code, datatype, variable, required, values = [] } of questions) {
    const told = story.answers?.[code];
    if (variable === false || (!required && random.next() < 0.5)) continue;
    const sameName = values.find(({ name }) => name === spot.name);
    if (told) answers[code] = told[index % told.length] ?? '';
    else if (datatype === 'singlevaluelist') answers[code] = (sameName ?? random.pick(values)).key;
    else if (datatype === 'multivaluelist') answers[code] = [random.pick(values).key];
    else if (datatype === 'number') answers[code] = String(1 + Math.floor(random.next() * 4));
    else if (datatype === 'datetime') answers[code] = new Date(+at - day).toISOString().slice(0, 10);
  }
  return answers;
}

function contact(random: Random): Pick<SeedRequest, 'first_name' | 'last_name' | 'email' | 'phone'> {
  const [first, last] = random.pick(people);
  const phone = `269-555-01${String(10 + Math.floor(random.next() * 80))}`;
  return {
    first_name: first,
    last_name: last,
    email: `${first}.${last}@example.com`.toLowerCase(),
    ...(random.next() < 0.5 ? { phone } : {}),
  };
}

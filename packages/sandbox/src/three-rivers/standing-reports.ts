/**
 * Reports of the demo city that always stand open at the same places, whenever it is opened: for who wants to see that theirs is
 * known already. The made-up past around them comes out differently every day.
 */

import { metresBetween, type Point, type SeedRequest } from '@citydesk/relay/town';
import { potholePhotos } from './drawn-photos.ts';

const day = 24 * 60 * 60 * 1000;

type Standing = Omit<SeedRequest, 'requested_datetime' | 'history'> & {
  /** How long before the city is opened. */
  readonly daysAgo: number;
  /** What staff wrote a day later, where they began. */
  readonly started?: string;
  /** Which of the drawn pictures it came with. */
  readonly drawn?: number;
};

/** Around 318 Spring St: two potholes within 60 m, and what must not be told beside them. */
const reports: readonly Standing[] = [
  {
    service_code: 'pothole',
    daysAgo: 4,
    description: 'Deep, with a sharp edge. It has already cost me a tire.',
    address: '290 Spring St',
    lat: 41.94164,
    long: -85.63567,
    attributes: { size: 'large', lane: 'drive' },
    drawn: 2,
    started: 'Marked. A crew comes this week.',
  },
  {
    service_code: 'pothole',
    daysAgo: 2,
    description: 'Where the alley meets the street.',
    address: '368 Spring St',
    lat: 41.941,
    long: -85.63566,
    attributes: { size: 'medium', lane: 'curb' },
  },
  {
    service_code: 'junk_car',
    daysAgo: 5,
    description: 'Has not moved since summer.',
    address: '331 Spring St',
    lat: 41.94132,
    long: -85.63593,
    attributes: { where: 'street' },
  },
];

/** Around 318 E Hoffman St and 318 Hook Ave, where nothing was reported: for who wants to report what is not known yet. */
const quietPlaces = [
  { lat: 41.95459, long: -85.62925 },
  { lat: 41.94141, long: -85.6393 },
];
/** Metres; more than anyone looks around. */
const quietAround = 160;

/** Whether it is quiet at a point. */
export function isQuiet(point: Point): boolean {
  return quietPlaces.some((place) => metresBetween(place, point) <= quietAround);
}

/**
 * @param taken numbers that other requests have
 * @param numberAt the number that a request of that moment would have
 */
export function standingReports(now: Date, taken: ReadonlySet<string>, numberAt: (at: Date) => string): SeedRequest[] {
  const given = new Set(taken);
  return reports.map(({ daysAgo, started, drawn, ...report }) => {
    const at = new Date(+now - daysAgo * day);
    let id = numberAt(at);
    while (given.has(id)) id = before(id);
    given.add(id);
    return {
      ...report,
      service_request_id: id,
      requested_datetime: at.toISOString(),
      zipcode: '49093',
      ...(drawn !== undefined && { photos: [potholePhotos(drawn).before] }),
      history:
        started === undefined ? [] : [{ at: new Date(+at + day).toISOString(), status: 'In progress', note: started }],
    };
  });
}

/** The number before, so that none comes after the newest. */
function before(id: string): string {
  const [year = '', number = ''] = id.split('-');
  return `${year}-${String(Number(number) - 1).padStart(5, '0')}`;
}

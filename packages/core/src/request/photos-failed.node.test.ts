import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NetworkError, RejectedError, UnreadableError, UnsupportedError } from '@citydesk/open311';
import { frozen, sending } from '../../test/reports.ts';
import { attempt } from '../outbox/attempt.ts';
import { ended } from '../outbox/advance.ts';
import { realTimes } from '../outbox/times.ts';
import { actionFor } from './send-report.ts';

const failure = { method: 'POST', url: 'https://city.example/open311/v2/requests.json' };
const moment = { now: 0, random: 0, times: realTimes };

/** What comes of sending a report with photos (or none), where the client throws `error`. */
async function outcome(error: unknown, { progress, photos = 1 }: { progress?: number; photos?: number } = {}) {
  const item = frozen({ report: { serviceCode: 'pothole', media: Array<Blob>(photos).fill(new Blob(['x'])) } });
  const client = { relay: false, services: async () => [], submitRequest: () => Promise.reject(error as Error) };
  const came = await attempt(item, async () => true, { client: async () => client, progress: () => progress });
  const action = await actionFor(ended(item, came, moment), sending(), true);
  return action.type === 'not-sent'
    ? action.setback?.is
    : action.type === 'waiting'
      ? action.item.standing.is
      : action.type;
}

const rejected = (status: number, reason: string) =>
  new RejectedError({ ...failure, status }, [{ code: String(status), description: reason }]);

describe('a report whose photos the city does not take', () => {
  for (const [why, error] of [
    ['too large', rejected(413, 'Too much.')],
    ['an unknown kind', rejected(415, 'Unsupported.')],
    ['a reason that names the photo', rejected(400, 'The photo could not be read.')],
    ['a reason that names the file', rejected(400, 'media: invalid file')],
    [
      'a proxy that found it too large, with a web page',
      new UnreadableError({ ...failure, status: 413 }, 'an HTML page'),
    ],
    ['a city that takes none', new UnsupportedError(failure, 'no photos')],
  ] as const) {
    it(`is not lost: ${why}`, async () => assert.equal(await outcome(error), 'photos-failed'));
  }

  it('is refused like any other once it goes without them', async () => {
    assert.equal(await outcome(rejected(400, 'Too dark.'), { photos: 0 }), 'rejected');
  });

  it('is refused for another reason where that is the reason', async () => {
    assert.equal(await outcome(rejected(400, 'The address is missing.')), 'rejected');
  });
});

describe('a connection that breaks while photos are on their way', () => {
  it('has left no report at the city before all has gone', async () => {
    assert.equal(await outcome(new NetworkError(failure), { progress: 0.6 }), 'waiting');
  });

  it('may have left one after that, or where nobody can tell', async () => {
    assert.equal(await outcome(new NetworkError(failure), { progress: 1 }), 'unknown');
    assert.equal(await outcome(new NetworkError(failure)), 'unknown');
  });
});

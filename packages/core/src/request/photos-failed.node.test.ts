import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NetworkError, RejectedError, UnreadableError, UnsupportedError } from '@citydesk/open311';
import type { Report } from '@citydesk/open311';
import { sending } from '../../test/reports.ts';
import type { Sending } from './journey-state.ts';
import { sendReport } from './send-report.ts';

const photo = { id: '1', is: 'ready', name: 'hole.jpg', about: '', file: new Blob(['x']) } as const;
const failure = { method: 'POST', url: 'https://city.example/open311/v2/requests.json' };

/** What comes of sending a report with a photo, where the client throws `error`. */
async function outcome(error: unknown, { progress, ...more }: Partial<Sending> & { progress?: number } = {}) {
  const state = sending();
  const sent: Report[] = [];
  const ports = {
    client: async () => ({
      submitRequest: async (report: Report) => {
        sent.push(report);
        throw error as Error;
      },
    }),
    online: () => true,
    maySend: () => true,
    progress: () => progress,
  };
  const action = await sendReport(ports, { ...state, draft: { ...state.draft, photos: [photo] }, ...more });
  return { is: action.type === 'not-sent' ? action.setback?.is : action.type, photos: sent[0]?.media?.length ?? 0 };
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
    ['an uploader that failed before the city was asked', new Error('The shop is closed.')],
  ] as const) {
    it(`is not lost: ${why}`, async () => {
      assert.deepEqual(await outcome(error), { is: 'photos-failed', photos: 1 });
    });
  }

  it('goes without them where the resident says so', async () => {
    assert.deepEqual(await outcome(rejected(400, 'Too dark.'), { withoutPhotos: true }), { is: 'rejected', photos: 0 });
  });

  it('is refused for another reason where that is the reason', async () => {
    assert.deepEqual(await outcome(rejected(400, 'The address is missing.')), { is: 'rejected', photos: 1 });
  });
});

describe('a connection that breaks while photos are on their way', () => {
  it('has left no report at the city before all has gone', async () => {
    assert.deepEqual(await outcome(new NetworkError(failure), { progress: 0.6 }), { is: 'photos-failed', photos: 1 });
  });

  it('may have left one after that, or where nobody can tell', async () => {
    assert.deepEqual(await outcome(new NetworkError(failure), { progress: 1 }), { is: 'unsure', photos: 1 });
    assert.deepEqual(await outcome(new NetworkError(failure)), { is: 'unsure', photos: 1 });
  });
});

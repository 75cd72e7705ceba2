import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NetworkError, NotFoundError, RejectedError, UnsupportedError, type ServiceRequest } from '@citydesk/open311';
import { lookFor, type Wanted } from './look-for.ts';

const wanted: Wanted = {
  reportId: '7f6d2b9c-3a51-4c0e-9d1f-2b7a64c1e003',
  reference: 'CD-FXPJ-Q71T',
  serviceCode: 'pothole',
  serviceType: 'realtime',
};
const filed = (more: Partial<ServiceRequest>): ServiceRequest => ({
  serviceRequestId: '1',
  serviceCode: 'pothole',
  status: 'open',
  statusLabel: 'Received',
  mediaUrls: [],
  description: 'An old one.',
  ...more,
});

const among = (requests: readonly ServiceRequest[], more: Partial<Wanted> = {}) =>
  lookFor({ requests: async function* () { yield* requests; } }, { ...wanted, ...more }); // prettier-ignore
const after = (error: Error) =>
  // oxlint-disable-next-line require-yield
  lookFor({ requests: async function* () { throw error; } }, wanted); // prettier-ignore

const failure = { method: 'GET', url: 'https://city.example/requests.json' };

describe('looking for a report in the city’s list', () => {
  it('finds it by its word in the description, or by its id in an answer', async () => {
    const found = { is: 'found', serviceRequestId: '2' };
    const byWord = filed({ serviceRequestId: '2', description: 'It is deep.\n\n(Reference CD-FXPJ-Q71T)' });
    assert.deepEqual(await among([filed({}), byWord]), found);
    const byId = filed({ serviceRequestId: '2', attributes: [{ label: 'Id', value: wanted.reportId }] });
    assert.deepEqual(await among([filed({}), byId]), found);
  });

  it('calls it absent only where the list shows reports of this kind with their words', async () => {
    assert.deepEqual(await among([filed({})]), { is: 'absent' });
    assert.deepEqual(await among([]), { is: 'untold' });
    assert.deepEqual(await among([filed({ description: '' })]), { is: 'untold' });
    assert.deepEqual(await among([filed({ serviceCode: 'graffiti' })]), { is: 'untold' });
  });

  it('never calls absent what would not be in the list', async () => {
    for (const more of [{ isPrivate: true }, { serviceType: 'batch' }, { serviceType: 'blackbox' }] as const) {
      assert.deepEqual(await among([filed({})], more), { is: 'untold' });
    }
  });

  it('tells a list that there is none of from one that could not be read now', async () => {
    const gone = { ...failure, status: 404 };
    for (const error of [
      new NotFoundError(gone),
      new UnsupportedError(failure, 'none'),
      new RejectedError({ ...failure, status: 403 }, []),
    ])
      assert.deepEqual(await after(error), { is: 'untold' });
    const busy = [408, 429, 500, 503].map((status) => new RejectedError({ ...failure, status }, []));
    for (const error of [new NetworkError(failure), new DOMException('', 'AbortError'), ...busy])
      assert.deepEqual(await after(error as Error), { is: 'unread' });
  });
});

/** Contact details of a town's reports, some time after they were closed. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { configFrom } from '../config.ts';
import { openDatabase } from '../database.ts';
import { townFile } from '../../test/town.ts';
import { openTown } from './open-town.ts';
import { retention } from './retention.ts';

const day = 86_400_000;

describe('who sent a report', () => {
  it('is forgotten so many days after it was closed, and not before; what was reported stays', () => {
    let now = new Date('2026-03-01T12:00:00Z');
    const config = configFrom({ ...townFile, contactDays: 30 });
    const { store } = openTown({ db: openDatabase(':memory:'), config, now: () => now });
    const { round } = retention({ store, config, now: () => now });
    const nothing = { agencyResponsible: null, serviceNotice: null, addressId: null, zipcode: null, mediaUrl: null };
    const report = {
      ...{ ...nothing, serviceCode: 'sign', serviceName: 'Sign missing', address: 'Main St', lat: 41.9, long: -85.6 },
      ...{ description: 'It is gone.', email: 'ann@resident.example', firstName: 'Ann', lastName: null },
      ...{ phone: '269-555-0142', deviceId: null, accountId: null, attributes: {} },
    };
    const [closed, open] = [store.add(report, now), store.add(report, now)];
    const contact = (id: string) =>
      store.request(id)?.email ?? store.request(id)?.phone ?? store.request(id)?.firstName;
    store.change(closed.serviceRequestId, 'Closed', 'There is a new one.', now);
    store.answer(closed.serviceRequestId, { question: 'fixed', answer: 'yes', words: 'Thanks, Ann' }, now);

    now = new Date(+now + 30 * day - 1000);
    void round?.();
    assert.equal(contact(closed.serviceRequestId), 'ann@resident.example');
    now = new Date(+now + 60_000);
    void round?.();
    assert.equal(contact(closed.serviceRequestId), 'ann@resident.example', 'it looks once an hour');
    now = new Date(+now + 3_600_000);
    void round?.();
    assert.equal(contact(closed.serviceRequestId), null);
    const left = store.request(closed.serviceRequestId)!;
    assert.doesNotMatch(JSON.stringify(left), /ann/i);
    assert.deepEqual(
      [left.description, left.address, left.statusNotes],
      ['It is gone.', 'Main St', 'There is a new one.'],
    );
    assert.equal(contact(open.serviceRequestId), 'ann@resident.example');
    store.close();
  });
});

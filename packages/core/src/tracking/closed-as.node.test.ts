import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ServiceRequest } from '@citydesk/open311';
import { closedAs, type ClosedAs } from './closed-as.ts';

const closed = (statusNotes?: string, more: Partial<ServiceRequest> = {}): ServiceRequest => ({
  serviceRequestId: '26-01691',
  status: 'closed',
  statusLabel: 'closed',
  mediaUrls: [],
  ...(statusNotes !== undefined && { statusNotes }),
  ...more,
});

const told: readonly (readonly [string, ClosedAs])[] = [
  ['Fixed', { as: 'fixed' }],
  ['We cut out the broken part and paved it new. Please drive slowly for two days.', { as: 'fixed' }],
  ['Filled with hot asphalt.', { as: 'fixed' }],
  ['Filled with a quick patch. We come back in spring.', { as: 'note' }],
  ['Patched. It is temporary.', { as: 'note' }],
  ['Fixed for now.', { as: 'note' }],
  ['Water main fixed and road patched.', { as: 'fixed' }],
  ['Two slabs replaced.', { as: 'fixed' }],
  ['The lamp has been repaired. The work is complete.', { as: 'fixed' }],
  ['It is done. Thank you for telling us.', { as: 'done' }],
  ['Picked up.', { as: 'done' }],
  ['Cut up and hauled away.', { as: 'done' }],
  ['Completed 5/12', { as: 'done' }],
  ['Not fixed', { as: 'note' }],
  ['It could not be fixed.', { as: 'note' }],
  ['It will be fixed in May.', { as: 'note' }],
  ['This needs to be repaired by a contractor.', { as: 'note' }],
  ['Scheduled to be paved.', { as: 'note' }],
  ['If it is not repaired by then, call again.', { as: 'note' }],
  ['It was never fixed.', { as: 'note' }],
  ['It isn’t fixed.', { as: 'note' }],
  ['Partly repaired.', { as: 'note' }],
  ['It has been fixed before, but it broke again.', { as: 'note' }],
  ['Is it fixed?', { as: 'note' }],
  ['A fix is on its way.', { as: 'note' }],
  ['Work order 4711 was made.', { as: 'note' }],
  ['Thank you for your report.', { as: 'note' }],
  ['Se reparó el bache.', { as: 'note' }],
  ['We looked twice and could not find it. Send a new report if it is still there.', { as: 'nothing' }],
  ['We looked and could not find it. Send a new report with a house number or a photo.', { as: 'nothing' }],
  ['No damage was found.', { as: 'nothing' }],
  ['Not found', { as: 'nothing' }],
  ['Crew was unable to locate the pothole', { as: 'nothing' }],
  ['We will not do this.', { as: 'not-done' }],
  ['This is on private land. The city cannot do the work there. We wrote to the owner.', { as: 'not-done' }],
  ['No action taken.', { as: 'not-done' }],
  [
    'This is a state road. We passed it on to MDOT. You can call them at 269-555-0188.',
    { as: 'not-ours', owner: 'MDOT' },
  ],
  [
    'Referred to the St. Joseph County Road Commission.',
    { as: 'not-ours', owner: 'the St. Joseph County Road Commission' },
  ],
  ['This is not the city’s to fix. We passed it on to the owner.', { as: 'not-ours', owner: undefined }],
  ['This road is maintained by Consumers Energy.', { as: 'not-ours', owner: 'Consumers Energy' }],
  ['We passed it on to our crew.', { as: 'note' }],
  ['Someone told us about this before, as 26-01204. We answer under that number.', { as: 'duplicate', of: '26-01204' }],
  ['Someone told us about this before. We answer under that number.', { as: 'duplicate', of: undefined }],
  ['Duplicate of #4711', { as: 'duplicate', of: '4711' }],
  ['This is not a duplicate.', { as: 'note' }],
  ['The valve was replaced. We could not find the leak.', { as: 'note' }],
];

describe('how a request was closed', () => {
  for (const [words, ending] of told) {
    it(`“${words}” is ${ending.as}`, () => assert.deepEqual({ ...closedAs(closed(words)) }, ending));
  }

  it('without a word is closed for no reason', () => {
    assert.deepEqual(closedAs(closed()), { as: 'silent' });
    assert.deepEqual(closedAs(closed('  ')), { as: 'silent' });
  });

  it('is told by the status word where that says more than closed', () => {
    assert.deepEqual(closedAs(closed(undefined, { statusLabel: 'fixed - council' })), { as: 'fixed' });
    assert.deepEqual(closedAs(closed(undefined, { statusLabel: 'Archived by bot' })), {
      as: 'status',
      label: 'Archived by bot',
    });
    assert.deepEqual(closedAs(closed(undefined, { statusLabel: 'duplicate' })), { as: 'duplicate', of: undefined });
  });

  it('is told by the last note where the status has none', () => {
    const notes = [
      { description: 'A crew comes.', mediaUrls: [] },
      { description: 'Filled.', mediaUrls: [] },
      { mediaUrls: [] },
    ];
    assert.deepEqual(closedAs(closed(undefined, { notes })), { as: 'fixed' });
  });

  it('is a duplicate where the city names the first report', () => {
    assert.deepEqual(closedAs(closed('Done.', { extendedAttributes: { parent_service_request_id: '12-99' } })), {
      as: 'duplicate',
      of: '12-99',
    });
  });
});

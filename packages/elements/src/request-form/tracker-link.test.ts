import { expect } from '@open-wc/testing';
import { fragmentFor, referencesInFragment } from '@citydesk/core/tracking';
import { trackerLink } from './tracker-link.ts';

describe('the link to follow a report', () => {
  for (const id of ['26-01873', '000012', 'A/1 b', '50%+1&x=#2', '🕳', 'א', '\uD800', '<b>']) {
    it(`is read by the tracker as it was written: ${JSON.stringify(id)}`, () => {
      const link = trackerLink({ trackerUrl: '/report/track/?a=b#top' }, { serviceRequestId: id })!;
      expect(link.startsWith(`${location.origin}/report/track/?a=b#citydesk:`)).to.equal(true);
      const { hash } = new URL(link);
      expect(hash).to.equal(fragmentFor([{ reference: id, isToken: false }]));
      const [read] = referencesInFragment(hash);
      expect(read).to.deep.equal({ reference: id.replace('\uD800', '\uFFFD'), isToken: false });
      const byToken = new URL(trackerLink({}, { token: id })!).hash;
      expect(byToken).to.equal(fragmentFor([{ reference: id, isToken: true }]));
    });
  }

  it('is not there for a report with neither number nor token', () => {
    expect(trackerLink({}, {})).to.equal(undefined);
  });
});

import { expect } from '@open-wc/testing';
import { createClient } from '@citydesk/open311';
import { dialectNames, freshCity, type DialectName, type Seed, type TestCity } from '@citydesk/sandbox/testing';
import { comesBack, dayOf, Follower, followsLink, withoutFragment, zone } from '../../test/following.ts';

const seed: Seed = {
  timeZone: zone,
  services: [{ service_code: '006', service_name: 'Pothole', group: 'Streets' }],
};
const marked = 'Marked. A crew comes this week.';
const filled = 'Filled with hot asphalt.';
const today = dayOf(new Date());

/** What a dialect does not carry between "received" and "closed": the words of its staff, or that work began either. */
const silent: { readonly [Name in DialectName]?: 'words' | 'all' } = {
  accela: 'words',
  'numeric-ids': 'all',
  bloomington: 'all',
};

describe('citydesk-status-tracker on the dialects of real cities', () => {
  let city: TestCity;
  afterEach(async () => {
    withoutFragment();
    await city.close();
  });

  for (const dialect of dialectNames) {
    it(`follows a report from its number to its end in the dialect ${dialect}`, async () => {
      city = await freshCity({ seed, dialect });
      const { endpoint } = city;
      const client = createClient({ endpoint, zone });
      const [service] = await client.services();
      const receipt = await client.submitRequest({
        serviceCode: service!.serviceCode,
        addressString: '318 Hoffman St',
        description: 'It is deep.',
      });
      const id = (await city.rows())[0]!.serviceRequestId;
      await city.readyTokens();
      const { serviceRequestId, token } = receipt;
      expect(serviceRequestId === undefined).to.equal(dialect === 'tokens');
      await followsLink(serviceRequestId ? `#citydesk:request=${serviceRequestId}` : `#citydesk:token=${token}`);

      const follower = await Follower.comesTo(city);
      await follower.until('a first sentence', () => follower.first !== '');
      const number = dialect === 'numeric-ids' ? id.replace('-', '') : id;
      expect(follower.root.querySelector('.number')!.textContent).to.equal(number);
      expect(follower.first).to.match(/^The city (got this report on|has this report)/);

      const leftOut = silent[dialect];
      await city.change(id, { status: 'In progress', note: marked });
      await comesBack();
      if (!leftOut) await follower.sees(`The city wrote: “${marked}”`);
      if (leftOut === 'words') await follower.reads('The city is working on this.');
      // What says no more than "open" does not tell that work began.
      expect(follower.first).to.match(
        /^(The city is working on this\.|The city got .* It has not said that work began\.)$/,
      );

      await city.change(id, { status: 'Closed', note: filled });
      await comesBack();
      await follower.reads(
        `Closed on ${today}. ${leftOut ? 'The city gave no reason.' : 'The city says it is fixed.'}`,
      );
      expect(follower.text.includes(`The city wrote: “${filled}”`)).to.equal(!leftOut);
      expect(follower.timeline.at(-1)).to.match(/^Closed/);
      expect(follower.text).not.to.match(/Invalid Date|undefined|NaN|\[object/);
    });
  }
});

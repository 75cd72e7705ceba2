import { expect } from '@open-wc/testing';
import { dialectNames, freshCity } from '@citydesk/sandbox/testing';
import { ownWords } from '../../test/own-words.ts';
import { Resident } from '../../test/resident.ts';

/** A service that asks two questions, one of them required, and one that asks nothing. */
const seed = {
  services: [
    {
      service_code: '006',
      service_name: 'Pothole',
      description: 'A hole in the road',
      keywords: 'hole',
      group: 'Streets',
      notice: 'A crew comes within 2 days.',
      attributes: [
        { code: 'weather', variable: false, description: 'Crews work on dry days.' },
        {
          code: 'size',
          datatype: 'singlevaluelist' as const,
          required: true,
          description: 'How big is the hole?',
          values: [
            { key: 's', name: 'Small' },
            { key: 'l', name: 'Large' },
          ],
        },
        { code: 'count', datatype: 'number' as const, description: 'How many holes are there?' },
      ],
    },
    { service_code: '007', service_name: 'Graffiti', description: 'Paint on a wall', group: 'Walls' },
  ],
};

/** Servers of this kind have no definitions. */
const asksNothing: readonly string[] = ['mark-a-spot', 'helsinki', 'accela'];

describe('citydesk-request-form on the dialects of real cities', () => {
  for (const dialect of dialectNames) {
    it(`files a whole report in the dialect ${dialect}`, async () => {
      const city = await freshCity({ seed, dialect });
      const resident = await Resident.opens({ endpoint: city.endpoint });
      await resident.types('Say it in your own words', 'pothole');
      await resident.presses(/^Pothole/);
      await resident.saysWhere('318 Hoffman St', 'Deep & <wide>');
      const asks = !asksNothing.includes(dialect);
      if (asks) {
        await resident.arrivesAt('A few questions');
        await resident.sees('Crews work on dry days.');
        await resident.chooses('Large');
        await resident.types('How many holes are there? (optional)', '2');
        await resident.presses('Continue');
      }
      await resident.arrivesAt('Check and send');
      await resident.presses('Send report');
      await resident.arrivesAt('The city has your report');

      const rows = await city.rows();
      expect(rows.length).to.equal(1);
      const [row] = rows;
      expect(ownWords(row!.description)).to.equal('Deep & <wide>');
      expect(row).to.deep.include({
        serviceName: 'Pothole',
        address: '318 Hoffman St',
        attributes: asks ? { size: 'l', count: '2' } : {},
      });
      const id = row!.serviceRequestId;
      if (dialect !== 'tokens') await resident.sees(dialect === 'numeric-ids' ? id.replace('-', '') : id);
      await city.close();
    });
  }

  it('files in a city that has one service with one question, where no list is a list', async () => {
    const [pothole] = seed.services;
    const attributes = [
      {
        code: 'sure',
        datatype: 'singlevaluelist' as const,
        required: true,
        description: 'Is it so?',
        values: [{ key: 'y', name: 'Yes' }],
      },
    ];
    const city = await freshCity({ seed: { services: [{ ...pothole!, attributes }] }, dialect: 'single-object' });
    const resident = await Resident.opens({ endpoint: city.endpoint, 'service-code': '006' });
    await resident.saysWhere('318 Hoffman St');
    await resident.arrivesAt('A few questions');
    await resident.chooses('Yes');
    await resident.presses('Continue');
    await resident.arrivesAt('Check and send');
    await resident.presses('Send report');
    await resident.arrivesAt('The city has your report');
    expect((await city.rows())[0]!.attributes).to.deep.equal({ sure: 'y' });
    await city.close();
  });
});

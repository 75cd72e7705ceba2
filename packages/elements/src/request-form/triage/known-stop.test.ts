import { expect } from '@open-wc/testing';
import { freshCity, type TestCity } from '@citydesk/sandbox/testing';
import { toldOnConsole } from '../../../test/city-file.ts';
import {
  choosesPothole,
  daysAgo,
  goesOn,
  here,
  isClean,
  north,
  opensForm,
  services,
} from '../../../test/three-questions.ts';

const report = (id: string, more: object = {}) => ({
  service_request_id: id,
  service_code: 'pothole',
  lat: north(20),
  long: here.long,
  description: 'A hole',
  requested_datetime: daysAgo(5),
  ...more,
});

let city: TestCity;
before(async () => {
  city = await freshCity({ seed: { services } });
});
after(() => city.close());
const opens = (more: object = {}, ...rest: readonly [typeof here?, number?]) =>
  opensForm({ endpoint: city.endpoint, ...more }, ...rest);

describe('is it known already?', () => {
  it('is passed where nothing is near', async () => {
    const resident = await opens({}, here);
    await choosesPothole(resident);
    await goesOn(resident);
    await resident.arrivesAt('A few questions');
  });

  describe('with reports nearby', () => {
    let busy: TestCity;
    before(async () => {
      busy = await freshCity({
        seed: {
          services,
          requests: [
            report('1', { lat: north(60) }),
            report('2'),
            report('far', { lat: north(400) }),
            report('closed', { history: [{ at: daysAgo(2), status: 'Closed' }] }),
            report('graffiti', { service_code: 'graffiti' }),
          ],
        },
      });
    });
    after(() => busy.close());

    const arrives = async (more: object = {}, width = 1100) => {
      const resident = await opens({ endpoint: busy.endpoint, trackerUrl: '/follow/', ...more }, here, width);
      await choosesPothole(resident);
      await goesOn(resident);
      return resident;
    };

    for (const width of [320, 1100]) {
      it(`shows them, the nearest first, before the questions, ${width} pixels wide`, async () => {
        const resident = await arrives({}, width);
        await resident.arrivesAt('Is it one of these?');
        expect(resident.focused?.id).to.equal('title');
        await resident.sees('Others told the city about 2 problems like this nearby.');
        expect(resident.names('button').filter((name) => /^Follow/.test(name))).to.deep.equal([
          'Follow this one: 2',
          'Follow this one: 1',
        ]);
        await resident.sees(/66 feet away\. Reported on/);
        await isClean(resident);
        await resident.presses('Mine is different');
        await resident.arrivesAt('A few questions');
      });
    }

    it('lets one be followed in place of another report, and tells page and tracker', async () => {
      const told: string[] = [];
      const hear = ({ requestId }: HTMLElementEventMap['citydesk-request-followed']) => void told.push(requestId);
      document.addEventListener('citydesk-request-followed', hear as EventListener);
      try {
        const resident = await arrives({ takesUpdates: true });
        await resident.presses('Follow this one: 2');
        await resident.arrivesAt('You follow report 2');
        expect(resident.focused?.id).to.equal('title');
        await resident.sees('You do not need to send your own.');
        expect(new URL((await resident.link(/^See what happens/)).href).hash).to.equal('#citydesk:request=2');
        expect(told).to.deep.equal(['2']);
        await isClean(resident);
        await resident.presses('Mine is different');
        await resident.arrivesAt('A few questions');
      } finally {
        document.removeEventListener('citydesk-request-followed', hear as EventListener);
      }
    });

    it('never shows reports of private services, nor where the city does not want it', async () => {
      for (const more of [
        { privateServices: ['pothole'] },
        { nearby: false },
        { nearby: { services: { pothole: 0 } } },
      ]) {
        const resident = await arrives(more);
        await resident.arrivesAt('A few questions');
        resident.form.remove();
      }
    });

    it('interrupts nobody where the city answers late, and stands beside the form then', async () => {
      await busy.fail({ route: 'requests', kind: 'slow', ms: 3000 });
      try {
        const resident = await arrives();
        await resident.arrivesAt('A few questions');
        await resident.sees('Others told the city about 2 problems like this nearby.');
        expect(resident.heading).to.equal('A few questions');
        await isClean(resident);
        await resident.presses('See them');
        await resident.arrivesAt('Is it one of these?');
        await resident.presses('Mine is different');
        await resident.arrivesAt('A few questions');
        expect(resident.text).not.to.include('Others told the city');
      } finally {
        await busy.heal();
      }
    });

    it('does not hold the form up where the city does not answer', async () => {
      const silent = await toldOnConsole(async () => {
        await busy.fail({ route: 'requests', kind: 'down' });
        const resident = await arrives();
        await resident.arrivesAt('A few questions');
        await busy.heal();
      });
      expect(silent).to.deep.equal([]);
    });
  });
});

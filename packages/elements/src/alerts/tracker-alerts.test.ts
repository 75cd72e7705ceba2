import { expect } from '@open-wc/testing';
import { freshCity, type TestCity } from '@citydesk/sandbox/testing';
import { AlertsDoor, refusing } from '../../test/alerts-door.ts';
import { axeSays } from '../../test/axe.ts';
import { ago, comesBack, Follower, pageIsItself, report, withoutFragment } from '../../test/following.ts';
import type { Page } from '../../test/visitor.ts';

const offer = 'Get a message when something changes';
const send = 'Send me a link to confirm';
const sent = 'Check your email: we sent a link to ada@example.com. It works for 3 days.';

describe('messages about a report that is followed', () => {
  let city: TestCity;
  let door: AlertsDoor;

  beforeEach(async () => {
    withoutFragment();
    city = await freshCity({
      seed: {
        services: [{ service_code: 'hole', service_name: 'Hole' }],
        requests: [
          report('26-1'),
          report('26-2'),
          report('26-3', { history: [{ at: ago({ hours: 1 }), status: 'Closed', note: 'Fixed.' }] }),
        ],
      },
    });
    door = new AlertsDoor();
    door.opens();
  });
  afterEach(async () => {
    door.closes();
    pageIsItself();
    withoutFragment();
    await city.close();
  });

  const follows = (number: string, more: Readonly<Record<string, unknown>> = { alerts: true }, page: Page = {}) =>
    Follower.comesTo(city, { 'request-id': number }, page, more);
  const opened = async (number = '26-1', page: Page = {}) => {
    const follower = await follows(number, undefined, page);
    await follower.presses(offer);
    await follower.button(send);
    return follower;
  };

  // First in this file: what is loaded once is not loaded again.
  it('are not offered where the city file does not say so, and not one file of theirs is fetched', async () => {
    const follower = await follows('26-1', {});
    await follower.sees('What happened so far');
    expect(follower.names('button')).not.to.include(offer);
    const fetched = performance.getEntriesByType('resource').map(({ name }) => name);
    expect(fetched.some((name) => name.includes('/src/status-tracker/following.ts'))).to.equal(true);
    expect(fetched.filter((name) => /\/alerts\/(?!.*\.test)|alerts\.(en\.)?json/.test(name))).to.deep.equal([]);
    expect(door.looks).to.equal(0);
  });

  it('are there with the report, and ask nobody before they are opened', async () => {
    const follower = await follows('26-1');
    await follower.until('the report', () => follower.first !== '');
    expect(follower.names('button')).to.include(offer);
    expect(door.looks).to.equal(0);
    await follower.presses(offer);
    await follower.until('the question', () => door.looks === 1);
  });

  it('are not offered for one that is closed, for several at once, or for one that is not there', async () => {
    for (const [number, words] of [
      ['26-3', 'Was it fixed?'],
      ['26-1, 26-2', '2 reports'],
      ['26-9', 'Check the number'],
    ] as const) {
      const follower = await follows(number);
      await follower.sees(words);
      expect(follower.names('button'), number).not.to.include(offer);
    }
  });

  it('go when the report is closed under the eyes of the resident', async () => {
    const follower = await opened();
    await city.change('26-1', { status: 'Closed', note: 'Fixed.' });
    await comesBack();
    await follower.sees('Was it fixed?');
    expect(follower.names('button')).not.to.include(offer);
  });

  it('are asked for by the number of the report', async () => {
    const follower = await opened();
    await follower.types('Email', 'ada@example.com');
    (await follower.button(send)).focus();
    await follower.presses(send);
    await follower.sees(sent);
    expect(door.came.map(({ fields }) => fields)).to.deep.equal([
      { service_request_id: '26-1', email: 'ada@example.com', locale: 'en-US' },
    ]);
    expect(await follower.isAt('button', offer)).to.equal(true);
  });

  it('are another matter for each report', async () => {
    const follower = await opened();
    await follower.types('Email', 'ada@example.com');
    await follower.presses(send);
    await follower.sees(sent);
    await follower.finds('26-2');
    await follower.until('the other report', () => follower.text.includes('26-2'));
    await follower.button(offer);
    expect(follower.text).not.to.include(sent);
    expect(follower.names('field')).not.to.include('Email');
  });

  it('keep what was typed while the report is looked at again', async () => {
    const follower = await opened();
    await follower.types('Email', 'ada@exa');
    await city.change('26-1', { status: 'In progress', note: 'On it.' });
    await comesBack();
    await follower.sees('On it.');
    expect((await follower.field('Email')).value).to.equal('ada@exa');
    expect(await follower.isAt('field', 'Email')).to.equal(true);
  });

  it('leave the report as it is where nobody sends any', async () => {
    const follower = await follows('26-1');
    await follower.button(offer);
    door.answers = [refusing(404)];
    await follower.presses(offer);
    await follower.types('Email', 'ada@example.com');
    (await follower.button(send)).focus();
    await follower.presses(send);
    await follower.sees('There are no messages about this report. You can still follow it.');
    expect(follower.names('button')).not.to.include(offer);
    expect(follower.focused?.role).to.equal('status');
    await follower.sees('What happened so far');
  });

  for (const dir of ['ltr', 'rtl'] as const) {
    it(`have nothing wrong by axe at 320 px, ${dir}`, async () => {
      const follower = await opened('26-1', { width: 320, dir });
      await follower.presses(send);
      await follower.sees('Write an email address, like name@example.com.');
      expect((await axeSays(follower.widget)).violations).to.deep.equal([]);
      expect(follower.sticksOut).to.deep.equal([]);
    });
  }
});

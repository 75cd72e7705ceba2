import { expect } from '@open-wc/testing';
import { freshCity } from '@citydesk/sandbox/testing';
import { check } from './check.ts';
import type { Check, Outcome, Report } from './types.ts';

/** The same server under its other name: to the browser another origin. */
function elsewhere(address: string): string {
  const url = new URL(address, location.href);
  url.hostname = location.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
  return url.href;
}

const of = (report: Report, id: string): Check | undefined => report.checks.find((each) => each.id === id);
const are = ({ checks }: Report, outcome: Outcome) =>
  checks.filter((each) => each.outcome === outcome).map(({ id }) => id);

describe('check in a browser', () => {
  it('reads a city on another origin as a page does, and calls nothing good that a page cannot see', async () => {
    const city = await freshCity();
    const report = await check({ endpoint: elsewhere(city.endpoint) });
    await city.close();
    expect(are(report, 'broken')).to.deep.equal([]);
    expect(report.origin).to.equal(location.origin);
    expect(are(report, 'good')).to.include.members([
      'services',
      'requests',
      'cors-services',
      'cors-requests',
      'cors-errors',
    ]);
    expect(are(report, 'not-tried')).to.include.members([
      'cors-cache',
      'cors-headers',
      'preflight',
      'cookies',
      'nosniff',
    ]);
    expect(report.counts.good).to.be.at.least(25);
  });

  it('needs no leave on its own origin, and says that it was not tried', async () => {
    const city = await freshCity();
    const report = await check({ endpoint: city.endpoint });
    await city.close();
    expect(report.ok).to.equal(true);
    expect(of(report, 'cors-services')?.outcome).to.equal('not-tried');
  });

  it('tells a missing CORS header from a server that is not there', async () => {
    const hidden = await check({ endpoint: elsewhere('/no-city-here/') });
    expect(of(hidden, 'reachable')?.outcome).to.equal('good');
    expect(of(hidden, 'cors-services')?.outcome).to.equal('broken');
    expect(of(hidden, 'cors-services')?.evidence.found).to.match(/kept the answer from the page/);
    const absent = await check({ endpoint: 'http://127.0.0.1:9/' });
    expect(of(absent, 'reachable')?.outcome).to.equal('broken');
    expect(of(absent, 'cors-services')?.outcome).to.equal('not-tried');
    expect(hidden.ok || absent.ok).to.equal(false);
  });

  it('files a report where it is told to, twice', async () => {
    const city = await freshCity();
    const before = (await city.rows()).length;
    const report = await check({
      endpoint: elsewhere(city.endpoint),
      submit: { serviceCode: 'pothole', testEndpoint: true },
    });
    expect((await city.rows()).length).to.equal(before + 2);
    await city.close();
    expect(are(report, 'good')).to.include.members(['report', 'report-cors', 'report-found']);
  });
});

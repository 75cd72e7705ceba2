// The walks to the screens of the status tracker, on the city's home page.

import { cityReports, isExpected, reportLike, type CityReport } from './e2e/city-reports.ts';
import { findAReport, openTracker } from './e2e/find-a-report.ts';
import type { Walk, Walks } from './look-walk.ts';

/** Opens a report by its link, as a receipt gives it. */
async function openReport({ driver, city }: Walk, ...reports: readonly CityReport[]): Promise<void> {
  const numbers = reports.map(({ service_request_id: id }) => `request=${encodeURIComponent(id)}`);
  await driver.open(`${city.origin}/#citydesk:${numbers.join('&')}`);
}

export const trackerWalks: Walks = {
  async track({ driver, city, shoot }) {
    await openTracker(driver, city.origin);
    await driver.heading('Follow a report');
    await shoot('tracker-start');
    await driver.click('button', 'Find report');
    await driver.text(/Write the number of your report/);
    await shoot('tracker-start-error');
    await driver.fill('Report number', '26-99999');
    await driver.click('button', 'Find report');
    await driver.text(/We found no report/);
    await shoot('tracker-missing');

    const { service_request_id: id } = await reportLike(city.origin, isExpected);
    await findAReport(driver, id);
    await shoot('tracker-open');
    await driver.click('checkbox', 'Keep this report on this device');
    await driver.text(/Your report is kept/);
    await shoot('tracker-open-kept');
    await openTracker(driver, city.origin);
    await driver.heading('My reports on this device');
    await shoot('tracker-mine');
    await driver.click('button', 'Forget my reports');
    await driver.text(/Your reports are gone/);
    await shoot('tracker-mine-forgotten');
  },

  async trackClosed(walk) {
    const { driver, city, shoot } = walk;
    await openReport(walk, await reportLike(city.origin, (one) => one.status === 'closed' && !!one.media_url));
    await driver.heading('Was it fixed?');
    await shoot('tracker-closed-photos');
    await driver.click('button', 'Partly');
    await driver.text(/Thank you/);
    await shoot('tracker-closed-answered');
  },

  async trackLate(walk) {
    const { driver, city, shoot } = walk;
    const isLate = ({ status, expected_datetime: expected }: CityReport) =>
      status === 'open' && !!expected && Date.parse(expected) < Date.now() - 2 * 86_400_000;
    await openReport(walk, await reportLike(city.origin, isLate));
    await driver.heading('This is late');
    await shoot('tracker-late');
  },

  async trackSeveral(walk) {
    const { driver, city, shoot } = walk;
    const all = await cityReports(city.origin);
    const pick = (status: string) => all.find((one) => one.status === status)!;
    await openReport(walk, pick('open'), pick('closed'), { ...pick('open'), service_request_id: '26-99999' });
    await driver.heading('3 reports');
    await shoot('tracker-several');
  },

  async trackAround({ driver, city, shoot }) {
    await openTracker(driver, city.origin);
    await driver.click('button', 'Show recent reports');
    await driver.text(/\d+ reports are listed/);
    await driver.fill('Words or number', 'pothole');
    await driver.text(/\d+ reports? (is|are) listed/);
    await shoot('tracker-around');
  },

  async trackUnseen(walk) {
    const { driver, city, shoot } = walk;
    const report = await reportLike(city.origin, isExpected);
    for (const [kind, words] of [
      ['gone', /no longer shows/],
      ['forbidden', /does not show/],
      ['error-500', /does not answer/],
    ] as const) {
      city.fail({ route: 'requests', kind });
      await driver.open('about:blank');
      await openReport(walk, report);
      await driver.text(words);
      await shoot(`tracker-${kind}`);
    }
    city.fail();
  },
};

/** The report for the council: figures of the requests and of the counts, as JSON, CSV and a page. */

import { publicFigures } from '@citydesk/core/city-report';
import { Hono, type Context } from 'hono';
import { deskFrame } from '../office/desk-frame.ts';
import { refusalOf } from '../reading/told.ts';
import { Refusal } from '../spec-answer.ts';
import { councilReport, zoneOf } from './council-report.ts';
import { keptReports } from './kept-reports.ts';
import { reportCsv } from './report-csv.ts';
import { PeriodError, periodFrom, todayIn, type ReportPeriod } from './report-period.ts';
import { reportStyle } from './report-style.ts';
import { staffReportPage, type StaffReport } from './staff-report-page.ts';
import type { OfficeAround, OfficePart } from '../office/office.ts';
import type { RelayEnv } from '../relay-env.ts';

/** The longest period that everybody may ask for, in days. */
const mostPublicDays = 366;
const missing = 'The city has no list of requests.';

export function report(around: OfficeAround): OfficePart {
  const { config, now } = around;
  const reports = keptReports((period) => councilReport(around, period));
  const today = () => todayIn(zoneOf(config), now());
  const asked = (c: Context) => ({ from: c.req.query('from'), to: c.req.query('to') });
  const changed = () => reports.changed();

  const api = new Hono<RelayEnv>();
  if (config.publicReport) {
    const forAll = async (c: Context) => {
      try {
        return publicFigures(await reports.get(periodFrom(asked(c), today(), mostPublicDays)));
      } catch (error) {
        throw error instanceof PeriodError
          ? new Refusal(400, `${error.message} (${error.field})`)
          : refusalOf(error, missing);
      }
    };
    api.get('/report.json', async (c) => c.json(await forAll(c), 200, { 'Cache-Control': 'public, max-age=60' }));
    api.get('/report.csv', async (c) => csvAnswer(c, await forAll(c)));
  }

  // Behind the door of all pages for staff.
  const pages = new Hono<RelayEnv>();
  const frame = deskFrame(around);
  const show = (c: Context, shown: Omit<StaffReport, 'today'>, status: 200 | 400 | 502 | 503 = 200) =>
    c.html(staffReportPage(frame, { ...shown, today: today() }), status);
  const inWords = (error: unknown): Refusal => {
    const known = refusalOf(error, missing);
    if (known instanceof Refusal) return known;
    throw error;
  };
  pages.get('/staff/report.css', (c) => c.body(reportStyle, 200, { 'Content-Type': 'text/css; charset=utf-8' }));
  pages.get('/staff/report', async (c) => {
    const { from = '', to = '' } = asked(c);
    let period: ReportPeriod = { from, to };
    try {
      period = periodFrom({ from, to }, today());
      return await show(c, { ...period, report: await reports.get(period, true) });
    } catch (error) {
      if (error instanceof PeriodError) return show(c, { ...period, mistake: error }, 400);
      const { message, status } = inWords(error);
      return show(c, { ...period, trouble: message }, status === 503 ? 503 : 502);
    }
  });
  pages.get('/staff/report.csv', async (c) => {
    try {
      return csvAnswer(c, await reports.get(periodFrom(asked(c), today()), true));
    } catch (error) {
      if (error instanceof PeriodError) return c.text(error.message, 400);
      const { message, status } = inWords(error);
      return c.text(message, status === 503 ? 503 : 502);
    }
  });
  return { api, pages, added: changed, changed };
}

function csvAnswer(c: Context, figures: Parameters<typeof reportCsv>[0]): Response {
  return c.body(reportCsv(figures), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="report-${figures.from}-${figures.to}.csv"`,
  });
}

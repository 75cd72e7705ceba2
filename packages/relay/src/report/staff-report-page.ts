/** The report on the staff desk: for which days, and the report below. */

import { html } from 'hono/html';
import { icons } from '../page-icons.ts';
import { page, type Frame, type Html } from '../town/desk/layout.ts';
import { reportContent } from './report-page.ts';
import { presetPeriods, type PeriodError } from './report-period.ts';
import type { CityReport } from '@citydesk/core/city-report';

export interface StaffReport {
  /** What stands in the two fields. */
  readonly from: string;
  readonly to: string;
  /** In the city's zone. */
  readonly today: string;
  /** In its place there is a report, or the city did not answer, or the days are wrong. */
  readonly report?: CityReport | undefined;
  readonly trouble?: string | undefined;
  readonly mistake?: PeriodError | undefined;
}

export function staffReportPage(frame: Frame, { from, to, today, report, trouble, mistake }: StaffReport): Html {
  const field = (name: 'from' | 'to', label: string, value: string) => {
    const isWrong = mistake?.field === name;
    return html`<div class="field">
      <label for="${name}">${label}</label>
      ${isWrong ? html`<p class="wrong" id="${name}-wrong">${icons.warning}${mistake.message}</p>` : ''}
      <input
        class="input"
        type="date"
        id="${name}"
        name="${name}"
        value="${value}"
        max="${today}"
        ${isWrong ? html`aria-invalid="true" aria-describedby="${name}-wrong"` : ''}
      />
    </div>`;
  };
  const query = `from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}`;
  return page(
    frame,
    'Council report',
    html`<link rel="stylesheet" href="${frame.base}/staff/report.css" />
      ${
        mistake
          ? html`<div class="problem" role="alert" tabindex="-1" autofocus>
              <p><strong>No report was made.</strong> <a href="#${mistake.field}">${mistake.message}</a></p>
            </div>`
          : ''
      }
      ${
        trouble === undefined
          ? ''
          : html`<div class="problem" role="alert" tabindex="-1" autofocus>
              <p><strong>No report was made.</strong> ${trouble}</p>
            </div>`
      }
      ${report ? '' : html`<h1>Council report</h1>`}
      <form class="period" action="${frame.base}/staff/report" novalidate>
        ${field('from', 'First day', from)} ${field('to', 'Last day', to)}
        <button class="button">Show the report</button>
      </form>
      <ul class="presets">
        ${Object.entries(presetPeriods(today)).map(
          ([name, each]) =>
            html`<li><a href="${frame.base}/staff/report?from=${each.from}&amp;to=${each.to}">${name}</a></li>`,
        )}
      </ul>
      ${
        report
          ? html`<p class="report-files">
                <a class="row-link" href="${frame.base}/staff/report.csv?${query}">All numbers as a table (CSV)</a>
              </p>
              ${reportContent(report)}`
          : ''
      }`,
  );
}

/** The report as people read and print it: plain HTML, a table behind each chart, no script. */

import {
  barLengths,
  columnChart,
  reportLead,
  reportSections,
  type CityReport,
  type ReportChart,
  type ReportSection,
  type ReportTable,
} from '@citydesk/core/city-report';
import { html, raw } from 'hono/html';
import { deskStyle } from '../town/desk/desk-style.ts';
import { reportStyle } from './report-style.ts';
import type { Html } from '../town/desk/layout.ts';

/** Rows of a table from which on it may go over to the next page of paper. */
const long = 16;

/** All in one file, to be kept, printed and sent around. */
export function reportFile(report: CityReport): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Council report, ${report.city}, ${report.from} to ${report.to}</title>
        <link rel="icon" href="data:," />
        <style>
          ${raw(deskStyle + reportStyle)}
        </style>
      </head>
      <body>
        <main id="content"><div class="wrap">${reportContent(report)}</div></main>
      </body>
    </html>`;
}

/** The report itself, from its title on. */
export function reportContent(report: CityReport): Html {
  return html`<article class="report">
    <h1>Council report</h1>
    <p class="lead">${reportLead(report)}</p>
    ${reportSections(report).map(sectionHtml)}
  </article>`;
}

function sectionHtml({ id, heading, lead, figures = [], chart, tables = [], notes }: ReportSection): Html {
  const [behind, ...others] = chart ? tables : [undefined, ...tables];
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">${heading}</h2>
    ${lead ? html`<p${raw(id === 'cost' ? ' class="sum"' : '')}>${lead}</p>` : ''}
    ${
      figures.length > 0
        ? html`<dl class="numbers">
            ${figures.map(
              ({ value, name }) =>
                html`<div>
                  <dt>${name}</dt>
                  <dd>${value}</dd>
                </div>`,
            )}
          </dl>`
        : ''
    }
    ${chart ? chartHtml(chart, id) : ''}
    ${
      behind
        ? html`<details open>
            <summary>The numbers of the chart</summary>
            ${tableHtml(behind)}
          </details>`
        : ''
    }
    ${others.filter((table) => table !== undefined && table.rows.length > 0).map((table) => tableHtml(table!))}
    ${
      notes.length > 0
        ? html`<ul class="notes">
            ${notes.map((note) => html`<li>${note}</li>`)}
          </ul>`
        : ''
    }
  </section>`;
}

/** Twice, for a wide page and for a phone: what is drawn for one cannot be read on the other. Only one of them is ever there. */
function chartHtml(chart: ReportChart, id: string): Html {
  return html`<figure>
    <ul class="legend" aria-hidden="true">
      ${chart.series.map(({ name }, at) => html`<li><i class="series-${at}"></i>${name}</li>`)}
    </ul>
    ${drawing(chart, `${id}-wide`, { width: 720, height: 240 }, 'wide')}
    ${drawing(chart, `${id}-narrow`, { width: 320, height: 200, labelWidth: 76 }, 'narrow')}
  </figure>`;
}

function drawing(
  { name, series, labels }: ReportChart,
  id: string,
  size: Parameters<typeof columnChart>[1],
  className: string,
): Html {
  const drawn = columnChart(
    series.map(({ values }) => values),
    size,
  );
  const { width, height, baseline, left, ticks, columns } = drawn;
  return html`<svg class="${className}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id} ${id}-more">
    <title id="${id}">${name}</title>
    <desc id="${id}-more">The numbers stand in the table below.</desc>
    ${ticks.map(
      ({ y, value }) =>
        html`<line class="rule" x1="${left}" x2="${width}" y1="${y}" y2="${y}"></line>
          <text class="scale" x="${left - 6}" y="${y + 4}">${value}</text>`,
    )}
    ${columns.map(
      (column) =>
        html`<rect
          class="series-${column.series}"
          x="${column.x}"
          y="${column.y}"
          width="${column.width}"
          height="${column.height}"
        ></rect>`,
    )}
    <line class="base" x1="${left}" x2="${width}" y1="${baseline}" y2="${baseline}"></line>
    ${drawn.labels.map(({ at, x }) => html`<text class="name" x="${x}" y="${baseline + 19}">${labels[at]}</text>`)}
  </svg>`;
}

function tableHtml({ caption, head, rows, bars }: ReportTable): Html {
  const lengths = bars && barLengths(bars);
  return html`<table class="${rows.length >= long ? 'long' : 'short'}">
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        ${head.map((name) => html`<th scope="col">${name}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([first, ...cells], row) =>
          html`<tr>
            <th scope="row">${first}</th>
            ${cells.map((cell, at) =>
              at === 0 && lengths
                ? html`<td class="bars">${bar(cell, lengths[row] ?? 0)}</td>`
                : html`<td>${cell}</td>`,
            )}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** The number says it; the bar is for the eye alone. */
function bar(text: string, length: number): Html {
  return html`<span
    ><svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect x="0" y="0" width="${length * 100}" height="10"></rect></svg
    >${text}</span
  >`;
}

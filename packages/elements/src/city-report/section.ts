/** One section of the report: numbers to take away, a chart with its table, and what is counted. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import { barLengths, type ReportSection, type ReportTable } from '@citydesk/core/city-report';
import type { Messages } from '../messages/messages.ts';
import { heading } from '../parts/heading.ts';
import { chart } from './chart.ts';

/**
 * @param level of the section's heading, 1–6
 * @param isNarrow whether there is no more room than on a phone
 */
export function section(part: ReportSection, level: number, words: Messages, isNarrow: boolean): TemplateResult {
  const { id, lead, figures, tables = [], notes } = part;
  const drawn = part.chart ? chart(part.chart, `${id}-chart`, isNarrow) : nothing;
  const inTables = tables.map((one) => table(one));
  return html`<section class="part stack" aria-labelledby=${id}>
    ${heading(level, part.heading, id)} ${lead ? html`<p>${lead}</p>` : nothing}
    ${
      figures
        ? html`<dl class="figures">
          ${figures.map(({ value, name }) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
        </dl>`
        : nothing
    }
    ${
      part.chart
        ? html`${drawn}
            <details>
              <summary>${words.text('report.numbers')}</summary>
              ${inTables}
            </details>`
        : inTables
    }
    <details>
      <summary>${words.text('report.counts')}</summary>
      ${notes.map((note) => html`<p class="hint">${note}</p>`)}
    </details>
  </section>`;
}

/** Fits into a narrow column; where words are larger than that, it scrolls by itself and the page never does. */
function table({ caption, head, rows, bars }: ReportTable): TemplateResult {
  if (rows.length === 0) return html`<p><strong>${caption}</strong>: none.</p>`;
  const lengths = bars && barLengths(bars);
  return html`<div class="wide">
    <table>
      <caption>${caption}</caption>
      <thead>
        <tr>
          ${head.map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([first, ...others], at) =>
            html`<tr>
              <th scope="row">${first}${lengths ? bar(lengths[at] ?? 0) : nothing}</th>
              ${others.map((text) => html`<td>${text}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Says nothing that the number beside it does not say. */
function bar(length: number): TemplateResult {
  return html`<svg class="length" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    ${svg`<rect width=${length} height="1"></rect>`}
  </svg>`;
}

/** A chart of columns, drawn in lines and shapes alone: filled or open, so that no one needs the colours to tell them apart. */
import { html, svg, type TemplateResult } from 'lit';
import { columnChart, type ReportChart } from '@citydesk/core/city-report';

/** @param id of its name, which no other thing on the page has */
export function chart({ name, series, labels }: ReportChart, id: string, isNarrow: boolean): TemplateResult {
  const {
    width,
    height,
    baseline,
    left,
    ticks,
    columns,
    labels: named,
  } = columnChart(
    series.map(({ values }) => values),
    { width: isNarrow ? 320 : 640, height: isNarrow ? 200 : 240 },
  );
  return html`<div class="chart">
    <ul class="legend" aria-hidden="true">
      ${series.map((each, at) => html`<li><i class="series-${at}"></i>${each.name}</li>`)}
    </ul>
    <svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby=${id}>
      <title id=${id}>${name}</title>
      ${ticks.map(
        ({ y, value }) =>
          svg`<line class="rule" x1=${left} x2=${width} y1=${y} y2=${y}></line>
            <text class="scale" x=${left - 6} y=${y + 4}>${value}</text>`,
      )}
      ${columns.map(
        ({ series: which, x, y, width: thick, height: high }) =>
          svg`<rect class="series-${which}" x=${x} y=${y} width=${thick} height=${high}></rect>`,
      )}
      <line class="base" x1=${left} x2=${width} y1=${baseline} y2=${baseline}></line>
      ${named.map(({ at, x }) => svg`<text class="name" x=${x} y=${baseline + 19}>${labels[at]}</text>`)}
    </svg>
  </div>`;
}

/** Numbers in a row where there is room, tables that end where the widget does, and a page that can be printed. */
import { css } from 'lit';
import { base } from '../styles/base.ts';
import { tokens } from '../styles/tokens.ts';

const report = css`
  .part {
    margin-block-start: 2.5em;
  }
  .figures {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 11em), 1fr));
    gap: 0.75em;
  }
  .figures > div {
    display: flex;
    flex-direction: column-reverse;
    justify-content: flex-end;
    border-inline-start: 6px solid var(--accent);
    padding: 0.125em 0 0.125em 0.75em;
  }
  .figures dd {
    font-size: 1.625em;
    font-weight: 700;
    line-height: 1.2;
    font-variant-numeric: tabular-nums;
  }
  .figures dt {
    color: var(--quiet);
    font-size: 0.9375em;
    line-height: 1.4;
  }
  .chart svg {
    display: block;
    inline-size: 100%;
    block-size: auto;
    stroke: none;
  }
  .chart text {
    fill: var(--text);
    font-size: 13px;
    font-family: inherit;
  }
  .chart .scale {
    text-anchor: end;
  }
  .chart .name {
    text-anchor: middle;
  }
  .chart .rule {
    stroke: var(--rule);
    stroke-width: 1;
  }
  .chart .base {
    stroke: var(--border);
    stroke-width: 2;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.25em;
    margin-block-end: 0.5em;
  }
  .legend li {
    display: flex;
    align-items: center;
    gap: 0.5em;
  }
  .legend i {
    inline-size: 1em;
    block-size: 1em;
    border: 2px solid var(--accent);
    background: var(--accent);
  }
  .legend .series-1 {
    background: var(--surface);
  }
  .chart .series-0 {
    fill: var(--accent);
  }
  .chart .series-1 {
    fill: var(--surface);
    stroke: var(--accent);
    stroke-width: 1.5;
  }
  summary {
    display: inline-block;
    min-block-size: 44px;
    padding-block: 0.5em;
    color: var(--accent);
    text-decoration: underline;
    text-underline-offset: 0.18em;
    cursor: pointer;
  }
  details > * + * {
    margin-block-start: 0.5em;
  }
  .wide {
    overflow-x: auto;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  caption {
    padding-block: 0.5em;
    font-weight: 700;
    text-align: start;
  }
  th,
  td {
    padding: 0.5em 0.75em 0.5em 0;
    border-block-end: 1px solid var(--rule);
    text-align: start;
    vertical-align: top;
  }
  th {
    font-weight: 400;
    overflow-wrap: anywhere;
  }
  th:last-child,
  td:last-child {
    padding-inline-end: 0;
  }
  thead th {
    overflow-wrap: normal;
    font-weight: 700;
    border-block-end: 2px solid var(--border);
  }
  th + th,
  td {
    text-align: end;
    overflow-wrap: normal;
  }
  .no-print,
  .help {
    margin-block-start: 2em;
  }
  .length {
    display: block;
    inline-size: 100%;
    max-inline-size: 20em;
    block-size: 0.5em;
    margin-block-start: 0.25em;
    stroke: none;
    fill: var(--accent);
  }
  /* Of a drawing, only its words take the forced colours by themselves. */
  @media (forced-colors: active) {
    .chart .series-0,
    .length {
      fill: CanvasText;
    }
    .chart .series-1 {
      fill: Canvas;
      stroke: CanvasText;
    }
    .chart .rule {
      stroke: GrayText;
    }
    .chart .base {
      stroke: CanvasText;
    }
    .legend i {
      forced-color-adjust: none;
      border-color: CanvasText;
      background: CanvasText;
    }
    .legend .series-1 {
      background: Canvas;
    }
  }
  @media print {
    .part > :first-child,
    .part > :has(+ .chart),
    caption {
      break-after: avoid;
    }
    .figures,
    .chart,
    tr {
      break-inside: avoid;
    }
    .figures > div,
    .legend i,
    svg {
      print-color-adjust: exact;
    }
    summary,
    .no-print {
      display: none;
    }
  }
`;

export const cityReportStyles = [tokens, base, report];

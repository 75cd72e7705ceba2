/** How the report looks, on top of the staff desk's style: numbers in a row, tables that stay tables, and pages of paper. */

export const reportStyle = `
.report { max-inline-size: 52em; }
.report section { margin-block-start: 2.5em; }
.report h2 { margin: 0 0 .5em; font-size: 1.375em; }
.report .numbers { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 11em), 1fr)); gap: 1em .75em; margin: 0 0 1em; }
.report .numbers > div { display: flex; flex-direction: column-reverse; justify-content: flex-end; border-inline-start: 6px solid var(--accent); padding-inline-start: .75em; }
.report .numbers dt { color: var(--quiet); font-size: .9375em; line-height: 1.4; }
.report .numbers dd { margin: 0; font-size: 1.625em; font-weight: 700; line-height: 1.2; font-variant-numeric: tabular-nums; }
.report .sum { font-size: 1.1875em; font-weight: 700; line-height: 1.4; }
.report figure { margin: 0 0 1em; padding-inline-end: 1em; }
.report figure svg { display: block; inline-size: 100%; block-size: auto; overflow: visible; }
.report .narrow { display: none; }
.report svg text { fill: var(--text); font-size: 13px; font-family: inherit; }
.report .narrow text { font-size: 15px; }
.report svg .scale { text-anchor: end; }
.report svg .name { text-anchor: middle; }
.report svg .rule { stroke: var(--rule); }
.report svg .base { stroke: var(--border); stroke-width: 2; }
.report svg .series-0 { fill: var(--accent); stroke: var(--accent); stroke-width: 1.5; }
.report svg .series-1 { fill: var(--surface); stroke: var(--accent); stroke-width: 1.5; }
.report .legend { display: flex; flex-wrap: wrap; gap: .25em 1.25em; margin: 0 0 .5em; padding: 0; list-style: none; }
.report .legend li { display: flex; align-items: center; gap: .5em; }
.report .legend i { inline-size: 1em; block-size: 1em; border: 2px solid var(--accent); background: var(--accent); }
.report .legend .series-1 { background: var(--surface); }
.report summary { display: inline-block; min-block-size: 44px; padding-block: .5em; color: var(--accent); text-decoration: underline; text-underline-offset: .2em; cursor: pointer; }
.report table { display: table; inline-size: 100%; margin-block-end: 1em; font-variant-numeric: tabular-nums; }
.report thead { display: table-header-group; position: static; clip-path: none; inline-size: auto; block-size: auto; }
.report tbody { display: table-row-group; }
.report tr, .report tbody tr { display: table-row; border: 0; margin: 0; padding: 0; }
.report th, .report td, .report td:first-child { display: table-cell; padding: .375em .5em; border: 0; border-block-end: 1px solid var(--rule); vertical-align: top; }
.report thead th { border-block-end: 2px solid var(--border); vertical-align: bottom; }
.report tbody th { font-weight: 400; font-size: 1em; line-height: 1.4; }
.report th:first-child { border-inline-start: 0; padding-inline-start: 0; }
.report td, .report th + th { text-align: end; }
.report caption { text-align: start; font-weight: 700; padding-block: .5em; }
.report .bars { inline-size: 45%; }
.report .bars > span { display: flex; gap: .75em; align-items: center; justify-content: end; }
.report .bars svg { flex: 1; min-inline-size: 2em; block-size: .875em; }
.report .bars rect { fill: var(--accent); }
.report .notes { margin: 0; padding-inline-start: 1.25em; color: var(--quiet); font-size: .9375em; line-height: 1.45; }
.report .notes li + li { margin-block-start: .25em; }
.period { display: flex; flex-wrap: wrap; gap: 1em; align-items: end; margin-block: 1em; }
.period .field { max-inline-size: 100%; }
.period .input { inline-size: auto; max-inline-size: 100%; }
.presets { display: flex; flex-wrap: wrap; gap: 0 1.25em; margin: 0 0 1em; padding: 0; list-style: none; }
.presets a { display: inline-flex; align-items: center; min-block-size: 44px; }
@media (max-width: 559.98px) {
  .report .wide { display: none; }
  .report .narrow { display: block; }
  .report .bars { inline-size: auto; }
  .report .bars svg { display: none; }
}
@media (forced-colors: active) {
  .report svg, .report .legend i { forced-color-adjust: none; --accent: CanvasText; --surface: Canvas; --text: CanvasText; --rule: GrayText; --border: CanvasText; }
}
@page { margin: 16mm 15mm; }
@media print {
  :root { --soft: #fff; }
  body { font-size: 10.5pt; }
  main { padding: 0; }
  .wrap { inline-size: 100%; }
  .skip, .presets, .period, .report-files, .report summary { display: none; }
  .report { max-inline-size: none; }
  .report section { margin-block-start: 1.75em; }
  .report .wide { display: block; }
  .report .narrow { display: none; }
  .report .bars { inline-size: 45%; }
  .report .bars svg { display: block; }
  .report h2, .report caption { break-after: avoid; }
  .report h2 + *, .report .numbers, .report .numbers > div, .report figure, .report tr, .report .notes { break-inside: avoid; }
  .report table { break-inside: avoid; }
  .report table.long { break-inside: auto; }
  .report .notes { break-before: avoid; }
  .report details::details-content { content-visibility: visible; block-size: auto; }
  .report svg, .report .legend i, .report .numbers > div { print-color-adjust: exact; }
}
`.trimStart();

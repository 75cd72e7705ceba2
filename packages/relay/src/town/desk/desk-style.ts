/** How the staff desk looks: the house's tokens and shapes, cards in place of the table on a phone. */

export const deskStyle = `
:root {
  color-scheme: light;
  --accent: #14574a; --on-accent: #fff; --surface: #fff; --soft: #f1f4f3; --text: #14191d; --quiet: #434c54;
  --border: #57626b; --rule: #c5ccd0; --error: #951b12; --caution: #654600; --done: #155338; --focus: #14191d;
  --radius: 3px;
}
@media (prefers-contrast: more) { :root { --quiet: #14191d; --border: #14191d; --rule: #14191d; } }
*, ::before, ::after { box-sizing: border-box; }
body {
  margin: 0; background: var(--surface); color: var(--text);
  font: 17px/1.5 Roboto, system-ui, 'Segoe UI', Helvetica, Arial, sans-serif; overflow-wrap: break-word;
}
.wrap { inline-size: min(100% - 2em, 69em); margin-inline: auto; }
header { background: #14191d; color: #fff; }
header .wrap { display: flex; flex-wrap: wrap; gap: 0 1.5em; align-items: center; padding-block: .375em; }
header a { color: #fff; display: inline-flex; align-items: center; min-block-size: 44px; }
header .home { font-weight: 700; text-decoration: none; }
header .home:hover { text-decoration: underline; }
header .away { margin-inline-start: auto; }
header .ways { display: flex; flex-wrap: wrap; gap: 0 1.5em; }
@media (min-width: 800px) { header .ways { margin-inline-start: auto; } }
main { padding-block: 1.25em 4em; outline: none; }
h1 { font-size: 1.875em; line-height: 1.22; margin: 0; }
h2 { font-size: 1.1875em; line-height: 1.22; margin: 2em 0 .75em; }
p { margin: 0 0 .75em; }
.lead { margin-block: .5em 1.5em; }
.quiet, .small, .hint { color: var(--quiet); }
.small, .hint { font-size: .9375em; line-height: 1.45; }
.small { white-space: nowrap; }
.text { white-space: pre-line; }
a { color: var(--accent); text-underline-offset: .2em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
header :focus-visible { outline-color: #fff; }
.row-link { display: inline-flex; align-items: center; gap: .25em; min-block-size: 44px; }
.skip { position: absolute; inset-inline-start: 1em; inset-block-start: -6em; background: var(--surface); padding: .75em 1em; z-index: 1; }
.skip:focus { inset-block-start: .5em; }
.hidden { position: absolute; clip-path: inset(50%); inline-size: 1px; block-size: 1px; overflow: hidden; white-space: nowrap; }
.icon { inline-size: 1.25em; block-size: 1.25em; flex: none; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.sign { display: inline-flex; align-items: center; gap: .375em; font-weight: 700; white-space: nowrap; }
.sign .icon { margin-block: -.125em; }
.sign.wraps { white-space: normal; }
.sign.done { color: var(--done); }
.sign.caution { color: var(--caution); }
.bar { border-inline-start: 6px solid var(--accent); background: var(--soft); padding: .75em 1em; }
.bar.saved { border-color: var(--done); margin-block-end: 1.5em; }
.problem { border: 4px solid var(--error); border-radius: var(--radius); padding: .75em 1em; margin-block-end: 1.5em; }
.problem p { margin: 0; }
.problem a { color: var(--error); display: inline-flex; align-items: center; min-block-size: 44px; }

label, legend { font-weight: 700; line-height: 1.35; }
.field > label { display: block; margin-block-end: .25em; }
.field > .hint { margin-block-end: .5em; }
.input {
  inline-size: 100%; min-block-size: 51px; padding: .5em .75em; font: inherit; color: inherit;
  background: var(--surface); border: 2px solid var(--border); border-radius: var(--radius);
}
textarea.input { display: block; resize: vertical; }
.input::file-selector-button {
  font: inherit; font-weight: 700; color: var(--accent); background: var(--surface); border: 2px solid var(--accent);
  border-radius: var(--radius); padding: 0 .75em; margin-inline-end: .75em; cursor: pointer;
}
.input[aria-invalid] { border: 3px solid var(--error); }
.wrong { display: flex; gap: .5em; color: var(--error); font-weight: 700; border-inline-start: 6px solid var(--error); padding-inline-start: .75em; }
.button {
  min-block-size: 44px; padding: .375em 1em; font: inherit; font-weight: 700; color: var(--accent);
  background: var(--surface); border: 2px solid var(--accent); border-radius: var(--radius); cursor: pointer;
}
.button:hover { background: var(--soft); text-decoration: underline; text-underline-offset: .2em; }
.button.primary { min-block-size: 51px; padding-inline: 1.75em; color: var(--on-accent); background: var(--accent); }
.tools { display: grid; gap: 1em; margin-block-end: 1.5em; }

table { border-collapse: collapse; inline-size: 100%; }
th { text-align: start; font-size: .9375em; padding: .5em .75em; border-block-end: 2px solid var(--border); vertical-align: bottom; }
td { padding: .5em .75em; border-block-end: 1px solid var(--rule); line-height: 1.4; }
td:first-child, th:first-child { border-inline-start: 6px solid transparent; }
tr.late td:first-child { border-inline-start-color: var(--caution); }
tbody tr:hover { background: var(--soft); }
.number, .slip, .history { font-variant-numeric: tabular-nums; }
.number a { display: inline-flex; align-items: center; min-block-size: 44px; font-weight: 700; white-space: nowrap; }
@media (max-width: 799.98px) {
  table, tbody, tr, td { display: block; }
  thead { position: absolute; clip-path: inset(50%); inline-size: 1px; block-size: 1px; overflow: hidden; }
  tbody tr { border: 2px solid var(--border); border-radius: var(--radius); padding-block: .375em; margin-block-end: .75em; }
  tr.late { border-inline-start: 6px solid var(--caution); }
  td, td:first-child { border: 0; padding: .125em .875em; }
  td[data-label]::before { content: attr(data-label) ': '; color: var(--quiet); }
  .button.primary { inline-size: 100%; }
}
@media (min-width: 800px) { .tools { grid-template-columns: minmax(0, 2fr) 1fr 1fr auto; align-items: end; } }

.columns { display: grid; gap: 0 3em; grid-template-columns: minmax(0, 1fr); }
@media (min-width: 920px) { .columns { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); } }
@media (min-width: 920px) { .columns h2:first-child { margin-block-start: .5em; } }
.columns > div:first-child > h2:first-child { margin-block-start: .5em; }
.slip { margin: 0; border: 2px solid var(--border); border-radius: var(--radius); padding: 0 1em; }
.slip > div { padding-block: .625em; border-block-start: 1px solid var(--rule); }
.slip > div:first-child { border: 0; }
.slip dt { color: var(--quiet); font-size: .9375em; }
.slip dd { margin: 0; }
.slip dd a:not(.photo) { display: inline-block; min-block-size: 44px; padding-block: .5em; overflow-wrap: anywhere; }
@media (min-width: 560px) { .slip > div { display: grid; grid-template-columns: 10em minmax(0, 1fr); gap: 1em; align-items: baseline; } }
.slip > div:has(.photo) { align-items: start; }
.change { display: grid; gap: 1.25em; justify-items: start; }
.change > .field { inline-size: 100%; }
.change select.input { inline-size: auto; min-inline-size: 14em; max-inline-size: 100%; }
.replies { border: 0; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .5em; }
.replies legend { padding: 0; margin-block-end: .375em; }
.history { list-style: none; margin: 0; padding: 0; display: grid; gap: .75em; }
.history li { border-inline-start: 6px solid var(--accent); background: var(--soft); padding: .625em 1em; }
.history p { margin: 0; }
.history form { margin-block-start: .5em; }
.photo { display: inline-block; margin-block-start: .375em; }
.photo img { display: block; max-inline-size: min(100%, 15em); max-block-size: 11em; border-radius: var(--radius); }
.history + p { margin-block-start: .75em; }
@media (forced-colors: active) { .button.primary { background: ButtonText; color: ButtonFace; forced-color-adjust: none; } }
@media print { header, form, .row-link { display: none; } }
`.trimStart();

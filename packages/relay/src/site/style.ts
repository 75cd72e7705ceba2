/** How the plain pages look: the house's tokens and shapes, one column, nothing that moves. */

export const embedStyle = `
:root {
  color-scheme: light;
  --accent: #0f4f78; --on-accent: #fff; --surface: #fff; --soft: #f1f4f3; --text: #14191d; --quiet: #434c54;
  --border: #57626b; --rule: #c5ccd0; --error: #951b12; --caution: #654600; --done: #155338; --focus: #14191d; --radius: 3px;
}
@media (prefers-contrast: more) { :root { --quiet: #14191d; --border: #14191d; --rule: #14191d; } }
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--surface); color: var(--text); overflow-wrap: break-word;
  font: max(1em, 17px)/1.5 system-ui, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif;
}
.wrap { inline-size: min(100% - 2em, 38em); margin-inline: auto; }
header { border-block-end: 2px solid var(--border); }
header p { margin-block: 0; padding-block: .625em; font-weight: 700; }
main { padding-block: 1em 2em; outline: none; }
/* In a frame, the page around it has a title and its ways; and what fills the frame would make it grow. */
.framed :is(body > header, footer, .skip) { display: none; }
citydesk-request-form, citydesk-faq-panel, citydesk-status-tracker { display: block; min-block-size: 0; }
footer { border-block-start: 2px solid var(--rule); padding-block: 1em 3em; }
footer h2 { margin-block: 0 .25em; }
h1 { font-size: 1.5em; line-height: 1.22; margin: .5em 0; }
h2, legend.part { font-size: 1.1875em; line-height: 1.22; margin: 2em 0 .5em; }
@media (min-width: 600px) { h1 { font-size: 1.875em; } }
p { margin: 0 0 .75em; }
.hint, .quiet { color: var(--quiet); font-size: .9375em; line-height: 1.45; margin-block-end: .5em; }
a { color: var(--accent); text-underline-offset: .2em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
/* Headings take the focus when a page comes, but nobody can do anything with them. */
[tabindex='-1']:focus-visible { outline: none; }
.row-link, .call { display: inline-flex; align-items: center; gap: .25em; min-block-size: 44px; }
.whole { display: inline-block; max-inline-size: 100%; }
.call { padding-inline: .5em; margin-inline: -.5em; white-space: nowrap; }
.danger { margin: 0; }
/* The form says it itself once it stands. */
.danger:has(~ citydesk-request-form:defined) { display: none; }
.skip { position: absolute; inset-inline-start: 1em; inset-block-start: -6em; background: var(--surface); padding: .75em 1em; z-index: 1; }
.skip:focus { inset-block-start: .5em; }
.hidden { position: absolute; clip-path: inset(50%); inline-size: 1px; block-size: 1px; overflow: hidden; white-space: nowrap; }
.further { display: none; }
.icon {
  inline-size: 1.25em; block-size: 1.25em; flex: none; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round;
  stroke-linejoin: round;
}
[dir='rtl'] .turns { transform: scaleX(-1); }
.bar { border-inline-start: 6px solid var(--accent); background: var(--soft); padding: .75em 1em; margin-block: 0 1.5em; }
.bar.caution { border-color: var(--caution); }
.bar > :last-child { margin-block-end: 0; }
.problem { border: 4px solid var(--error); border-radius: var(--radius); padding: .75em 1em; margin-block: .5em 1.5em; }
.problem h2 { margin: 0 0 .25em; }
.problem ul { margin: 0; padding: 0; list-style: none; }
.problem a { color: var(--error); display: inline-flex; align-items: center; min-block-size: 44px; }

form { margin: 0; }
fieldset { border: 0; margin: 0; padding: 0; min-inline-size: 0; }
.field { margin-block-end: 2em; scroll-margin-block: 1em; }
label, legend { font-weight: 700; line-height: 1.35; padding: 0; }
.field > label { display: block; margin-block-end: .25em; }
.field.faulty { border-inline-start: 6px solid var(--error); padding-inline-start: .75em; }
.wrong { display: flex; gap: .375em; color: var(--error); font-weight: 700; margin-block: .25em .5em; }
.wrong .icon { margin-block-start: .125em; }
.input {
  display: block; inline-size: 100%; min-block-size: 51px; padding: .5em .75em; font: inherit; color: inherit; background: var(--surface);
  border: 2px solid var(--border); border-radius: var(--radius);
}
textarea.input { resize: vertical; }
.input.short { inline-size: min(100%, 16em); }
.input[aria-invalid] { border: 3px solid var(--error); }
.input::file-selector-button {
  font: inherit; font-weight: 700; color: var(--accent); background: var(--surface); border: 2px solid var(--accent);
  border-radius: var(--radius); min-block-size: 44px; padding: 0 .75em; margin-inline-end: .75em; cursor: pointer;
}
.choices { display: grid; gap: .5em; margin-block-start: .5em; }
.choice {
  display: flex; gap: .75em; align-items: center; min-block-size: 51px; padding: .375em .75em; font-weight: 400;
  border: 2px solid var(--border); border-radius: var(--radius); cursor: pointer;
}
.choice:hover { background: var(--soft); }
.choice:has(:checked) { border: 4px solid var(--accent); background: var(--soft); padding: calc(.375em - 2px) calc(.75em - 2px); }
.choice:has(:focus-visible) { outline: 3px solid var(--focus); outline-offset: 2px; }
.choice input { inline-size: 1.375em; block-size: 1.375em; flex: none; margin: 0; accent-color: var(--accent); outline: none; }
.button {
  min-block-size: 51px; padding: .375em 1.75em; font: inherit; font-weight: 700; color: var(--on-accent); background: var(--accent);
  border: 2px solid var(--accent); border-radius: var(--radius); cursor: pointer; inline-size: 100%;
}
.button.plain { color: var(--accent); background: var(--surface); }
.button:hover { text-decoration: underline; text-underline-offset: .2em; }
@media (min-width: 420px) { .button { inline-size: auto; } }
details { border: 2px solid var(--border); border-radius: var(--radius); margin-block-end: 2em; }
summary { min-block-size: 51px; padding: .75em 1em; font-weight: 700; cursor: pointer; }
details > div { padding: .25em 1em 0; }
.slip { margin: 0 0 1.5em; border: 2px solid var(--border); border-radius: var(--radius); padding: 0 1em; }
.slip > div { padding-block: .625em; border-block-start: 1px solid var(--rule); }
.slip > div:first-child { border: 0; }
.slip dt { color: var(--quiet); font-size: .9375em; }
.slip dd { margin: 0; white-space: pre-line; }
.slip .large { font-size: 2em; line-height: 1.15; font-weight: 700; font-variant-numeric: tabular-nums; }
@media (forced-colors: active) { .button { background: ButtonText; color: ButtonFace; forced-color-adjust: none; } .choice:has(:checked) { border-color: Highlight; } }
@media print { form, footer, .skip, .row-link { display: none; } }
`.trimStart();

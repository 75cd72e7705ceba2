/** What all widgets share: type, links, buttons, and the two shapes (a box is yours, a bar is the city speaking). */
import { css } from 'lit';

export const base = css`
  :host {
    display: block;
    container-type: inline-size;
    font-family: var(--citydesk-font, inherit);
    overflow-wrap: anywhere;
    /* Some pages reset everything with !important, which would reach in here through what is inherited. */
    background: var(--surface) !important;
    color: var(--text) !important;
    font-size: var(--citydesk-size, max(1em, 17px)) !important;
    font-style: normal !important;
    font-weight: 400 !important;
    line-height: 1.5 !important;
    text-align: start !important;
    text-indent: 0 !important;
    text-shadow: none !important;
    text-transform: none !important;
    white-space: normal !important;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  p,
  ul,
  dl,
  dd,
  fieldset,
  legend {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  ul {
    list-style: none;
  }
  h1,
  h2,
  h3,
  h4,
  h5,
  h6 {
    font-family: var(--citydesk-heading-font, inherit);
    font-size: 1.1875em;
    font-weight: 700;
    line-height: 1.22;
    text-wrap: balance;
  }
  .title {
    font-size: 1.5em;
    scroll-margin-block: 6em;
  }
  .title:focus {
    outline: none;
  }
  button,
  input,
  select,
  textarea {
    margin: 0;
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  svg {
    inline-size: 1.375em;
    block-size: 1.375em;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .flip:dir(rtl) {
    transform: scaleX(-1);
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .quiet,
  .hint {
    color: var(--quiet);
  }
  .hint,
  .small {
    font-size: 0.9375em;
    line-height: 1.45;
  }
  .top {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    min-block-size: 44px;
    margin-block-end: 1em;
    border-block-end: 1px solid var(--rule);
  }
  .top:empty {
    display: none;
  }
  .langs {
    display: block;
    margin-inline-start: auto;
  }
  .keep {
    white-space: nowrap;
  }
  .stack > * + * {
    margin-block-start: 1em;
  }
  .stack-2 > * + * {
    margin-block-start: 2em;
  }
  .stack-half > * + * {
    margin-block-start: 0.5em;
  }
  .stack-2 > .title + * {
    margin-block-start: 1em;
  }
  a,
  .link {
    color: var(--accent);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.18em;
  }
  a:hover,
  .link:hover {
    text-decoration-thickness: 3px;
  }
  .link {
    display: inline-flex;
    align-items: center;
    gap: 0.375em;
    min-block-size: 44px;
    min-inline-size: 44px;
    padding: 0;
    border: 0;
    background: none;
    cursor: pointer;
    text-align: start;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-block-size: 3em;
    padding: 0.5em 1.25em;
    border: 2px solid var(--border);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--text);
    font-weight: 700;
    line-height: 1.25;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
  }
  .button:hover {
    background: var(--soft);
    text-decoration: underline;
    text-decoration-thickness: 2px;
    text-underline-offset: 0.2em;
  }
  .primary,
  .primary:hover {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
    min-inline-size: 9em;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75em;
  }
  :focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
    border-radius: var(--radius);
  }

  /* A bar is the city speaking. */
  .bar {
    border-inline-start: 6px solid var(--accent);
    padding: 0.125em 0 0.125em 1em;
  }
  .bar.soft {
    background: var(--soft);
    padding: 0.875em 1em;
  }
  .bar.caution {
    border-color: var(--caution);
  }
  .bar > * + * {
    margin-block-start: 0.25em;
  }

  @container (max-width: 419.98px) {
    .actions .button {
      inline-size: 100%;
    }
  }
  @container (min-width: 600px) {
    .title {
      font-size: 1.875em;
    }
  }
  @media (forced-colors: active) {
    .primary,
    .primary:hover {
      forced-color-adjust: none;
      border-color: ButtonText;
      background: ButtonText;
      color: ButtonFace;
    }
  }
`;

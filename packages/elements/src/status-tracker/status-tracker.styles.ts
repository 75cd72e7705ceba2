/** The layout of the status tracker: by its own width, never the window's. */
import { css } from 'lit';
import { base } from '../styles/base.ts';
import { forms } from '../styles/forms.ts';
import { tokens } from '../styles/tokens.ts';

const layout = css`
  ol {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  [tabindex='-1']:focus {
    outline: none;
  }
  a.pick {
    text-decoration: none;
  }
  a.pick strong {
    text-decoration: underline;
  }
  /* What stands below stays below the fold until the report is here. */
  .looking {
    min-block-size: 100vh;
    min-block-size: 100svh;
  }
  .number {
    font-size: 1.5em;
    font-weight: 700;
    line-height: 1.15;
    font-variant-numeric: tabular-nums;
  }
  .pad {
    padding: 1em 0.875em;
  }
  .tear {
    border-block-start: 2px dashed var(--border);
  }
  .first {
    font-size: 1.16em;
    line-height: 1.28;
  }
  .text {
    white-space: pre-line;
  }
  .warn {
    color: var(--caution);
    font-weight: 700;
  }
  .bar.done {
    border-color: var(--done);
  }
  .closing {
    min-block-size: 13em;
  }

  /* The way of a report: thick for what is done or now, and in words. */
  .stations {
    display: flex;
    gap: 4px;
  }
  .stations li {
    flex: 1;
    border-block-start: 2px solid var(--border);
    padding-block-start: 4px;
    color: var(--quiet);
  }
  .stations .on {
    border-block-start: 6px solid var(--accent);
    padding-block-start: 0;
    color: var(--text);
  }
  .stations [aria-current] {
    font-weight: 700;
  }

  .stack-2 > .outcome:empty,
  .stack-half > .outcome:empty {
    margin: 0;
  }

  .timeline > li + li {
    margin-block-start: 1em;
  }
  .timeline .you {
    border: 2px solid var(--border);
    border-radius: var(--radius);
    padding: 0.625em 0.875em;
  }
  .timeline .later {
    border-inline-start-style: dotted;
    border-color: var(--border);
  }
  .what {
    font-weight: 700;
  }
  .when {
    color: var(--quiet);
    font-size: 0.9375em;
  }

  .tick {
    display: flex;
    align-items: center;
    gap: 0.75em;
    min-block-size: 44px;
    cursor: pointer;
  }
  .tick input {
    flex: none;
    inline-size: 1.375em;
    block-size: 1.375em;
    accent-color: var(--accent);
  }
  .aside {
    margin-block-start: 2em;
  }
  .help {
    min-block-size: 6em;
    padding-block-start: 1em;
    border-block-start: 1px solid var(--rule);
  }

  .aside > .help:first-child {
    padding: 0;
    border: 0;
  }

  @container (min-width: 420px) {
    .find .input {
      max-inline-size: 14em;
    }
  }
  @container (min-width: 600px) {
    .first {
      font-size: 1.37em;
    }
  }
  @container (min-width: 920px) {
    .screen {
      display: grid;
      grid-template-columns: minmax(0, 38em) minmax(0, 19em);
      justify-content: space-between;
      column-gap: 3em;
    }
    .aside {
      margin-block-start: 0;
    }
  }
  @media print {
    .aside,
    .find,
    .closing {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .stations .on {
      border-color: Highlight;
    }
  }
`;

export const statusTrackerStyles = [tokens, base, forms, layout];

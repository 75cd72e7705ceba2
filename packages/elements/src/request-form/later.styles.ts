/** What only the later screens wear: choices, the fold, the receipt. Comes with them. */
import { css } from 'lit';

export const laterStyles = css`
  /* Help stays below the fold until the questions are here. */
  .asked {
    min-block-size: 100vh;
  }
  .summary {
    border: 4px solid var(--error);
    border-radius: var(--radius);
    padding: 1em;
    scroll-margin-block: 5em;
  }
  .summary + .title {
    margin-block-start: 1em;
  }
  .summary.caution {
    border-color: var(--caution);
  }
  .summary .act {
    display: flex;
    gap: 0.5em;
  }
  .summary li + li {
    margin-block-start: 0.5em;
  }
  .summary li a {
    display: inline-flex;
    align-items: center;
    min-block-size: 44px;
    color: var(--error);
    font-weight: 700;
    line-height: 1.35;
  }
  .short {
    max-inline-size: 13em;
  }
  .two {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
  }
  .two > * {
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  .select {
    position: relative;
    margin-block-start: 0.5em;
  }
  .select svg {
    position: absolute;
    inset-block-start: calc(50% - 0.69em);
    inset-inline-end: 0.75em;
    pointer-events: none;
  }
  .select .input {
    appearance: none;
    padding-inline-end: 2.5em;
  }
  .options {
    display: grid;
    gap: 0.5em;
    margin-block-start: 0.625em;
  }
  .option {
    display: flex;
    align-items: center;
    gap: 0.75em;
    min-block-size: 3.25em;
    padding: 0.625em 0.75em;
    border: 2px solid var(--border);
    border-radius: var(--radius);
    line-height: 1.35;
    cursor: pointer;
  }
  .option:hover {
    background: var(--soft);
  }
  .option input {
    flex: none;
    inline-size: 1.375em;
    block-size: 1.375em;
    accent-color: var(--accent);
  }
  .option:has(:checked) {
    border: 4px solid var(--accent);
    padding: calc(0.625em - 2px) calc(0.75em - 2px);
    background: var(--soft);
  }
  .option:has(:focus-visible) {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }
  .option input:focus-visible {
    outline: none;
  }
  .inside {
    padding: 0.25em 0.875em 1.125em;
  }
  :not([open]) > .inside {
    display: none;
  }
  .fold {
    border: 2px solid var(--border);
    border-radius: var(--radius);
    background: var(--surface);
  }
  .number {
    font-size: 2em;
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
  .expected {
    min-block-size: 4.5em;
  }
  .code {
    display: none;
    align-items: center;
    justify-content: end;
    gap: 0.75em;
    min-block-size: 10em;
  }
  .qr-code {
    inline-size: 10em;
    block-size: 10em;
    forced-color-adjust: none;
  }
  .tick {
    display: inline-flex;
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
  .keep-report {
    min-block-size: calc(44px + 1.5em);
  }
  /* The room of the question, which comes after the receipt. */
  .easy {
    min-block-size: 7.25em;
  }
  .sent {
    color: var(--done);
    font-weight: 700;
  }

  @container (min-width: 420px) {
    .wide .row {
      grid-template-columns: 9em 1fr auto;
      align-items: center;
    }
    .wide dd {
      grid-column: 2;
    }
    .wide dd.act {
      grid-column: 3;
      grid-row: 1;
    }
  }
  /* A phone cannot scan itself. */
  @container (min-width: 600px) {
    .expected {
      min-block-size: 3em;
    }
    .with-code {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 18em;
      align-items: center;
      gap: 1em;
    }
    .with-code > :only-child {
      grid-column: 1 / -1;
    }
    .code {
      display: flex;
    }
  }
  @media print {
    .help,
    .top,
    .aside,
    .actions,
    .keep-report,
    .easy {
      display: none;
    }
    .code {
      display: flex;
      justify-content: start;
    }
  }
  @media (forced-colors: active) {
    .option:has(:checked) {
      border-color: Highlight;
    }
  }
`;

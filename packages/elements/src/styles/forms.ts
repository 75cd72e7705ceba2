/** Fields, lists to choose from, the slip, errors. A box is yours: something you fill in or told us. */
import { css } from 'lit';

export const forms = css`
  .field > * + * {
    margin-block-start: 0.25em;
  }
  .label,
  legend {
    display: block;
    font-weight: 700;
    line-height: 1.35;
    scroll-margin-block: 5em;
  }
  /* Floated, or the bar of a wrong group would begin at the middle of its question. */
  legend {
    float: left;
    inline-size: 100%;
    margin-block-end: 0.4em;
  }
  legend + * {
    clear: both;
  }
  .input {
    display: block;
    inline-size: 100%;
    min-block-size: 3em;
    padding: 0.5em 0.75em;
    border: 2px solid var(--border);
    border-radius: var(--radius);
    background: var(--surface);
    line-height: 1.4;
  }
  .field > .input,
  .search {
    margin-block-start: 0.5em;
  }
  textarea.input {
    min-block-size: 6.5em;
    resize: vertical;
  }
  .search {
    position: relative;
  }
  .search .input {
    padding-inline-start: 2.75em;
  }
  .search svg {
    position: absolute;
    inset-block-start: calc(50% - 0.69em);
    inset-inline-start: 0.75em;
    pointer-events: none;
  }

  .list,
  .slip {
    border: 2px solid var(--border);
    border-radius: var(--radius);
    background: var(--surface);
  }
  .list > * + *,
  .row + .row {
    border-block-start: 1px solid var(--rule);
  }
  .pick,
  summary {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.75em;
    inline-size: 100%;
    min-block-size: 3.5em;
    padding: 0.5em 0.875em;
    border: 0;
    background: none;
    color: var(--text);
    line-height: 1.35;
    text-align: start;
    cursor: pointer;
  }
  .pick > :first-child {
    min-inline-size: 0;
  }
  .pick strong,
  .pick .hint {
    display: block;
  }
  .pick svg,
  summary svg {
    color: var(--accent);
  }
  .pick:hover,
  summary:hover {
    background: var(--soft);
  }
  .pick:hover strong,
  summary:hover strong {
    text-decoration: underline;
    text-decoration-thickness: 2px;
    text-underline-offset: 0.2em;
  }
  .pick:focus-visible,
  summary:focus-visible {
    outline-offset: -5px;
  }
  summary {
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  [open] > summary svg {
    transform: rotate(180deg);
  }
  details .list {
    border-width: 1px 0 0;
    border-radius: 0;
    border-color: var(--rule);
  }
  details .pick {
    padding-inline-start: 1.75em;
  }

  .row {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: start;
    column-gap: 0.75em;
    padding: 0.625em 0.875em;
  }
  dt {
    grid-column: 1;
    color: var(--quiet);
    font-size: 0.9375em;
  }
  dd {
    grid-column: 1;
    line-height: 1.45;
  }
  dd bdi {
    white-space: pre-line;
  }
  dd.act {
    grid-column: 2;
    grid-row: 1 / span 2;
    align-self: center;
  }
  .act .link {
    justify-content: end;
  }

  .message {
    display: flex;
    gap: 0.5em;
    color: var(--error);
    font-weight: 700;
    line-height: 1.4;
  }
  .wrong {
    border-inline-start: 6px solid var(--error);
    padding-inline-start: 1em;
  }
  .wrong .input {
    border: 3px solid var(--error);
  }
  @media (prefers-reduced-motion: no-preference) {
    summary svg {
      transition: transform 120ms ease-out;
    }
  }
`;

/** The layout of the builder: by its own width, never the window's. */
import { css } from 'lit';
import { base } from '../styles/base.ts';
import { forms } from '../styles/forms.ts';
import { tokens } from '../styles/tokens.ts';

/** As on the later screens of the form. Not theirs: shared with them, they would come to each resident in a file of their own. */
const choices = css`
  .summary {
    border: 4px solid var(--error);
    border-radius: var(--radius);
    padding: 1em;
    scroll-margin-block: 5em;
  }
  .summary li a {
    display: inline-flex;
    align-items: center;
    min-block-size: 44px;
    color: var(--error);
    font-weight: 700;
    line-height: 1.35;
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
  .option input,
  .tick input {
    flex: none;
    inline-size: 1.375em;
    block-size: 1.375em;
    accent-color: var(--accent);
  }
  .tick {
    display: inline-flex;
    align-items: center;
    gap: 0.75em;
    min-block-size: 44px;
    cursor: pointer;
  }
  .fold {
    border: 2px solid var(--border);
    border-radius: var(--radius);
    background: var(--surface);
  }
  .pad {
    padding: 1em 0.875em;
  }
  @media (forced-colors: active) {
    .option:has(:checked) {
      border-color: Highlight;
    }
  }
`;

const layout = css`
  .many,
  .colours,
  .looks {
    display: grid;
    gap: 0.5em;
  }
  .colours,
  .looks {
    gap: 1em;
  }
  .option > span > .hint {
    display: block;
  }
  .colour {
    display: flex;
    gap: 0.5em;
    margin-block-start: 0.5em;
  }
  .well {
    flex: none;
    inline-size: 4em;
    block-size: 3em;
    padding: 4px;
    border: 2px solid var(--border);
    border-radius: var(--radius);
    background: var(--surface);
  }
  .copyable > * + * {
    margin-block-start: 0.5em;
  }
  .copyable textarea {
    font-family: ui-monospace, monospace;
    font-size: 0.9375em;
    min-block-size: 3em;
  }
  .checks > li + li {
    border-block-start: 1px solid var(--rule);
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    line-height: 1.35;
  }
  caption {
    font-weight: 700;
    text-align: start;
    padding-block-end: 0.25em;
  }
  th,
  td {
    padding: 0.375em 0.5em 0.375em 0;
    border-block-end: 1px solid var(--rule);
    text-align: start;
    vertical-align: top;
  }
  tbody th {
    font-weight: 400;
  }
  .weak > * {
    color: var(--error);
    font-weight: 700;
  }
  iframe {
    display: block;
    border: 0;
    background: #fff;
  }
  .stage,
  .sheet {
    border: 2px solid var(--border);
    overflow: hidden;
    max-inline-size: 100%;
  }
  .stage.phone {
    inline-size: 379px;
  }
  .preview {
    inline-size: 100%;
    block-size: 640px;
  }
  /* A wide page, made small: as a whole picture of it. */
  .desktop .preview {
    inline-size: 1200px;
    block-size: 900px;
    transform: scale(var(--scale, 0.5));
    transform-origin: 0 0;
    margin-inline-end: calc(1200px * (var(--scale, 0.5) - 1));
    margin-block-end: calc(900px * (var(--scale, 0.5) - 1));
  }
  .sheet {
    inline-size: 30em;
  }
  .poster {
    inline-size: 100%;
    block-size: 40em;
  }
  .said {
    position: sticky;
    inset-block-end: 0;
    background: var(--surface);
    font-weight: 700;
  }
  .said:not(:empty) {
    padding: 0.75em 1em;
    border: 2px solid var(--border);
  }
  @container (min-width: 600px) {
    .many,
    .colours,
    .looks {
      grid-template-columns: 1fr 1fr;
    }
  }
`;

export const snippetBuilderStyles = [tokens, base, forms, choices, layout];

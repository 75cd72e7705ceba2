/** The layout of the FAQ panel: by its own width, never the window's. */
import { css } from 'lit';
import { base } from '../styles/base.ts';
import { forms } from '../styles/forms.ts';
import { tokens } from '../styles/tokens.ts';

const layout = css`
  .edge i {
    display: block;
    border-block-start: 6px solid var(--accent);
  }
  .main {
    max-inline-size: 38em;
    padding-block-start: 1.25em;
  }
  /* Help stays where it is while answers come and go. */
  .found {
    min-block-size: 22em;
  }
  .found > :is(h1, h2, h3, h4, h5, h6):not(:first-child) {
    margin-block-start: 1.75em;
  }
  :is(h1, h2, h3, h4, h5, h6) + .list {
    margin-block-start: 0.5em;
  }
  summary {
    scroll-margin-block: 5em;
  }
  summary .hint {
    display: block;
  }
  .inside {
    padding: 0.25em 0.875em 1.125em;
  }
  .answer ul,
  .answer ol {
    padding-inline-start: 1.5em;
  }
  .answer ul {
    list-style: disc;
  }
  .answer ol {
    margin: 0;
  }
  .answer li + li {
    margin-block-start: 0.25em;
  }
  .answer table {
    border-collapse: collapse;
  }
  .answer :is(th, td) {
    padding: 0.375em 0.75em;
    border: 1px solid var(--rule);
    text-align: start;
  }
  .card {
    border-inline-start: 6px solid var(--accent);
    padding-inline-start: 1em;
  }
  .first {
    font-size: 1.2em;
    font-weight: 700;
    line-height: 1.28;
  }
  /* A date is parted last. */
  .first time,
  .way {
    display: inline-block;
  }
  .way {
    margin-inline-end: 1em;
  }
  [name='person'] {
    display: block;
  }
  .told:focus {
    outline: none;
  }
  .address .input {
    max-inline-size: 20em;
  }
  .inside .list {
    border-width: 2px;
    border-radius: var(--radius);
    border-color: var(--border);
  }
  .inside .pick {
    padding-inline-start: 0.875em;
  }
  .helped .actions .button {
    inline-size: auto;
    min-inline-size: 6.5em;
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
  .help {
    padding-block-start: 1em;
    border-block-start: 1px solid var(--rule);
  }
  @container (min-width: 600px) {
    .first {
      font-size: 1.5em;
    }
  }
  @media (forced-colors: active) {
    .edge i {
      border-color: Highlight;
    }
  }
`;

export const faqPanelStyles = [tokens, base, forms, layout];

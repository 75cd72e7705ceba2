/** The layout of the request form: by its own width, never the window's. */
import { css } from 'lit';
import { base } from '../styles/base.ts';
import { forms } from '../styles/forms.ts';
import { tokens } from '../styles/tokens.ts';

const layout = css`
  /* What stands below the widget stays below the fold, so that no change of screen moves it. */
  :host {
    min-block-size: 100vh;
    min-block-size: 100svh;
    /* The browser would hold on to a line of the old screen and undo our scrolling to the top of the new one. */
    overflow-anchor: none;
  }
  .edge {
    display: flex;
    gap: 4px;
    block-size: 6px;
    align-items: flex-start;
  }
  .edge i {
    flex: 1;
    border-block-start: 2px solid var(--border);
  }
  .edge .on {
    border-block-start: 6px solid var(--accent);
  }
  .top svg {
    margin-inline-end: 0.375em;
  }
  .back {
    margin-block: -0.5em 0.25em;
    margin-inline-start: -0.375em;
  }
  .told {
    margin-block-end: 1.25em;
  }
  .told strong {
    display: none;
  }
  .told .row {
    align-items: center;
    padding-block: 0.125em;
    min-block-size: 48px;
  }
  .told .act {
    grid-row: auto;
  }
  .first {
    min-block-size: 18.5em;
  }
  /* Two lines below a name or one: other matches move nothing. */
  @container (max-width: 419.98px) {
    .first .pick {
      min-block-size: 5.25em;
    }
    .first .pick > :first-child {
      align-self: start;
    }
  }
  .groups {
    min-block-size: 26em;
  }
  .aside {
    margin-block-start: 2em;
  }
  /* The room of what the city says already, which comes late. */
  .found,
  .beside {
    min-block-size: 14.5em;
  }
  .known {
    block-size: 17em;
  }
  .room {
    visibility: hidden;
  }
  .aside > * + .help {
    margin-block-start: 2em;
    padding-block-start: 1em;
    border-block-start: 1px solid var(--rule);
  }
  .help {
    min-block-size: 6em;
  }

  @container (min-width: 600px) {
    .known {
      block-size: 10.5em;
    }
  }
  @container (min-width: 920px) {
    .found {
      display: none;
    }
    .screen {
      display: grid;
      grid-template-columns: minmax(0, 38em) minmax(0, 19em);
      grid-template-rows: auto 1fr;
      justify-content: space-between;
      column-gap: 3em;
    }
    .told {
      grid-column: 2;
      grid-row: 1;
      margin-block-end: 2em;
    }
    .told strong {
      display: block;
      margin-block-end: 0.5em;
    }
    .main {
      grid-column: 1;
      grid-row: 1 / span 2;
    }
    .aside {
      grid-column: 2;
      margin-block-start: 0;
    }
  }
  @media (forced-colors: active) {
    .edge .on {
      border-color: Highlight;
    }
  }
`;

export const requestFormStyles = [tokens, base, forms, layout];

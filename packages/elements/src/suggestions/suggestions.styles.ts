/** What answers beside the form wear before one is opened. */
import { css } from 'lit';

export const suggestionsStyles = css`
  .beside.suggested {
    margin-block-start: 2em;
  }
  .suggested .bar {
    border-inline-start: 6px double var(--border);
    padding-inline-start: 0;
  }
  .suggested summary {
    min-block-size: 44px;
    padding-block: 0.25em;
  }
  /* The room that is kept is enough for three: a long one is cut until it is opened. */
  .brief strong,
  .brief .hint {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  [open] > summary strong {
    display: block;
  }
`;

/** Three answers share one row at every width; the room of the row is kept when it goes. */
import { css } from 'lit';

export const feedbackStyles = css`
  .feedback {
    min-block-size: 7.25em;
  }
  .question:focus {
    outline: none;
  }
  .answers {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 0.5em;
    max-inline-size: 24em;
  }
  .answers .button {
    padding-inline: 0.5em;
  }
  .answers [aria-pressed='true'] {
    border: 4px solid var(--accent);
    background: var(--soft);
  }
  @media (forced-colors: active) {
    .answers [aria-pressed='true'] {
      border-color: Highlight;
    }
  }
  @media print {
    .feedback {
      display: none;
    }
  }
`;

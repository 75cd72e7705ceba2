/** What an answer wears that is open beside the form. */
import { css } from 'lit';

export const openedAnswerStyles = css`
  .inside {
    min-block-size: 9em;
    padding: 0.25em 0.875em 1.125em;
  }
  .inside .answer ul,
  .inside ol {
    padding-inline-start: 1.5em;
  }
  .inside .answer ul {
    list-style: disc;
  }
  .inside ol {
    margin: 0;
  }
  .inside table {
    display: block;
    overflow-x: auto;
    border-collapse: collapse;
  }
  .inside :is(th, td) {
    padding: 0.375em 0.75em;
    border: 1px solid var(--rule);
    text-align: start;
  }
  .inside .card {
    border-inline-start: 6px solid var(--accent);
    padding-inline-start: 1em;
  }
  .inside .first {
    min-block-size: 0;
    font-weight: 700;
  }
  .inside .tick {
    display: flex;
    align-items: center;
    gap: 0.75em;
    min-block-size: 44px;
  }
`;

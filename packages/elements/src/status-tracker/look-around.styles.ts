/** What only the list of recent reports wears. Comes with it. */
import { css } from 'lit';

export const lookAroundStyles = css`
  .around h1,
  .around h2,
  .around h3,
  .around h4,
  .around h5,
  .around h6 {
    scroll-margin-block: 5em;
  }
  .around :is(h1, h2, h3, h4, h5, h6):focus {
    outline: none;
  }
  .narrow .both {
    display: grid;
    gap: 1em;
  }
  .around .select {
    position: relative;
    margin-block-start: 0.5em;
  }
  .around .select svg {
    position: absolute;
    inset-block-start: calc(50% - 0.69em);
    inset-inline-end: 0.75em;
    pointer-events: none;
  }
  .around .select .input {
    appearance: none;
    padding-inline-end: 2.5em;
    text-overflow: ellipsis;
  }
  .reports > li:not([hidden]) {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
  }
  .report {
    display: block;
    padding: 0.625em 0.875em;
    color: var(--text);
    line-height: 1.35;
    text-decoration: none;
  }
  .report > strong,
  .report > .place {
    display: block;
  }
  .report strong {
    text-decoration: underline;
    text-decoration-color: var(--accent);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.18em;
  }
  .report .hint {
    display: flex;
    flex-wrap: wrap;
    column-gap: 1em;
  }
  .report:hover {
    background: var(--soft);
  }
  .report:hover strong {
    text-decoration-thickness: 3px;
  }
  /* Inside: a row cuts off what stands out of it. */
  .report:focus-visible,
  .abuse:focus-visible {
    outline-offset: -5px;
  }
  .reports img {
    margin-inline-end: 0.875em;
    border-radius: var(--radius);
    background: var(--soft);
    object-fit: cover;
  }
  .abuse {
    grid-column: 1 / -1;
    padding-inline: 0.875em;
  }

  @container (min-width: 420px) {
    .narrow .both {
      grid-template-columns: 1fr 1fr;
      align-items: end;
    }
  }
`;

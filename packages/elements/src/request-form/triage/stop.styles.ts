/** What only the stops wear. Comes with them. */
import { css } from 'lit';

export const stopStyles = css`
  .stop {
    padding: 1em;
    border: 4px solid var(--error);
    border-radius: var(--radius);
  }
  .urgent,
  .urgent:hover {
    border-color: var(--error);
    background: var(--error);
    color: var(--on-accent);
    min-inline-size: 0;
    text-decoration: none;
  }
  .tall a {
    display: inline-flex;
    align-items: center;
    min-block-size: 44px;
  }
  .ways {
    display: grid;
    justify-items: start;
    gap: 0.5em;
  }
  .known-one {
    display: grid;
    grid-template-columns: 6em minmax(0, 1fr);
    gap: 0.75em;
    padding: 0.75em;
    border: 2px solid var(--border);
    border-radius: var(--radius);
  }
  .known-one .button {
    grid-column: 1 / -1;
  }
  .thumb {
    position: relative;
    display: grid;
    place-items: center;
    align-self: start;
    aspect-ratio: 4 / 3;
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--soft);
    overflow: hidden;
    text-align: center;
  }
  .thumb img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .thumb img[hidden] {
    display: none;
  }
  @container (min-width: 420px) {
    .known-one {
      grid-template-columns: 6em minmax(0, 1fr) auto;
      align-items: center;
    }
    .known-one .button {
      grid-column: auto;
    }
  }
  @media (forced-colors: active) {
    .urgent,
    .urgent:hover {
      border-color: ButtonText;
      background: ButtonText;
      color: ButtonFace;
    }
  }
`;

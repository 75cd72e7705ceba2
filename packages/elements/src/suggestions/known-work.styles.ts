/** What notices wear. */
import { css } from 'lit';

export const knownWorkStyles = css`
  .known {
    overflow-y: auto;
    padding-block: 0.5em;
  }
  .elsewhere {
    visibility: hidden;
  }
`;

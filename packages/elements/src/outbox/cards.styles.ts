/** The list of reports that wait. */
import { css } from 'lit';

export const cardsStyles = css`
  .waiting-reports {
    padding-block: 0.5em 1em;
  }
`;

/** The fold of the alerts. Comes with them. */
import { css } from 'lit';

export const alertsStyles = css`
  .alerts details {
    border: 2px solid var(--border);
    border-radius: var(--radius);
    background: var(--surface);
  }
  .alerts form {
    padding: 0.25em 0.875em 1.125em;
  }
  .alerts [role='status']:focus {
    outline: none;
  }
  .alerts > :empty {
    margin: 0;
  }
  @media print {
    .alerts {
      display: none;
    }
  }
`;

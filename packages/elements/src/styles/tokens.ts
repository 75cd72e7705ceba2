/**
 * The sixteen roles a city can set, `--citydesk-<role>`, with our own colours behind them.
 * Text pairs hold 7:1, controls 3:1. Dark only where the page's own `color-scheme` says so: never by the device alone.
 */
import { css } from 'lit';

export const tokens = css`
  :host {
    --accent: var(--citydesk-accent, #0f4f78);
    --on-accent: var(--citydesk-on-accent, #fff);
    --surface: var(--citydesk-surface, #fff);
    --soft: var(--citydesk-soft, #f1f4f3);
    --text: var(--citydesk-text, #14191d);
    --quiet: var(--citydesk-quiet, #434c54);
    --border: var(--citydesk-border, #57626b);
    --rule: var(--citydesk-rule, #c5ccd0);
    --error: var(--citydesk-error, #951b12);
    --caution: var(--citydesk-caution, #654600);
    --done: var(--citydesk-done, #155338);
    --focus: var(--citydesk-focus, #14191d);
    --radius: var(--citydesk-radius, 3px);
  }
  @supports (color: light-dark(#000, #fff)) {
    :host {
      --accent: var(--citydesk-accent, light-dark(#0f4f78, #93cdec));
      --on-accent: var(--citydesk-on-accent, light-dark(#fff, #06202e));
      --surface: var(--citydesk-surface, light-dark(#fff, #12181b));
      --soft: var(--citydesk-soft, light-dark(#f1f4f3, #1d262b));
      --text: var(--citydesk-text, light-dark(#14191d, #f2f5f5));
      --quiet: var(--citydesk-quiet, light-dark(#434c54, #c5cdd2));
      --border: var(--citydesk-border, light-dark(#57626b, #909ca5));
      --rule: var(--citydesk-rule, light-dark(#c5ccd0, #3f4b53));
      --error: var(--citydesk-error, light-dark(#951b12, #ffb5a9));
      --caution: var(--citydesk-caution, light-dark(#654600, #f3cf80));
      --done: var(--citydesk-done, light-dark(#155338, #9bdcb5));
      --focus: var(--citydesk-focus, light-dark(#14191d, #fff));
    }
  }
  @media (prefers-contrast: more) {
    :host {
      --quiet: var(--text);
      --border: var(--text);
      --rule: var(--text);
    }
  }
`;

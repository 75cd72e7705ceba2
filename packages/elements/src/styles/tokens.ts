/**
 * The sixteen roles a city can set, `--citydesk-<role>`, with our own colours behind them.
 * Text pairs hold 7:1, controls 3:1. Dark only where the page's own `color-scheme` says so: never by the device alone.
 */
import { css, unsafeCSS } from 'lit';

/** Each with its color in light and in dark. */
const colors = {
  accent: ['#0f4f78', '#93cdec'],
  'on-accent': ['#fff', '#06202e'],
  surface: ['#fff', '#12181b'],
  soft: ['#f1f4f3', '#1d262b'],
  text: ['#14191d', '#f2f5f5'],
  quiet: ['#434c54', '#c5cdd2'],
  border: ['#57626b', '#909ca5'],
  rule: ['#c5ccd0', '#3f4b53'],
  error: ['#951b12', '#ffb5a9'],
  caution: ['#654600', '#f3cf80'],
  done: ['#155338', '#9bdcb5'],
  focus: ['#14191d', '#fff'],
};

/** Every role is what the page sets for it, else our own: by what a browser makes of `ours`. */
const roles = (ours: (light: string, dark: string) => string) =>
  unsafeCSS(
    Object.entries(colors)
      .map(([role, [light, dark]]) => `--${role}:var(--citydesk-${role},${ours(light!, dark!)});`)
      .join(''),
  );

const inLight = roles((light) => light);
const asThePage = roles((light, dark) => `light-dark(${light},${dark})`);

export const tokens = css`
  :host {
    ${inLight}--radius: var(--citydesk-radius, 3px);
  }
  @supports (color: light-dark(#000, #fff)) {
    :host {
      ${asThePage}
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

/** The icons of plain pages. They stand beside words and are hidden from screen readers. */

import { html } from 'hono/html';

export const icons = {
  warning: html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d="M12 3 2 21h20z" />
    <path d="M12 10v5M12 18v.2" />
  </svg>`,
  tick: html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d="m4 12.5 5.2 5.5L20 6.5" />
  </svg>`,
  back: html`<svg class="icon turns" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d="m15 5-7 7 7 7" />
  </svg>`,
};

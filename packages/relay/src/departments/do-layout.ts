/** What every page behind a department's link has around it; it looks like the staff desk, and leads nowhere else. */

import { html } from 'hono/html';
import { deskStyle } from '../town/desk/desk-style.ts';
import type { Html } from '../town/desk/layout.ts';

/** Served beside the pages, under this name. */
export const doStyleName = 'desk.css';

export const doStyle = `${deskStyle}
header .wrap { min-block-size: 52px; }
.deeds details { border: 2px solid var(--border); border-radius: var(--radius); margin-block-end: .75em; }
.deeds summary { min-block-size: 51px; padding: .75em 1em; font-weight: 700; cursor: pointer; }
.deeds details > form { padding: .25em 1em 1em; }
.change select.input { inline-size: 100%; min-inline-size: 0; }
`;

/** A whole page. @param up where the pages of the links lie, seen from this one */
export function doLayout(city: string, title: string, content: Html, up = ''): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="format-detection" content="telephone=no" />
        <title>${title} | ${city}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${up}${doStyleName}" />
      </head>
      <body>
        <a class="skip" href="#content">Skip to content</a>
        <header>
          <div class="wrap"><span>${city}</span></div>
        </header>
        <main id="content" tabindex="-1"><div class="wrap">${content}</div></main>
      </body>
    </html>`;
}

/** What a city without pages of its own says at its front door. */

import { html } from 'hono/html';
import type { Context } from 'hono';

export function welcomePage(c: Context, city: string, base: string): Response | Promise<Response> {
  c.header('Content-Security-Policy', "default-src 'none'; base-uri 'none'; frame-ancestors 'none'");
  c.header('X-Content-Type-Options', 'nosniff');
  if (c.req.path !== `${base}/`) return c.text('There is no such page.', 404);
  return c.html(
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${city}: Open311 sandbox</title>
        </head>
        <body>
          <h1>${city}</h1>
          <p>This is an Open311 sandbox. What you send reaches no real city.</p>
          <ul>
            <li><a href="${base}/open311/v2/services.json">What you can report</a></li>
            <li><a href="${base}/open311/v2/requests.json">What was reported</a></li>
            <li><a href="${base}/feed.atom">What was reported, as a feed</a></li>
            <li><a href="${base}/open311/discovery.json">Discovery</a></li>
            <li><a href="${base}/staff/">Staff desk</a></li>
          </ul>
          <p>Streets: © OpenStreetMap contributors (ODbL). Reports and people are made up.</p>
        </body>
      </html>`,
  );
}

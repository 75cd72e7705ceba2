// A city's page as tests need it: whatever its head has, then our tag, the form with its fallback, and something below it.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { documentedHost, servePages, type ExampleCity, type ServedPages } from '../examples/example-city.ts';
import { root } from '../workspace.ts';

export interface HostPage {
  /** Before our tag, as most pages have theirs. */
  readonly head?: string;
  /** In place of the module tag. */
  readonly tag?: string;
  /** Around the form: its HTML is put in place of `FORM`. */
  readonly body?: string;
  /** After everything else. */
  readonly end?: string;
  readonly htmlAttributes?: string;
}

/** The tag as in the docs, from a host that the server puts the city's in place of. */
export const moduleTag = tagFor('citydesk.js', 'type="module"');
export const classicTag = tagFor('citydesk.classic.js', 'async');

export function tagFor(file: string, attributes: string): string {
  const endpoint = `data-endpoint="${documentedHost}/open311/v2/" data-phone="269-555-0142"`;
  return `<script ${attributes} src="${documentedHost}/citydesk/${file}" ${endpoint}></script>`;
}

/** What a resident sees until the form has come, and where it cannot. */
export const fallback = `<p><a href="${documentedHost}/citydesk/embed?widget=request-form">Report a problem</a> or call 269-555-0142.</p>`;
export const form = `<citydesk-request-form heading-level="2">${fallback}</citydesk-request-form>`;

export function hostPage({
  head = '',
  tag = moduleTag,
  body = 'FORM',
  end = '',
  htmlAttributes = '',
}: HostPage): string {
  return `<!doctype html>
<html lang="en" ${htmlAttributes}>
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Report a problem | City of Three Rivers</title>
    <link rel="icon" href="data:," />
    ${head}
    ${tag}
  </head>
  <body>
    <main><h1>Report a problem</h1>${body.replaceAll('FORM', form)}</main>
    <footer><p>City of Three Rivers</p></footer>
    ${end}
  </body>
</html>
`;
}

/**
 * Serves pages by their path, such as `tailwind.html`, and what is installed here under `node_modules/`.
 * @param files may be added to while it runs
 */
export function serveHosts(files: ReadonlyMap<string, string>, city: ExampleCity): Promise<ServedPages> {
  return servePages((asked) => {
    const own = files.get(asked);
    if (own !== undefined || !asked.startsWith('node_modules/')) return own;
    return readFileSync(path.join(root, path.normalize(`/${asked}`)));
  }, city.origin);
}

/** Errors and warnings of the page, as they come. */
export function complaintsOf(page: Page): string[] {
  const said: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type()))
      said.push(`${message.text()} ${message.location().url ?? ''}`.trim());
  });
  page.on('pageerror', (error) => said.push(String(error)));
  return said;
}

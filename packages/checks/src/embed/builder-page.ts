// The snippet builder on a strict page, and an editor at it who takes what it gives into pages of their own.

import type { Frame, Page } from 'puppeteer-core';
import type { CityBrowser, CityPage } from '../e2e/city-browser.ts';
import { integrityOf, servePages, type ExampleCity, type ServedPages } from '../examples/example-city.ts';
import { until } from '../e2e/until.ts';

export const version = '0.1.0';
const filesOf = (city: ExampleCity) => `${city.origin}/citydesk/${version}/`;

export interface EditorsSite extends ServedPages {
  /** Puts a page there, under this policy. */
  put(name: string, html: string, policy: string): void;
}

/** A web site whose pages each have a policy of their own; the builder is at `/builder.html`. */
export async function serveEditorsSite(city: ExampleCity): Promise<EditorsSite> {
  const pages = new Map<string, string>();
  const served = await servePages((asked) => pages.get(asked), city.origin);
  const put = (name: string, html: string, policy: string) => {
    const meta = `<meta http-equiv="Content-Security-Policy" content="${policy.replaceAll('"', '&quot;')}">`;
    pages.set(
      name,
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>City</title><link rel="icon" href="data:,">${meta}</head><body>${html}</body></html>`,
    );
  };
  const tag = `<script type="module" src="${filesOf(city)}citydesk.js" integrity="${integrityOf('citydesk.js')}" crossorigin="anonymous"></script>`;
  const policy = `default-src 'none'; script-src ${city.origin}; connect-src ${city.origin}; require-trusted-types-for 'script'; trusted-types citydesk`;
  put(
    'builder.html',
    `${tag}<main><h1>Builder</h1><citydesk-snippet-builder files="${filesOf(city)}"></citydesk-snippet-builder></main>`,
    policy,
  );
  return { ...served, put };
}

/** The builder with the city's endpoint checked. */
export async function openBuilder(browser: CityBrowser, site: EditorsSite, city: ExampleCity): Promise<CityPage> {
  const opened = await browser.newPage();
  const { driver } = opened;
  await driver.open(`${site.origin}/builder.html`);
  await driver.fill('Address of the Open311 endpoint', `${city.origin}/open311/v2/`);
  await driver.click('button', 'Check');
  await driver.text(/\d\d things that were looked at/);
  return opened;
}

/** What stands to be copied under this label; waits for it. */
export function piece(page: Page, label: string): Promise<string> {
  return until(`the text under “${label}”`, () =>
    page.evaluate((words) => {
      const root = document.querySelector('citydesk-snippet-builder')?.shadowRoot;
      const labels = [...(root?.querySelectorAll('label') ?? [])];
      const one = labels.find((each) => each.textContent?.trim().startsWith(words));
      return (one && root?.querySelector<HTMLTextAreaElement>(`textarea#${one.htmlFor}`)?.value) ?? undefined;
    }, label),
  );
}

/** The page in the builder that has the poster on it. */
export function posterIn(page: Page): Promise<Frame> {
  return until('the poster', async () => {
    for (const frame of page.frames()) if (await frame.$('.qr-code')) return frame;
    return undefined;
  });
}

/** As the one line that a header has. */
export const asPolicy = (lines: string): string =>
  `default-src 'none'; ${lines.replaceAll(/\s*\n/g, ' ')}require-trusted-types-for 'script'`;

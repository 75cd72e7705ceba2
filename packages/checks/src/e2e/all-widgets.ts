// The built city with one page more, on which the form, the tracker and the answers stand together, with words of the page inside them.

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { site } from '../demo/site.ts';
import { serveBuiltCity, type BuiltCity } from './built-city.ts';

export interface AllWidgets extends BuiltCity {
  /** The page with all three. */
  readonly page: string;
}

/** What the page says inside its form. */
export const slotted = 'Our front desk speaks Spanish, too.';

export async function serveAllWidgets(): Promise<AllWidgets> {
  const folder = mkdtempSync(path.join(tmpdir(), 'citydesk-all-widgets-'));
  cpSync(site, folder, { recursive: true });
  mkdirSync(path.join(folder, 'report/all'));
  const page = readFileSync(path.join(site, 'report/index.html'), 'utf8').replace(
    /<main[\s\S]*<\/main>/,
    `<main id="content"><div class="wrap">
      <h1>Report, follow, ask</h1>
      <p>Everything in one place.</p>
      <citydesk-request-form service-code="pothole"><span slot="help">${slotted}</span></citydesk-request-form>
      <citydesk-status-tracker></citydesk-status-tracker>
      <citydesk-faq-panel></citydesk-faq-panel>
    </div></main>`,
  );
  writeFileSync(path.join(folder, 'report/all/index.html'), page);
  const city = await serveBuiltCity(undefined, folder);
  return {
    ...city,
    page: `${city.origin}/report/all/`,
    async close() {
      await city.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

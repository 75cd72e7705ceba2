// The two browsers that Orca reads, with a window of their own: without one there is nothing that could have the focus.

import { existsSync } from 'node:fs';
import { launch, type Browser } from 'puppeteer-core';

export type BrowserName = 'chromium' | 'firefox';

/** Where Debian puts them. The Chromium that comes with the packages has no window, and no accessibility for others. */
export const places: Readonly<Record<BrowserName, string>> = {
  chromium: '/usr/bin/chromium',
  firefox: '/usr/bin/firefox-esr',
};

export function isInstalled(name: BrowserName): boolean {
  return existsSync(places[name]);
}

/** @param lang of the browser's own words, in date fields for example */
export async function startBrowser(
  name: BrowserName,
  env: Readonly<Record<string, string | undefined>>,
  lang: string,
): Promise<Browser> {
  const common = {
    executablePath: places[name],
    headless: false,
    env: { ...env },
    defaultViewport: null,
    protocolTimeout: 60_000,
  };
  if (name === 'firefox') {
    return launch({
      ...common,
      browser: 'firefox',
      extraPrefsFirefox: {
        'accessibility.force_disabled': -1,
        'intl.locale.requested': lang,
        'intl.accept_languages': lang,
      },
    });
  }
  return launch({
    ...common,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
      ...['--disable-component-update', '--disable-sync', '--force-renderer-accessibility', `--lang=${lang}`],
      '--window-size=1280,1000',
    ],
  });
}

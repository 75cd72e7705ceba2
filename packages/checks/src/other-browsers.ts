// `npm run test:floor`, `test:firefox`, `test:webkit`: files the same report in browsers that are not everyone's, finds it again through the API,
// and follows it by its number.

import { existsSync } from 'node:fs';
import { noCounts, sayCounts } from './counts.ts';
import { build } from './demo/build.ts';
import { cdpEngine } from './drive/cdp-engine.ts';
import { drive } from './drive/drive.ts';
import type { Driver } from './drive/driver.ts';
import { puppeteerEngine } from './drive/puppeteer-engine.ts';
import { miniBrowser, webkitEngine } from './drive/webkit-engine.ts';
import { fileAReport } from './e2e/file-a-report.ts';
import { findAReport, openTracker } from './e2e/find-a-report.ts';
import { serveBuiltCity } from './e2e/built-city.ts';
import { floorBrowser } from './floor-browser.ts';

interface OtherBrowser {
  /** What has to be installed first, or undefined when it is there. */
  missing(): string | undefined;
  start(): Promise<Driver>;
}

const firefox = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];

const browsers: Readonly<Record<string, OtherBrowser>> = {
  floor: {
    missing: () => (process.platform === 'linux' && process.arch === 'x64' ? undefined : 'Linux on x64'),
    start: async () => drive(await cdpEngine(await floorBrowser())),
  },
  firefox: {
    missing: () => (firefox.some((file) => existsSync(file)) ? undefined : 'Debian package firefox-esr'),
    async start() {
      const executablePath = firefox.find((file) => existsSync(file)) ?? '';
      return drive(await puppeteerEngine({ browser: 'firefox', executablePath, headless: true }));
    },
  },
  webkit: {
    missing: () =>
      miniBrowser() && existsSync('/usr/bin/Xvfb') ? undefined : 'Debian packages webkit2gtk-driver and xvfb',
    start: async () => drive(await webkitEngine()),
  },
};

/**
 * Files a report in one of the other browsers, and follows it.
 * @returns The exit code. A browser that is not installed is a failure where CI=true, and only skipped elsewhere.
 */
export async function runOtherBrowser(name = ''): Promise<number> {
  const browser = browsers[name];
  if (!browser) {
    console.error(`Say which browser: ${Object.keys(browsers).join(', ')}.`);
    return 1;
  }
  const missing = browser.missing();
  if (missing) {
    const isFailure = process.env['CI'] === 'true';
    console.log(`The ${name} test needs this, which is not installed: ${missing}.`);
    console.log(sayCounts(isFailure ? { ...noCounts, failed: 1 } : { ...noCounts, skipped: 1 }));
    return isFailure ? 1 : 0;
  }

  if (!(await build())) return 1;
  const city = await serveBuiltCity();
  try {
    const driver = await browser.start();
    try {
      const { id } = await fileAReport(driver, city.origin);
      const answer = await fetch(`${city.origin}/open311/v2/requests/${id}.json`);
      const [request] = (await answer.json()) as readonly {
        readonly service_request_id?: string;
        readonly address?: string;
      }[];
      if (request?.service_request_id !== id) throw new Error(`The API does not know request ${id}: ${answer.status}`);
      console.log(`${driver.version} filed request ${id}: ${request.address}`);
      await openTracker(driver, city.origin);
      await findAReport(driver, id);
      console.log('It was found again by its number.');
      console.log(sayCounts({ ...noCounts, passed: 2 }));
      return 0;
    } finally {
      await driver.close();
    }
  } catch (error) {
    console.error(error);
    console.log(sayCounts({ ...noCounts, failed: 1 }));
    return 1;
  } finally {
    await city.close();
  }
}

// A page whose every word and question is heard: whom it asks, what it complains of, what the page's policy stops.

import { startCityBrowser, type CityBrowser, type CityPage } from './city-browser.ts';

/** A browser that finds no other machine than this one. */
export function startCutOffBrowser(): Promise<CityBrowser> {
  return startCityBrowser(['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost']);
}

export interface QuietPage extends CityPage {
  /** The paths it has asked the city for, in order. */
  readonly asked: readonly string[];
  /** All that a quiet page does not do: addresses of strangers, console errors and warnings, and what broke the page's policy. */
  readonly complaints: readonly string[];
}

/** What the drawing of a machine without graphics says about itself. */
const ofTheMachine = /GL Driver Message|GPU stall|WebGL.*(fallback|software|swiftshader)/i;

export async function quietPage(browser: CityBrowser, origin: string, width = 1280, height = 900): Promise<QuietPage> {
  const opened = await browser.newPage(width, height);
  const { page } = opened;
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (url.startsWith(`${origin}/`)) asked.push(new URL(url).pathname);
    else if (!/^(data|blob|about):/.test(url)) complaints.push(`asks ${url}`);
  });
  page.on('console', (message) => {
    const { url = '' } = message.location();
    if (['error', 'warn'].includes(message.type()) && !ofTheMachine.test(message.text()))
      complaints.push(`${message.text()} ${url}`);
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.exposeFunction('complain', (words: string) => complaints.push(words));
  await page.evaluateOnNewDocument(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
      (globalThis as unknown as { complain(words: string): void }).complain(
        `CSP ${effectiveDirective} ${blockedURI} ${sample}`,
      ),
    );
  });
  return { ...opened, asked, complaints };
}

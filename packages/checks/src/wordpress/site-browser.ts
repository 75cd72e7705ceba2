// Whoever works on the site, in a browser that finds no other machine: logs in, and is heard by what the page says.

import type { Frame, Page } from 'puppeteer-core';
import { startCityBrowser, type CityBrowser, type CityPage } from '../e2e/city-browser.ts';
import { password } from './boot-wordpress.ts';

/** The administration asks for avatars and emoji of other servers, which are not there. */
export const startSiteBrowser = (): Promise<CityBrowser> =>
  startCityBrowser(['--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1']);

/** A page of this user's own profile, logged in. */
export async function logIn(browser: CityBrowser, origin: string, user: 'admin' | 'author'): Promise<CityPage> {
  const opened = await browser.newPage();
  const { driver, page } = opened;
  // "Leave this page?", "Delete this plugin?": yes.
  page.on('dialog', (dialog) => void dialog.accept());
  await driver.open(`${origin}/wp-login.php`);
  // The page puts the cursor into the first field a moment later, and would take it out of the second.
  await page.waitForFunction(() => document.activeElement?.id === 'user_login');
  await driver.fill('Username or Email Address', user);
  await driver.fill('Password', password);
  await submit(page, 'Log In');
  if (!page.url().includes('/wp-admin/')) throw new Error(`${user} is not logged in, but at ${page.url()}`);
  return opened;
}

/** Presses a button of an old form, an `input`, and waits for the page that comes of it. */
export async function submit(page: Page, name: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.locator(`::-p-aria([name="${name}"][role="button"])`).click()]);
}

/** Everything the page has got from the network, as text, for looking whether a word is in it. */
export function hears(page: Page): () => Promise<string> {
  const texts: Promise<string>[] = [];
  page.on('response', (response) => {
    const headers = JSON.stringify(response.headers());
    texts.push(
      response.text().then(
        (text) => `${response.url()}\n${headers}\n${text}`,
        () => `${response.url()}\n${headers}`,
      ),
    );
  });
  return async () => (await Promise.all(texts)).join('\n');
}

/** The first frame, the page's own among them, in which the words come to be seen. */
export async function frameThatSays(page: Page, words: string, patience = 30_000): Promise<Frame> {
  const end = performance.now() + patience;
  do {
    for (const frame of page.frames()) if ((await seenIn(frame)).includes(words)) return frame;
    await new Promise((resolve) => setTimeout(resolve, 100));
  } while (performance.now() < end);
  const seen = await Promise.all(page.frames().map(async (frame) => `${frame.url()}: ${await seenIn(frame)}`));
  throw new Error(`Nothing says “${words}”. Seen:\n${seen.join('\n').slice(0, 3000)}`);
}

/** What is read in a frame, in shadow roots too. */
async function seenIn(frame: Frame): Promise<string> {
  // The editor puts its frame in anew; one that has left says nothing.
  if (frame.detached) return '';
  return frame
    .evaluate(() => {
      const read = (root: ParentNode): string =>
        [...root.querySelectorAll<HTMLElement>('*')]
          .map((element) => (element.shadowRoot ? read(element.shadowRoot) : ''))
          .join('') + [...root.children].map((child) => (child as HTMLElement).innerText ?? '').join('\n');
      return read(document);
    })
    .catch(() => '');
}

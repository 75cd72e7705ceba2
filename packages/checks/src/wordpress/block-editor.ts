// WordPress's block editor, as a person uses it: a title, a block by its name, and "Publish".

import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import { drive } from '../drive/drive.ts';
import { engineOf } from '../drive/puppeteer-engine.ts';

/** Opens the editor for a new page or post, and writes its title. */
export async function newPost(page: Page, origin: string, type: 'page' | 'post', title: string): Promise<void> {
  await page.goto(`${origin}/wp-admin/post-new.php?post_type=${type}`, { waitUntil: 'load' });
  await page.waitForFunction(() => (globalThis as { wp?: { data?: unknown } }).wp?.data, { timeout: 60_000 });
  if (type === 'page') {
    // WordPress offers patterns for a new page, a moment later, over everything.
    const close = await page.waitForSelector('.components-modal__frame button[aria-label="Close"]', {
      timeout: 30_000,
    });
    await close?.evaluate((button) => (button as HTMLElement).click());
    await page.waitForSelector('.components-modal__frame', { hidden: true });
  }
  // The editor puts its frame in anew while it starts, and what was typed into the old one is lost.
  for (let tries = 1; ; tries++) {
    await typeTitle(page, title).catch((error: unknown) => {
      if (tries > 5) throw error;
    });
    const kept = await page.evaluate(() =>
      (globalThis as unknown as { wp: Data }).wp.data.select('core/editor').getEditedPostAttribute('title'),
    );
    if (kept === title) return;
    if (tries > 5) throw new Error(`The title is “${kept}”.`);
  }
}

async function typeTitle(page: Page, title: string): Promise<void> {
  const canvas = await canvasOf(page);
  const field = await canvas.waitForSelector('[aria-label="Add title"]', { timeout: 10_000 });
  await field?.click();
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
  await page.keyboard.type(title);
}

/** Adds a block from the list of all, by its name. */
export async function addBlock(page: Page, name: string): Promise<void> {
  const toggle = '.editor-document-tools__inserter-toggle, .edit-post-header-toolbar__inserter-toggle';
  await page.locator(toggle).click();
  await page.locator('.block-editor-inserter__search input').fill(name);
  const found = await page.waitForFunction(
    (words) =>
      [...document.querySelectorAll<HTMLElement>('.block-editor-block-types-list__item')].find(
        (each) => each.textContent?.trim() === words,
      ),
    { timeout: 30_000 },
    name,
  );
  // The list moves while it is searched; a real press may miss.
  await (found as ElementHandle<HTMLElement>).evaluate((each) => each.click());
  await page.locator(toggle).click();
}

/** Publishes what is in the editor. @returns its address */
export async function publish(page: Page): Promise<string> {
  const driver = drive(engineOf(page));
  await driver.click('button', 'Publish');
  await page.waitForSelector('.editor-post-publish-panel .editor-post-publish-button:not([aria-disabled=true])');
  await page.click('.editor-post-publish-panel .editor-post-publish-button');
  await page.waitForFunction(
    () => (globalThis as unknown as { wp: Data }).wp.data.select('core/editor').isCurrentPostPublished(),
    { timeout: 30_000 },
  );
  return page.evaluate(
    () => (globalThis as unknown as { wp: Data }).wp.data.select('core/editor').getCurrentPost().link,
  );
}

/** Themes of today have the words in a frame. */
async function canvasOf(page: Page): Promise<Frame> {
  await page.waitForSelector('iframe[name="editor-canvas"], [aria-label="Add title"]', { timeout: 30_000 });
  const element = await page.$('iframe[name="editor-canvas"]');
  const frame = (await element?.contentFrame()) ?? page.mainFrame();
  return frame;
}

/** What is used of WordPress's own data. */
interface Data {
  readonly data: {
    select(store: string): {
      getEditedPostAttribute(name: string): string;
      isCurrentPostPublished(): boolean;
      getCurrentPost(): { readonly link: string };
    };
  };
}

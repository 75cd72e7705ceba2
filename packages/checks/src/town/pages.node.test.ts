// Every page of the city's side as it is served, before axe and our own checks, on a phone and on a desk. With CITYDESK_LOOK, pictures of them are left
// in that folder.

import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { checksScript, type PageChecks } from '../a11y/checks-script.ts';
import { sayFinding } from '../a11y/finding.ts';
import { startCityBrowser, type CityBrowser, type CityPage } from '../e2e/city-browser.ts';
import { axeOn } from '../examples/axe-on.ts';
import { openBusyTown, staff, type BusyTown } from './busy-town.ts';

const pictures = process.env['CITYDESK_LOOK'];

describe('the pages of the city’s side', () => {
  let town: BusyTown;
  let browser: CityBrowser;
  let script = '';
  before(async () => {
    script = await checksScript();
    town = await openBusyTown();
    browser = await startCityBrowser();
  });
  after(async () => {
    await browser?.close();
    await town?.close();
  });

  for (const width of [320, 1280]) {
    it(`are free of what axe and our own checks find, and need no sideways scrolling, at ${width} pixels`, async () => {
      const tab = await browser.newPage(width, 900);
      try {
        await tab.page.authenticate(staff);
        const found: string[] = [];
        for (const [name, address] of Object.entries(town.pages)) {
          await open(tab, address);
          found.push(...(await faultsOf(tab.page, script)).map((fault) => `${name}: ${fault}`));
          await picture(tab.page, `${name}-${width}`);
        }
        assert.deepEqual(found, []);
      } finally {
        await tab.close();
      }
    });
  }

  it('would be told of a page that is too wide, has small targets and has no title', async () => {
    const tab = await browser.newPage(320, 900);
    await tab.page.setContent(
      '<main><h1>A</h1><a href="/" style="display:block;width:400px;height:20px">To it</a></main>',
    );
    const found = (await faultsOf(tab.page, script)).join('\n');
    await tab.close();
    for (const rule of ['document-title', 'target-44', 'no-sideways']) assert.match(found, new RegExp(rule));
  });
});

async function open({ page }: CityPage, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'load' });
  // What is folded is part of the page, too.
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

async function faultsOf(page: Page, script: string): Promise<readonly string[]> {
  // The debugger runs it, so the page's policy has no say in it.
  await page.evaluate(script);
  const own = await page.evaluate(() => {
    const { ownChecks, outOfRoom } = (globalThis as unknown as { pageChecks: PageChecks }).pageChecks;
    return [...ownChecks(), ...outOfRoom()];
  });
  const titles = await page.evaluate(() => document.querySelectorAll('h1').length);
  return [...(await axeOn(page)), ...own.map(sayFinding), ...(titles === 1 ? [] : [`It has ${titles} h1.`])];
}

async function picture(page: Page, name: string): Promise<void> {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: `${path.join(pictures, name.replaceAll(' ', '-'))}.png`, fullPage: true });
}

// What an application does with the form: takes it out, puts it elsewhere, copies it, and has many of it.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { startCityBrowser, type CityBrowser } from '../e2e/city-browser.ts';
import { headings } from '../e2e/file-a-report.ts';
import { serveExampleCity, type ExampleCity, type ServedPages } from '../examples/example-city.ts';
import { fileFromExample, frameWithForm } from '../examples/file-from-example.ts';
import { classicTag, complaintsOf, form, hostPage, serveHosts } from './host-page.ts';

const words = 'A hole as deep as a bucket';

describe('A form on a page that is an application', () => {
  let city: ExampleCity;
  let browser: CityBrowser;
  let served: ServedPages;
  const files = new Map<string, string>();
  before(async () => {
    city = await serveExampleCity();
    browser = await startCityBrowser();
    served = await serveHosts(files, city);
  });
  after(async () => {
    await browser?.close();
    await served?.close();
    await city?.close();
  });

  async function opened(
    body: string,
    tag?: string,
  ): Promise<{ page: Page; complaints: string[]; close(): Promise<void> }> {
    files.set('index.html', hostPage({ body, ...(tag && { tag }) }));
    const { page, close } = await browser.newPage();
    const complaints = complaintsOf(page);
    await page.goto(served.origin);
    await frameWithForm(page);
    return { page, complaints, close };
  }

  const typed = (page: Page) =>
    page.$eval(
      'citydesk-request-form',
      ({ shadowRoot }) => shadowRoot?.querySelector<HTMLInputElement>('#words')?.value,
    );

  it('keeps what was typed when it is moved a hundred times, and when it is taken out and put back a hundred times', async () => {
    const { page, complaints, close } = await opened('<section id="here">FORM</section><section id="there"></section>');
    await page.waitForFunction(() =>
      document.querySelector('citydesk-request-form')?.shadowRoot?.querySelector('#words'),
    );
    await page.$eval('citydesk-request-form', ({ shadowRoot }) =>
      shadowRoot?.querySelector<HTMLInputElement>('#words')?.focus(),
    );
    await page.keyboard.type(words);
    await page.evaluate(async () => {
      const moved = document.querySelector('citydesk-request-form')!;
      for (let round = 0; round < 100; round += 1) {
        document.querySelector(round % 2 ? '#here' : '#there')!.append(moved);
        if (round % 10 === 0) await new Promise(requestAnimationFrame);
      }
      for (let round = 0; round < 100; round += 1) {
        moved.remove();
        if (round % 10 === 0) await new Promise(requestAnimationFrame);
        document.querySelector('#here')!.append(moved);
      }
    });
    assert.equal(await typed(page), words);
    const id = await fileFromExample(page, { name: 'a form that was moved' });
    assert.deepEqual(
      city.rows('a form that was moved').map((row) => row.id),
      [id],
    );
    assert.deepEqual(complaints, []);
    await close();
  });

  it('comes anew a hundred times as pages of the application change, and works on the last', async () => {
    const { page, complaints, close } = await opened('<section id="here">FORM</section>');
    await page.waitForNetworkIdle();
    const before = await counts(page);
    await page.evaluate(
      async (html) => {
        const here = document.querySelector('#here')!;
        for (let round = 0; round < 100; round += 1) {
          here.innerHTML = '<p>Another page</p>';
          if (round % 10 === 0) await new Promise(requestAnimationFrame);
          here.innerHTML = html;
          if (round % 10 === 0) await new Promise((done) => setTimeout(done, 20));
        }
      },
      await page.$eval('#here', ({ innerHTML }) => innerHTML),
    );
    await page.waitForNetworkIdle();
    const after = await counts(page);
    const id = await fileFromExample(page, { name: 'a form that came anew' });
    assert.deepEqual(
      city.rows('a form that came anew').map((row) => row.id),
      [id],
    );
    assert.deepEqual(complaints, []);
    assert.ok(after.listeners <= before.listeners + 20, `${before.listeners} listeners have become ${after.listeners}`);
    assert.ok(after.nodes <= before.nodes + 400, `${before.nodes} nodes have become ${after.nodes}`);
    await close();
  });

  it('can be copied, and both file a report of their own', async () => {
    const { page, complaints, close } = await opened('<section id="here">FORM</section>');
    await page.evaluate(() => {
      const copy = document.querySelector('citydesk-request-form')!.cloneNode(true) as Element;
      copy.id = 'copy';
      document.querySelector('#here')!.append(copy);
    });
    await page.waitForFunction(() => document.querySelector('#copy')?.shadowRoot?.querySelector('h2'));
    assert.equal(await page.$$eval('citydesk-request-form > p', (fallbacks) => fallbacks.length), 2);
    await fileFromExample(page, { name: 'the original' });
    await page.$eval('citydesk-request-form', (original) => original.remove());
    await fileFromExample(page, { name: 'the copy' });
    assert.equal(city.rows('the original').length, 1);
    assert.equal(city.rows('the copy').length, 1);
    assert.deepEqual(complaints, []);
    await close();
  });

  it('stands twenty times on one page, of both tags and shapes, and each has its own words', async () => {
    const block = '<div data-citydesk="request-form"><p>Call 269-555-0142.</p></div>';
    const { page, complaints, close } = await opened(form.repeat(10) + block.repeat(10), classicTag);
    await page.evaluate(async () => {
      for (const each of document.querySelectorAll('citydesk-request-form')) {
        each.scrollIntoView();
        await new Promise(requestAnimationFrame);
      }
    });
    await page.waitForFunction(
      (heading) => {
        const all = [...document.querySelectorAll('citydesk-request-form')];
        return all.length === 20 && all.every(({ shadowRoot }) => shadowRoot?.textContent?.includes(heading));
      },
      {},
      headings.what,
    );
    const values = await page.evaluate(() => {
      const fields = [...document.querySelectorAll('citydesk-request-form')].map(({ shadowRoot }) =>
        shadowRoot!.querySelector<HTMLInputElement>('#words')!,
      );
      fields.forEach((field, at) => {
        field.value = `${at} holes`;
        field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      });
      return fields.map(({ value }) => value);
    });
    assert.deepEqual(
      values,
      Array.from({ length: 20 }, (_, at) => `${at} holes`),
    );
    await fileFromExample(page, { name: 'the first of twenty' });
    assert.equal(city.rows('the first of twenty').length, 1);
    assert.deepEqual(complaints, []);
    await close();
  });
});

/** What is alive, after everything that nobody holds has gone. */
async function counts(page: Page): Promise<{ readonly listeners: number; readonly nodes: number }> {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  const { jsEventListeners, nodes } = await session.send('Memory.getDOMCounters');
  await session.detach();
  return { listeners: jsEventListeners, nodes };
}

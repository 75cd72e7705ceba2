// The first promise of the documentation: the first HTML block of its start page, pasted into an empty page, files a report.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileFromExample, quiet, watchRequests } from '../../examples/file-from-example.ts';
import { textOf } from '../../workspace.ts';
import { openDocsCity, type DocsCity } from '../docs-city.ts';
import { fencesIn } from '../fences.ts';

const text = textOf('docs/index.md');
const block = fencesIn('docs/index.md', text).find(({ language }) => language === 'html')?.text ?? '';

describe('the start page', () => {
  let city: DocsCity;
  before(async () => {
    city = await openDocsCity();
  });
  after(() => city?.close());

  /** An empty page of another origin, with nothing changed in the block but the documented host. */
  const emptyPage = () => {
    const pasted = block.replaceAll('https://311.example.gov/', city.host);
    return city.show(
      `<!doctype html>\n<html lang="en"><title>Our page</title><link rel="icon" href="data:,">\n${pasted}</html>`,
    );
  };

  it('has a first block that asks for nothing but a host, an endpoint and a phone', () => {
    const addresses = [...block.matchAll(/(?:src|href|data-[\w-]+|endpoint)="([^"]*)"/g)].map(
      ([, address = '']) => address,
    );
    assert.deepEqual(
      addresses.filter((address) => !address.startsWith('https://311.example.gov/')),
      ['269-555-0142'],
    );
    assert.match(text, /\| `https:\/\/311\.example\.gov\/` +\|/);
    assert.match(text, /\| `https:\/\/311\.example\.gov\/open311\/v2\/` +\|/);
  });

  it('files a report with that block in an empty page, and asks no stranger before', async () => {
    const { page, close } = await city.browser.newPage();
    const watched = watchRequests(page, [city.host]);
    const complaints: string[] = [];
    page.on('console', (message) => ['error', 'warn'].includes(message.type()) && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(emptyPage(), { waitUntil: 'load' });
    await page.waitForFunction(() =>
      document.querySelector('citydesk-request-form')?.shadowRoot?.querySelector('input'),
    );
    assert.deepEqual(await watched(), quiet);
    const id = await fileFromExample(page, { name: 'the start page' });
    assert.deepEqual(complaints, []);
    await close();
    const answer = await fetch(new URL(`open311/v2/requests/${id}.json`, city.host));
    const [row] = (await answer.json()) as readonly { service_code: string; address: string; description: string }[];
    assert.equal(row?.service_code, 'pothole');
    assert.match(row.address, /^318 Hoffman St/);
    assert.match(row.description, /Filed from the start page/);
    console.log(`filed ${id} from the start page`);
  });

  it('leaves the link and the phone where scripts are off', async () => {
    const { page, close } = await city.browser.newPage(320, 640);
    await page.setJavaScriptEnabled(false);
    await page.goto(emptyPage());
    await page.setJavaScriptEnabled(true);
    assert.match(await page.evaluate(() => document.body.innerText), /Report a problem\s+or call 269-555-0142/);
    await page.setJavaScriptEnabled(false);
    await Promise.all([page.waitForNavigation(), page.click('a')]);
    await page.setJavaScriptEnabled(true);
    assert.match(await page.evaluate(() => document.body.innerText), /What is the problem\?/);
    await close();
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { launch } from 'puppeteer-core';
import { bundledBrowser, findBrowser, type FoundBrowser } from './browser.ts';

async function sumIn({ executablePath, args, env, headless }: FoundBrowser): Promise<unknown> {
  const browser = await launch({ executablePath, args, env, headless });
  try {
    const page = await browser.newPage();
    await page.setContent('<p id="sum"></p>');
    return await page.evaluate('document.getElementById("sum").textContent = 1 + 1; document.body.innerText');
  } finally {
    await browser.close();
  }
}

const bundleRuns = process.platform === 'linux' && process.arch === 'x64';

describe('the browser finder', () => {
  it('finds a browser that opens a page', async () => {
    const found = await findBrowser();
    assert.match(found.version, /^(Google )?Chrom/);
    assert.equal(await sumIn(found), '2');
  });

  it(
    'has a browser on a machine where none is installed',
    { skip: !bundleRuns && 'only for Linux on x64' },
    async () => {
      const bundled = await bundledBrowser();
      assert.match(bundled.version, /^Chrom\w+ 153\./);
      assert.equal(await sumIn(bundled), '2');
    },
  );

  it('takes the browser that CHROME_PATH names, and says so when that is none', async () => {
    const { executablePath } = await findBrowser();
    const before = process.env['CHROME_PATH'];
    try {
      process.env['CHROME_PATH'] = executablePath;
      assert.equal((await findBrowser()).executablePath, executablePath);
      process.env['CHROME_PATH'] = '/no/such/browser';
      await assert.rejects(findBrowser(), /CHROME_PATH is \/no\/such\/browser/);
    } finally {
      if (before === undefined) delete process.env['CHROME_PATH'];
      else process.env['CHROME_PATH'] = before;
    }
  });
});

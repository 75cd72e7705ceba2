// The example with its own server: a policy that lets in nothing else, and the form on it all the way to the city.

import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startCityBrowser, type CityBrowser } from '../e2e/city-browser.ts';
import { quietPage } from '../e2e/quiet-page.ts';
import { freePort } from '../free-port.ts';
import { root } from '../workspace.ts';
import { serveExampleCity, type ExampleCity } from './example-city.ts';
import { axeOn, fileFromExample, frameWithForm, quiet, watchRequests } from './file-from-example.ts';

describe('The example strict-csp', () => {
  let city: ExampleCity;
  let browser: CityBrowser;
  let server: ChildProcess;
  let address: string;
  before(async () => {
    city = await serveExampleCity();
    browser = await startCityBrowser();
    const port = await freePort();
    server = spawn(process.execPath, [path.join(root, 'examples/strict-csp/server.mjs')], {
      env: { ...process.env, CITY: city.origin, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [said] = (await once(server.stdout!, 'data')) as [Buffer];
    [address = ''] = /http:\S+/.exec(String(said)) ?? [];
  });
  after(async () => {
    server?.kill();
    await browser?.close();
    await city?.close();
  });

  it('files a report under its policy, which nothing breaks', async () => {
    const { page, complaints, close } = await quietPage(browser, new URL(address).origin);
    const seen = watchRequests(page, [city.origin]);
    const answer = await page.goto(address);
    const policy = answer?.headers()['content-security-policy'] ?? '';
    for (const line of ["default-src 'none'", "script-src 'nonce-", "require-trusted-types-for 'script'"])
      assert.ok(policy.includes(line), policy);
    assert.match(policy, /trusted-types citydesk$/);
    assert.doesNotMatch(policy, /unsafe-|strict-dynamic|script-src[^;]*http/);

    await frameWithForm(page);
    await page.waitForNetworkIdle();
    assert.deepEqual(await seen(), quiet);
    assert.deepEqual(await axeOn(page), []);
    const id = await fileFromExample(page, { name: 'strict-csp' });
    assert.deepEqual(
      city.rows('strict-csp').map((row) => row.id),
      [id],
    );
    // The city is another origin, and asking it is the point.
    assert.deepEqual(
      complaints.filter((words) => !words.startsWith(`asks ${city.origin}/`)),
      [],
    );
    await close();
  });

  it('gives each answer a nonce of its own', async () => {
    const policies = await Promise.all([fetch(address), fetch(address)]);
    const [one, other] = policies.map(({ headers }) =>
      /nonce-([^']+)/.exec(headers.get('content-security-policy') ?? ''),
    );
    assert.ok(one?.[1] && other?.[1]);
    assert.notEqual(one[1], other[1]);
  });
});

// What every example with a page is held to: installed as a stranger would, checked, built, served, and used to file one report with a city.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { serveCity, type ServedCity } from '@citydesk/sandbox';
import { startCityBrowser, type CityBrowser } from '../e2e/city-browser.ts';
import { axeOn, descriptionOf, fileFromExample, quiet, watchRequests } from '../examples/file-from-example.ts';
import { freePort } from '../free-port.ts';
import { installExample, type ExampleProject } from './example-project.ts';

export interface BrowserExample {
  readonly name: string;
  /** The variable that names the city's endpoint when it is built. */
  readonly endpointIn: string;
  /** The file with the form's tag. */
  readonly source: string;
  /** The script that serves what was built, with its arguments. */
  readonly serve: readonly [script: string, args: (port: number) => readonly string[]];
  /** In the HTML that the server sends. */
  readonly served?: RegExp;
  /** Its build reads the types by itself, and they are those of another example: they are not tried apart. */
  readonly buildChecksTypes?: true;
  /** Said by the page once the framework was told the number. */
  readonly told: RegExp;
}

export function describeExample(example: BrowserExample): void {
  const { name, endpointIn, source, serve, told, served, buildChecksTypes } = example;
  describe(`the example ${name}, from packed packages`, () => {
    let project: ExampleProject;
    let city: ServedCity;
    let browser: CityBrowser;
    before(async () => {
      [city, browser] = await Promise.all([serveCity({ port: 0 }), startCityBrowser()]);
      project = await installExample(name);
    });
    after(async () => {
      await Promise.all([project?.close(), browser?.close(), city?.close()]);
    });
    const endpoint = () => new URL('/open311/v2/', city.url).href;

    const holdsTypes = async () => {
      const right = await project.script('typecheck');
      assert.ok(right.ok, right.output);

      const file = path.join(project.folder, source);
      const text = readFileSync(file, 'utf8');
      for (const [fits] of mistakes) assert.match(text, fits);
      writeFileSync(
        file,
        mistakes.reduce((changed, [fits, wrong]) => changed.replace(fits, wrong), text),
      );
      const { ok, output } = await project.script('typecheck');
      writeFileSync(file, text);
      assert.equal(ok, false, 'it was taken');
      for (const [, , said] of mistakes) assert.match(output, said);
    };
    if (!buildChecksTypes) it('has types that fit, and refuse what does not', holdsTypes);

    it('files a report from what was built, and tells the application', async () => {
      const built = await project.script('build', [], { [endpointIn]: endpoint() });
      assert.ok(built.ok, built.output);
      const port = await freePort();
      const origin = `http://localhost:${port}`;
      const [script, args] = serve;
      await project.serve(script, args(port), origin, { [endpointIn]: endpoint() });

      if (served) assert.match(await (await fetch(origin)).text(), served);
      const { page, close } = await browser.newPage();
      const complaints: string[] = [];
      page.on('pageerror', (error) => void complaints.push(String(error)));
      page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
      const found = watchRequests(page, [city.url]);
      await page.goto(origin, { waitUntil: 'networkidle0' });
      const id = await fileFromExample(page, {
        name,
        watch: async (screen) => {
          if (screen === 'what') assert.deepEqual(await found(), quiet);
          assert.deepEqual(await axeOn(page), [], screen);
        },
      });
      assert.equal(city.city.store.request(id)?.description?.split('\n')[0], descriptionOf(name));
      await page.waitForFunction((words) => document.body.innerText.includes(words), {}, id);
      assert.match(await page.evaluate(() => document.body.innerText), told);
      assert.deepEqual(complaints, []);
      await close();
    });
  });
}

/** Where it is right, how it is wrong, and what is said then. */
const mistakes = [
  [/contact="optional"/, 'contact="maybe"', /maybe/],
  [/event\.requestId/, 'event.requestNumber', /requestNumber/],
] as const;

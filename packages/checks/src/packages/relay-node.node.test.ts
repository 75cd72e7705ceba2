import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { serveCity, type ServedCity } from '@citydesk/sandbox';
import { startCityBrowser, type CityBrowser } from '../e2e/city-browser.ts';
import { axeOn, descriptionOf, fileFromExample, quiet, watchRequests } from '../examples/file-from-example.ts';
import { freePort } from '../free-port.ts';
import { installExample, type ExampleProject } from './example-project.ts';

describe('the example relay-node, from packed packages', () => {
  let project: ExampleProject;
  let city: ServedCity;
  let browser: CityBrowser;
  before(async () => {
    [city, browser] = await Promise.all([serveCity({ port: 0 }), startCityBrowser()]);
    project = await installExample('relay-node');
  });
  after(async () => {
    await Promise.all([project?.close(), browser?.close(), city?.close()]);
  });
  const upstream = () => new URL('/open311/v2/', city.url).href;

  it('files a report through the relay that its command starts', async () => {
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    await project.serve('start', ['--upstream', upstream(), '--port', String(port)], `${origin}/health`);
    const { page, close } = await browser.newPage();
    const found = watchRequests(page);
    await page.goto(`${origin}/citydesk/embed?widget=request-form`, { waitUntil: 'networkidle0' });
    const id = await fileFromExample(page, {
      name: 'relay-node',
      watch: async (screen) => {
        if (screen === 'what') assert.deepEqual(await found(), quiet);
        assert.deepEqual(await axeOn(page), [], screen);
      },
    });
    assert.equal(city.city.store.request(id)?.description?.split('\n')[0], descriptionOf('relay-node'));
    await close();
  });

  it('answers as a part of a program, too', async () => {
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    await project.serve('start:library', [], `${origin}/health`, { UPSTREAM: upstream(), PORT: String(port) });
    const answer = await fetch(`${origin}/open311/v2/services.json`);
    assert.equal(answer.headers.get('citydesk-relay'), '1');
    assert.ok(((await answer.json()) as readonly unknown[]).length > 0);
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { site } from '../demo/site.ts';
import type { Driver } from '../drive/driver.ts';
import { serveBuiltCity, type BuiltCity } from './built-city.ts';
import type { CityBrowser } from './city-browser.ts';
import { pixelsOf, type Pixels } from './pixels.ts';
import { quietPage, startCutOffBrowser, type QuietPage } from './quiet-page.ts';
import { openWhere, sendFromWhere } from './send-from-where.ts';
import { serveSplitCity, type SplitCity } from './split-city.ts';
import { until } from './until.ts';

const noMap = 'The map does not work on this device. Type the address here instead.';

/** Opens the map and waits until it can be moved. */
async function openMap(driver: Driver, origin: string): Promise<void> {
  await openWhere(driver, origin);
  await driver.click('button', 'Show a map');
  await until('The map', async () => ((await driver.has('button', 'Move up')) ? true : undefined));
}

describe('the picture of the map, drawn by the library without a graphics card', () => {
  let city: BuiltCity;
  let browser: CityBrowser;
  before(async () => {
    city = await serveBuiltCity();
    browser = await startCutOffBrowser();
  });
  after(async () => {
    await browser?.close();
    await city?.close();
  });

  it('has at least 200 colours and the names of streets, which go when labels are switched off', async () => {
    const { page, driver, close, complaints } = await quietPage(browser, city.origin);
    try {
      await openWhere(driver, city.origin);
      await page.evaluate(async (file) => {
        const { Map } = (await import(file)) as { Map: { prototype: { getCanvas(): unknown } } };
        const { getCanvas } = Map.prototype;
        Map.prototype.getCanvas = function () {
          Object.assign(globalThis, { mapOfTest: this });
          return getCanvas.call(this);
        };
      }, libraryFile());
      await driver.click('button', 'Show a map');
      await until('The map', async () => ((await driver.has('button', 'Move up')) ? true : undefined));
      await driver.click('button', 'Closer');
      await driver.click('button', 'Closer');
      const ground = await page.waitForSelector('citydesk-request-form >>> .citydesk-map-box');
      assert.ok(ground);
      const names = await page.evaluate(namesOnceDrawn);
      const labelled = await pixelsOf(ground);
      await page.evaluate(hideLayers, ['symbol']);
      const bare = await pixelsOf(ground);
      await page.evaluate(hideLayers, ['symbol', 'fill', 'line', 'circle', 'background']);
      const frame = await pixelsOf(ground);

      const colours = coloursIn(labelled);
      console.log(
        `${colours} colours, ${coloursIn(frame)} of them without a map; ${names.length} names: ${names.join(', ')}`,
      );
      assert.ok(colours - coloursIn(frame) >= 200, `${colours} colours`);
      assert.ok(names.filter((name) => /\b(St|Ave|Dr|Rd)$/.test(name)).length >= 4, names.join(', '));
      // The cross and the buttons are as dark, and stay.
      const written = darkIn(labelled) - darkIn(bare);
      assert.ok(written >= 500, `${written} dark pixels are those of labels`);
      assert.deepEqual(complaints, []);
    } finally {
      await close();
    }
  });
});

describe('the map, when the page and the files are on two machines', () => {
  let browser: CityBrowser;
  before(async () => {
    browser = await startCutOffBrowser();
  });
  after(() => browser?.close());

  const withPage = async (
    policy: (files: string) => string,
    walk: (page: QuietPage, city: SplitCity) => Promise<void>,
  ): Promise<void> => {
    const city = await serveSplitCity(policy);
    const quiet = await quietPage(browser, city.origin);
    try {
      await walk(quiet, city);
    } finally {
      await quiet.close();
      await city.close();
    }
  };
  const policyWith = (files: string, workers: string, policies: string): string =>
    `default-src 'none'; script-src ${files}; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; ` +
    `worker-src ${workers}; base-uri 'none'; require-trusted-types-for 'script'; trusted-types ${policies}`;

  it('stands where the page allows that machine and blob: as workers', () =>
    withPage(
      (files) => policyWith(files, `blob: ${files}`, 'citydesk citydesk-map'),
      async ({ driver, complaints }, { origin, files }) => {
        await openMap(driver, origin);
        assert.deepEqual(
          complaints.filter((words) => !words.startsWith(`asks ${files}/`)),
          [],
        );
      },
    ));

  for (const [what, policy] of [
    ['allows no worker from there', (files: string) => policyWith(files, files, 'citydesk citydesk-map')],
    ['allows the map no policy of its own', (files: string) => policyWith(files, `blob: ${files}`, 'citydesk')],
  ] as const) {
    it(`says that it does not work where the page ${what}, and takes the report without it`, () =>
      withPage(policy, async ({ driver }, { origin, city }) => {
        await openWhere(driver, origin);
        await driver.click('button', 'Show a map');
        await driver.text(new RegExp(noMap));
        assert.equal(await driver.has('button', 'Move up'), false);
        await driver.fill('Address or place', 'in front of the library');
        const id = await sendFromWhere(driver);
        assert.equal(city.store.request(id)?.address, 'in front of the library');
      }));
  }
});

/** The address of the map library among the built files. */
function libraryFile(): string {
  const manifest = JSON.parse(readFileSync(path.join(site, 'citydesk/manifest.json'), 'utf8')) as Record<
    string,
    { readonly file: string }
  >;
  const [, library] = Object.entries(manifest).find(([source]) => source.endsWith('/maplibre-gl.mjs')) ?? [];
  assert.ok(library, 'the library is a file of its own');
  return `/${library.file}`;
}

interface Drawn {
  readonly mapOfTest: {
    loaded(): boolean;
    isMoving(): boolean;
    once(event: 'idle', then: () => void): void;
    triggerRepaint(): void;
    queryRenderedFeatures(): { layer: { type: string }; properties: { name?: string } }[];
    getStyle(): { layers: { id: string; type: string }[] };
    setLayoutProperty(layer: string, name: string, value: string): void;
  };
}

/** In the page: the names that are written on the map, once all of it is drawn. */
async function namesOnceDrawn(): Promise<string[]> {
  const { mapOfTest: map } = globalThis as unknown as Drawn;
  await new Promise<void>((resolve) => {
    map.once('idle', resolve);
    map.triggerRepaint();
  });
  const written = map.queryRenderedFeatures().filter(({ layer }) => layer.type === 'symbol');
  return [...new Set(written.flatMap(({ properties: { name } }) => name ?? []))];
}

/** In the page. */
async function hideLayers(types: readonly string[]): Promise<void> {
  const { mapOfTest: map } = globalThis as unknown as Drawn;
  for (const { id, type } of map.getStyle().layers)
    if (types.includes(type)) map.setLayoutProperty(id, 'visibility', 'none');
  await new Promise<void>((resolve) => {
    map.once('idle', resolve);
    map.triggerRepaint();
  });
}

function coloursIn({ data }: Pixels): number {
  const colours = new Set<number>();
  for (let at = 0; at < data.length; at += 4)
    colours.add(((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0));
  return colours.size;
}

/** Pixels as dark as letters. */
function darkIn({ data }: Pixels): number {
  let dark = 0;
  for (let at = 0; at < data.length; at += 4)
    if ((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0) < 300) dark += 1;
  return dark;
}

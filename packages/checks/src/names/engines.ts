// The three engines: Chromium by its DevTools protocol, Firefox by Marionette, WebKit by WebDriver under a virtual screen.

import { existsSync } from 'node:fs';
import type { CDPSession } from 'puppeteer-core';
import { miniBrowser, startWebkit } from '../drive/webkit-engine.ts';
import type { WebElement } from '../drive/webdriver.ts';
import { startCityBrowser } from '../e2e/city-browser.ts';
import { interactiveScript, type Found } from './interactive.ts';
import { startMarionette } from './marionette.ts';
import { stateScript, untilReady, type Named, type NamingEngine } from './naming-engine.ts';

const firefox = ['/usr/bin/firefox-esr', '/usr/bin/firefox'];

/** What has to be installed first, of all three. */
export function missingEngines(): readonly string[] {
  return [
    ...(firefox.some((file) => existsSync(file)) ? [] : ['firefox-esr']),
    ...(miniBrowser() ? [] : ['webkit2gtk-driver']),
    ...(existsSync('/usr/bin/Xvfb') ? [] : ['xvfb']),
  ];
}

export const engines: readonly (() => Promise<NamingEngine>)[] = [chromiumNames, firefoxNames, webkitNames];

async function chromiumNames(): Promise<NamingEngine> {
  const browser = await startCityBrowser();
  const { page } = await browser.newPage(1280, 900);
  const devtools = await page.createCDPSession();
  return {
    name: 'Chromium',
    version: (await page.browser().version()).replace('/', ' '),
    async open(address) {
      await page.goto(address, { waitUntil: 'load' });
      await untilReady(() => page.evaluate(`(() => { ${stateScript} })()`));
    },
    named: () => namesOver(devtools),
    close: () => browser.close(),
  };
}

/** @returns what Chromium tells of all that can be operated on a page that is driven by DevTools */
export async function namesOver(devtools: CDPSession): Promise<readonly Named[]> {
  const { result } = await devtools.send('Runtime.evaluate', {
    expression: `(() => { ${interactiveScript()} })()`,
  });
  const parts = await ownValues(devtools, result.objectId!);
  const { result: found } = await devtools.send('Runtime.callFunctionOn', {
    objectId: parts[0]!,
    functionDeclaration: 'function () { return this; }',
    returnByValue: true,
  });
  const elements = await ownValues(devtools, parts[1]!);
  const named: Named[] = [];
  for (const [at, one] of (found.value as Found[]).entries()) {
    const { nodes } = await devtools.send('Accessibility.getPartialAXTree', {
      objectId: elements[at]!,
      fetchRelatives: false,
    });
    named.push({ ...one, role: String(nodes[0]?.role?.value ?? ''), name: String(nodes[0]?.name?.value ?? '') });
  }
  await devtools.send('Runtime.releaseObject', { objectId: result.objectId! });
  return named;
}

/** The objects in an array, in its order. */
async function ownValues(devtools: CDPSession, objectId: string): Promise<readonly string[]> {
  const { result } = await devtools.send('Runtime.getProperties', { objectId, ownProperties: true });
  return result.flatMap(({ name, value }) => (/^\d+$/.test(name) && value?.objectId ? [value.objectId] : []));
}

async function firefoxNames(): Promise<NamingEngine> {
  const { version, command, close } = await startMarionette(firefox.find((file) => existsSync(file)) ?? '');
  const valueOf = async <T>(name: string, params: object): Promise<T> =>
    ((await command(name, { ...params })) as { readonly value: T }).value;
  const run = <T>(script: string) => valueOf<T>('WebDriver:ExecuteScript', { script, args: [] });
  await command('WebDriver:SetWindowRect', { width: 1280, height: 900 });
  return {
    name: 'Firefox',
    version,
    async open(address) {
      await command('WebDriver:Navigate', { url: address });
      await untilReady(() => run(stateScript));
    },
    async named() {
      const [found, elements] = await run<[Found[], WebElement[]]>(interactiveScript());
      const named: Named[] = [];
      for (const [at, one] of found.entries()) {
        const id = Object.values(elements[at]!)[0];
        const role = await valueOf<string>('WebDriver:GetComputedRole', { id });
        named.push({ ...one, role, name: await valueOf<string>('WebDriver:GetComputedLabel', { id }) });
      }
      return named;
    },
    close,
  };
}

async function webkitNames(): Promise<NamingEngine> {
  const { version, session, close } = await startWebkit();
  return {
    name: 'WebKitGTK',
    version,
    async open(address) {
      await session.navigate(address);
      await untilReady(() => session.execute(stateScript));
    },
    async named() {
      const [found, elements] = (await session.execute(interactiveScript())) as [Found[], WebElement[]];
      const named: Named[] = [];
      for (const [at, one] of found.entries()) {
        const role = await session.role(elements[at]!);
        named.push({ ...one, role, name: await session.label(elements[at]!) });
      }
      return named;
    },
    close,
  };
}

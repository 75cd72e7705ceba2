// WebKit on Linux: WebKitWebDriver and its MiniBrowser under a virtual screen. They come with Debian's webkit2gtk-driver and xvfb.

import { spawn, type ChildProcess } from 'node:child_process';
import { globSync } from 'node:fs';
import { freePort } from '../free-port.ts';
import type { Engine } from './driver.ts';
import { isWebElement, startSession, type WebDriverSession, type WebElement } from './webdriver.ts';

/** Where Debian puts the browser that the driver drives, or undefined when it is not installed. */
export function miniBrowser(): string | undefined {
  return globSync('/usr/lib/*/webkit2gtk-4.*/MiniBrowser').sort().at(-1);
}

export interface StartedWebkit {
  readonly version: string;
  readonly session: WebDriverSession;
  close(): Promise<void>;
}

/** A browser as a driver wants it; `close` ends screen, driver and browser. */
export async function webkitEngine(): Promise<Engine<WebElement>> {
  const { version, session, close } = await startWebkit();
  return {
    version,
    open: (address) => session.navigate(address),
    read: (script) => session.execute(script),
    async element(script) {
      const value = await session.execute(script);
      return isWebElement(value) ? value : undefined;
    },
    press: (element) => session.press(element),
    async type(element, text) {
      await session.press(element);
      await session.clear(element);
      await session.sendKeys(element, text);
    },
    close,
  };
}

/** Starts screen, driver and browser; `close` ends all three. */
export async function startWebkit(): Promise<StartedWebkit> {
  const binary = miniBrowser();
  if (!binary) throw new Error('There is no MiniBrowser.');
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const started: ChildProcess[] = [screen];
  const end = () => started.forEach((child) => child.kill('SIGKILL'));
  process.once('exit', end);
  try {
    const display = await new Promise<string>((resolve, reject) => {
      screen.once('error', reject);
      screen.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
      screen.stdio[3]?.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
    });
    const port = await freePort();
    const driver = spawn('WebKitWebDriver', [`--port=${port}`], {
      stdio: 'ignore',
      env: {
        ...process.env,
        DISPLAY: `:${display}`,
        LIBGL_ALWAYS_SOFTWARE: '1',
        // WebKit's own sandbox needs rights that a container does not give; the pages are ours.
        WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
        WEBKIT_DISABLE_DMABUF_RENDERER: '1',
      },
    });
    started.push(driver);
    const url = `http://127.0.0.1:${port}`;
    await untilUp(`${url}/status`);
    const session = await startSession(url, { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } });
    const { browserName = 'WebKit', browserVersion = '' } = session.capabilities;
    return {
      version: `WebKitGTK (${String(browserName)} ${String(browserVersion)})`,
      session,
      async close() {
        await session.end().catch(() => undefined);
        end();
        process.off('exit', end);
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}

async function untilUp(url: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const up = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (up) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Nothing answers at ${url}.`);
}

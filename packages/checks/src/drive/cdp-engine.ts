// Chromium 106 over a bare DevTools socket: puppeteer of today asks for tab targets, which a browser of that age does not know.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Engine } from './driver.ts';

type Json = Readonly<Record<string, unknown>>;

export interface CdpOptions {
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Starts the browser with one page; an element is a DevTools object id. */
export async function cdpEngine({ executablePath, args, env }: CdpOptions): Promise<Engine<string>> {
  const profile = mkdtempSync(path.join(tmpdir(), 'citydesk-floor-'));
  const browser = spawn(
    executablePath,
    [
      '--headless',
      ...args,
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      '--window-size=1280,800',
      'about:blank',
    ],
    { env, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const end = () => {
    browser.kill('SIGKILL');
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once('exit', end);
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    browser.once('error', reject);
    browser.once('exit', (code) => reject(new Error(`The browser ended with ${code}:\n${said}`)));
    browser.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (found) resolve(found);
    });
  });

  const send = await connect(address);
  const { product } = await send('Browser.getVersion');
  const { targetInfos } = await send('Target.getTargets');
  const page = (targetInfos as readonly Json[]).find(({ type }) => type === 'page');
  const { sessionId } = await send('Target.attachToTarget', { targetId: page?.['targetId'], flatten: true });
  const ask = (method: string, params: Json = {}) => send(method, params, sessionId as string);
  await ask('Page.enable');

  const run = async (body: string, returnByValue: boolean): Promise<Json> => {
    const answer = await ask('Runtime.evaluate', { expression: `(() => { ${body}\n })()`, returnByValue });
    const { exceptionDetails, result } = answer as { readonly exceptionDetails?: Json; readonly result: Json };
    if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
    return result;
  };
  const press = async (objectId: string): Promise<void> => {
    await ask('DOM.scrollIntoViewIfNeeded', { objectId });
    const { quads } = await ask('DOM.getContentQuads', { objectId });
    const [x1 = 0, y1 = 0, , , x3 = 0, y3 = 0] = (quads as readonly (readonly number[])[])[0] ?? [];
    const at = { x: (x1 + x3) / 2, y: (y1 + y3) / 2, button: 'left', clickCount: 1 };
    for (const type of ['mousePressed', 'mouseReleased']) await ask('Input.dispatchMouseEvent', { type, ...at });
  };
  return {
    version: String(product)
      .replace(/^Headless/, '')
      .replace('/', ' '),
    async open(url) {
      await ask('Page.navigate', { url });
      for (let ready = false; !ready;) {
        const state = await run(`return location.href !== 'about:blank' && document.readyState;`, true).catch(
          (): Json => ({}),
        );
        ready = state['value'] === 'complete';
      }
    },
    read: async (script) => (await run(script, true))['value'],
    element: async (script) => (await run(script, false))['objectId'] as string | undefined,
    press,
    async type(objectId, text) {
      await press(objectId);
      await ask('Runtime.callFunctionOn', { objectId, functionDeclaration: 'function () { this.select?.(); }' });
      for (const character of text) {
        await ask('Input.dispatchKeyEvent', { type: 'keyDown', text: character, key: character });
        await ask('Input.dispatchKeyEvent', { type: 'keyUp', key: character });
      }
    },
    async close() {
      process.off('exit', end);
      await send('Browser.close').catch(() => undefined);
      end();
    },
  };
}

/** Opens the socket and pairs each command with its answer. */
async function connect(address: string): Promise<(method: string, params?: Json, sessionId?: string) => Promise<Json>> {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', reject, { once: true });
  });
  const waiting = new Map<number, { resolve(result: Json): void; reject(error: Error): void }>();
  socket.addEventListener('message', ({ data }) => {
    const { id, result, error } = JSON.parse(String(data)) as { id?: number; result?: Json; error?: Json };
    const one = id === undefined ? undefined : waiting.get(id);
    if (id === undefined || !one) return;
    waiting.delete(id);
    if (error) one.reject(new Error(JSON.stringify(error)));
    else one.resolve(result ?? {});
  });
  // A browser that is gone answers nothing more: whoever still waits must not wait for ever.
  socket.addEventListener('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('The browser has closed the connection'));
    waiting.clear();
  });
  let last = 0;
  return (method, params = {}, sessionId) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      socket.send(JSON.stringify({ id: last, method, params, ...(sessionId ? { sessionId } : {}) }));
    });
}

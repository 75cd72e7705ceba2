// Firefox by Marionette, its own protocol: WebDriver's commands over a socket, each message with its length before it. Nothing else has to be installed.
// (https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html)

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../free-port.ts';

export interface Marionette {
  /** For example `Firefox 153.7.0`. */
  readonly version: string;
  /** @throws Error with the browser's own words when it refuses */
  command(name: string, params?: Readonly<Record<string, unknown>>): Promise<unknown>;
  close(): Promise<void>;
}

export async function startMarionette(executablePath: string): Promise<Marionette> {
  const profile = mkdtempSync(path.join(tmpdir(), 'citydesk-firefox-'));
  const port = await freePort();
  const settings = {
    'marionette.port': port,
    'intl.locale.requested': 'en-US',
    'intl.accept_languages': 'en-US',
    'app.update.enabled': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'browser.shell.checkDefaultBrowser': false,
  };
  const lines = Object.entries(settings).map(([key, value]) => `user_pref("${key}", ${JSON.stringify(value)});`);
  writeFileSync(path.join(profile, 'user.js'), `${lines.join('\n')}\n`);
  const options = ['--headless', '--marionette', '--no-remote', '--profile', profile];
  const browser = spawn(executablePath, options, { stdio: 'ignore' });
  const end = () => browser.kill('SIGKILL');
  process.once('exit', end);
  const gone = once(browser, 'exit');
  const close = async () => {
    process.off('exit', end);
    end();
    await gone;
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  try {
    const command = commandsOver(await connected(port));
    const session = (await command('WebDriver:NewSession', {})) as {
      readonly capabilities: { readonly browserVersion: string };
    };
    return { version: `Firefox ${session.capabilities.browserVersion}`, command, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Pairs each command with its answer: `[0, id, name, params]` and `[1, id, error, result]`. */
export function commandsOver(socket: Socket): Marionette['command'] {
  const waiting = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  let [buffer, last] = [Buffer.alloc(0), 0];
  socket.on('data', (chunk) => {
    buffer = Buffer.concat([buffer, chunk as Buffer]);
    for (;;) {
      const colon = buffer.indexOf(':');
      const end = colon + 1 + Number(buffer.subarray(0, colon));
      if (colon < 0 || buffer.length < end) return;
      const message: unknown = JSON.parse(buffer.subarray(colon + 1, end).toString());
      buffer = buffer.subarray(end);
      if (!Array.isArray(message)) continue; // what it says of itself when it starts
      const [, id, error, result] = message as [number, number, { error: string; message: string } | null, unknown];
      const one = waiting.get(id);
      waiting.delete(id);
      if (error) one?.reject(new Error(`${error.error}: ${error.message}`));
      else one?.resolve(result);
    }
  });
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('Firefox has closed the connection'));
    waiting.clear();
  });
  return (name, params = {}) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      const message = JSON.stringify([0, last, name, params]);
      socket.write(`${Buffer.byteLength(message)}:${message}`);
    });
}

/** It takes a few seconds until it listens. */
async function connected(port: number): Promise<Socket> {
  for (let attempt = 0; attempt < 120; attempt += 1) {
    const socket = connect(port, '127.0.0.1');
    const isThere = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
    });
    if (isThere) return socket;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('Firefox does not listen.');
}

// The oldest Chromium we promise to work in. It ships inside @sparticuz/chromium 106, which is fetched when first asked for, not with
// everyone's install (53 MB).

import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { bundledBrowser, unpackInto } from './browser.ts';
import { runCommand } from './run-command.ts';
import { root } from './workspace.ts';
import type { CdpOptions } from './drive/cdp-engine.ts';

const wanted = '@sparticuz/chromium@106.0.2';

/**
 * Chromium 106, ready to start.
 * @throws Error when it cannot be fetched, or this is not Linux on x64.
 */
export async function floorBrowser(): Promise<CdpOptions> {
  // The libraries it needs beside it are the ones the younger bundle brings.
  const { args, env } = await bundledBrowser();
  const folder = path.join(root, '.cache/floor/chromium-106');
  if (!existsSync(folder)) await bring(folder);
  return { executablePath: path.join(folder, 'chromium'), args, env };
}

async function bring(folder: string): Promise<void> {
  const partial = `${folder}.${process.pid}`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(path.join(partial, 'package'), { recursive: true });
  const packing = await runCommand('npm', ['pack', wanted, '--silent', '--pack-destination', partial]);
  if (!packing.ok) throw new Error(`${wanted} could not be fetched:\n${packing.output}`);
  const packed = path.join(partial, 'sparticuz-chromium-106.0.2.tgz');
  const unpacking = await runCommand('tar', ['-xzf', packed, '-C', partial]);
  if (!unpacking.ok) throw new Error(`${packed} could not be unpacked:\n${unpacking.output}`);
  await unpackInto(
    partial,
    ['chromium.br', 'swiftshader.tar.br'].map((file) => path.join(partial, 'package/bin', file)),
  );
  await rm(packed);
  await rm(path.join(partial, 'package'), { recursive: true });
  await rename(partial, folder);
}

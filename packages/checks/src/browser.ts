// Finds the Chromium that every check drives, so that tests run on a machine with no browser installed: CHROME_PATH, else an
// installed Chrome or Chromium, else the one that comes inside @sparticuz/chromium (Linux on x64; CHROME_PATH=bundled insists on it).

import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, '../../..');

/** A browser that can be started: what puppeteer's `launch` wants to know, and what people want to read. */
export interface FoundBrowser {
  readonly executablePath: string;
  /** Flags every start needs; none of them loosens what a page may do. */
  readonly args: string[];
  /** The whole environment to start it with. */
  readonly env: Record<string, string | undefined>;
  /** `'shell'` for the bundled one, which has no other headless mode. */
  readonly headless: true | 'shell';
  /** For example `Chromium 153.0.8123.4`. */
  readonly version: string;
}

// No flag here switches off web security, site isolation or storage: that would hide CORS and CSP mistakes.
const flags = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-color-profile=srgb',
  '--lang=en-US', // or the browser's own words, in date fields for example, are those of the machine
];

const usualPlaces: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/chromium-browser',
    '/opt/google/chrome/chrome',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = process.env[name];
    return folder ? [path.join(folder, 'Google/Chrome/Application/chrome.exe')] : [];
  }),
};

/**
 * The browser to test with.
 * @throws Error when CHROME_PATH names something that does not start, or when there is no browser at all.
 */
export async function findBrowser(): Promise<FoundBrowser> {
  const named = process.env['CHROME_PATH'];
  if (named === 'bundled') return bundledBrowser();
  if (named) {
    const version = await versionOf(named);
    if (!version) throw new Error(`CHROME_PATH is ${named}, but that does not start as a browser.`);
    return installed(named, version);
  }
  for (const place of usualPlaces[process.platform] ?? []) {
    const version = await versionOf(place);
    if (version) return installed(place, version);
  }
  return bundledBrowser();
}

function installed(executablePath: string, version: string): FoundBrowser {
  return { executablePath, args: flags, env: process.env, headless: true, version };
}

/** The Chromium inside @sparticuz/chromium with the libraries and fonts it brings; unpacked once (about 210 MB). */
export async function bundledBrowser(): Promise<FoundBrowser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('Found no Chrome or Chromium. Install one, or set CHROME_PATH to the one you have.');
  }
  // The folder carries the version, so that an older Chromium left there is never taken for this one.
  const folder = path.join(root, 'node_modules/.cache/chromium-153');
  if (!existsSync(folder)) await unpack(folder);
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: [path.join(folder, 'al2023/lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
    // A machine without fonts shows no text at all; the package brings one family.
    ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: path.join(folder, 'fonts') }),
  };
  const executablePath = path.join(folder, 'chromium');
  const version = await versionOf(executablePath, env);
  if (!version) throw new Error(`The Chromium in ${folder} does not start. Delete that folder and try again.`);
  const args = [...flags, '--no-zygote', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
  return { executablePath, args, env, headless: 'shell', version };
}

/** Unpacks beside the final folder and renames, so that an interrupted run leaves nothing that looks finished. */
async function unpack(folder: string): Promise<void> {
  const partial = `${folder}.${process.pid}`;
  const packed = path.join(root, 'node_modules/@sparticuz/chromium/bin');
  const files = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'];
  await unpackInto(
    partial,
    files.map((file) => path.join(packed, file)),
  );
  await rename(partial, folder).catch(async (error: unknown) => {
    await rm(partial, { recursive: true, force: true });
    if (!existsSync(folder)) throw error; // otherwise another process was quicker
  });
}

/** Unpacks the archives of a @sparticuz/chromium into a folder. */
export async function unpackInto(folder: string, archives: readonly string[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder; // the package unpacks into the temporary folder, and trusts whatever lies there
  try {
    const { inflate } = await import('@sparticuz/chromium');
    for (const archive of archives) await inflate(archive);
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

/** What the browser says it is, or undefined when it is not there or does not start. */
async function versionOf(executablePath: string, env = process.env): Promise<string | undefined> {
  if (!existsSync(executablePath)) return undefined;
  if (process.platform === 'win32') {
    // chrome.exe --version opens a window there; the folder beside it is named after the version.
    const number = readdirSync(path.dirname(executablePath)).find((name) => /^\d+(\.\d+){3}$/.test(name));
    return number ? `Chrome ${number}` : 'Chrome';
  }
  try {
    const { stdout } = await run(executablePath, ['--version', '--no-sandbox'], { env, timeout: 20_000 });
    return /((?:Google )?Chrom\w+(?: for Testing)?) ([\d.]+)/.exec(stdout)?.slice(1, 3).join(' ');
  } catch {
    return undefined; // a stub that only says how to install the real one
  }
}

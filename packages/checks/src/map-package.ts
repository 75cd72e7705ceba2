// The map as a city's own developers get it: packed for npm, installed in a fresh Vite project, and opened on a page with a strict
// policy, built and in development.

import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serveCity } from '@citydesk/sandbox';
import { launch, type Browser } from 'puppeteer-core';
import { findBrowser } from './browser.ts';
import { noCounts, sayCounts, type Counts } from './counts.ts';
import { build } from './demo/build.ts';
import { siteHeaders } from './demo/site.ts';
import { pictureOfMap } from './e2e/seen-map.ts';
import { freePort } from './free-port.ts';
import { runCommand } from './run-command.ts';
import { root } from './workspace.ts';

/** The map, and what it needs of ours. */
const packed = ['open311', 'core', 'map'];

const pages: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({ name: 'fresh', private: true, type: 'module' }),
  'index.html':
    // A browser with a window asks for an icon that no page names, and complains when there is none.
    '<!doctype html><html lang="en"><head><title>It waits</title><link rel="icon" href="data:," />' +
    '<link rel="stylesheet" href="/size.css" /></head>' +
    '<body><div id="map"></div><script type="module" src="/main.js"></script></body></html>',
  'main.js': `import { openMap } from '@citydesk/map';
const names = ['region', 'keys', 'north', 'south', 'west', 'east', 'closer', 'farther', 'wheel', 'wheelMac', 'touch'];
openMap(document.querySelector('#map'), {
  style: '/map/style.json',
  words: Object.fromEntries(names.map((name) => [name, name])),
  onMove() {},
}).then(
  () => (document.title = 'It stands'),
  (error) => (document.title = error.name + ' ' + error.reason + ' ' + error.cause),
);
`,
  'public/size.css': '#map { inline-size: 600px; block-size: 420px }',
};

/** @returns The exit code: 0 when the map stands in every way. */
export async function checkMapPackage(): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'citydesk-fresh-'));
  const { executablePath, args, env, headless } = await findBrowser();
  const browser = await launch({ executablePath, args, env, headless });
  let counts: Counts = noCounts;
  try {
    await install(folder);
    for (const [way, stands] of [
      ['built, under a strict policy', standsBuilt],
      ['in development', standsInDevelopment],
    ] as const) {
      const problem = await stands(folder, browser).catch(String);
      console.log(problem ? `✖ ${way}: ${problem}` : `✔ ${way}`);
      counts = problem ? { ...counts, failed: counts.failed + 1 } : { ...counts, passed: counts.passed + 1 };
    }
  } catch (error) {
    console.log(`✖ ${String(error)}`);
    counts = { ...counts, failed: counts.failed + 1 };
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
  console.log(sayCounts(counts));
  return counts.failed > 0 ? 1 : 0;
}

/** A project with nothing in it but a page, Vite, and the map from its tarball. */
async function install(folder: string): Promise<void> {
  if (!(await build())) throw new Error('The packages could not be built.');
  for (const [file, text] of Object.entries(pages)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  cpSync(path.join(root, 'examples/city-page/map'), path.join(folder, 'public/map'), { recursive: true });
  const tarballs: string[] = [];
  for (const name of packed) {
    const cwd = path.join(root, 'packages', name);
    const output = await must('npm', ['pack', '--silent', '--pack-destination', folder], cwd);
    tarballs.push(`./${output.trim().split('\n').at(-1)}`);
  }
  const { version } = createRequire(import.meta.url)('vite/package.json') as { version: string };
  await must('npm', ['install', '--no-audit', '--no-fund', '--silent', ...tarballs, `vite@${version}`], folder);
}

async function standsBuilt(folder: string, browser: Browser): Promise<string | undefined> {
  await must('npx', ['vite', 'build', '--logLevel', 'warn'], folder);
  const site = path.join(folder, 'dist');
  const { url, close } = await serveCity({ port: 0, site, siteHeaders: siteHeaders(), seed: 'empty' });
  try {
    return await problemAt(url, browser);
  } finally {
    await close();
  }
}

async function standsInDevelopment(folder: string, browser: Browser): Promise<string | undefined> {
  const { createServer } = await import('vite');
  const port = await freePort();
  const server = await createServer({ root: folder, configFile: false, logLevel: 'error', server: { port } });
  try {
    await server.listen();
    return await problemAt(`http://localhost:${port}/`, browser);
  } finally {
    await server.close();
  }
}

/** What keeps the map from standing; `undefined` when it stands and nothing was complained of. */
async function problemAt(url: string, browser: Browser): Promise<string | undefined> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on(
    'console',
    (message) => message.type() === 'error' && complaints.push(`${message.text()} ${message.location().url ?? ''}`),
  );
  page.on('pageerror', (error) => complaints.push(String(error)));
  try {
    await page.goto(url);
    await page.waitForFunction(() => document.title !== 'It waits', { timeout: 60_000 });
    const title = await page.title();
    if (title !== 'It stands' || complaints.length > 0) return [title, ...complaints].join('; ');
    const { colours } = await pictureOfMap(page, '');
    return colours >= 200 ? undefined : `The picture has ${colours} colours.`;
  } finally {
    await page.close();
  }
}

async function must(command: string, args: readonly string[], cwd: string): Promise<string> {
  const { ok, output } = await runCommand(command, args, { cwd });
  if (!ok) throw new Error(`${command} ${args.join(' ')}:\n${output}`);
  return output;
}

// Runs the conformance suite of the Open311 client, as one bundle and unchanged, in every runtime the client promises to run in.
// Browsers run it in their own test file.

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Miniflare } from 'miniflare';
import { build } from 'vite';
import { addCounts, noCounts, sayCounts, type Counts } from './counts.ts';
import { runCommand } from './run-command.ts';
import { root } from './workspace.ts';

/** As `packages/open311/test/conformance/run-all.ts` gives it. */
interface Outcome {
  readonly runtime: string;
  readonly expected: number;
  readonly run: number;
  readonly failures: readonly string[];
}

interface Runtime {
  readonly name: string;
  /** What the runtime's own name must look like, so that none passes for another. */
  readonly calls: RegExp;
  /** `undefined` if it is not on this machine. */
  run(origin: string): Promise<Outcome | undefined>;
}

const suite = path.join(root, 'packages/open311/test/conformance');
const out = path.join(root, '.cache/conformance');

const runtimes: readonly Runtime[] = [
  { name: 'Node 20', calls: /^Node\.js v20\./, run: async (origin) => inNode(await findNode(20), origin) },
  { name: 'Node 24', calls: /^Node\.js v24\./, run: (origin) => inNode(process.execPath, origin) },
  { name: 'workerd', calls: /^Cloudflare-Workers$/, run: inWorkerd },
];

/** @returns The exit code: 0 when every case holds everywhere. A runtime that is not there is skipped, but with CI=true it is a failure. */
export async function runRuntimes(): Promise<number> {
  await bundle();
  const { startCity } = (await import(pathToFileURL(path.join(suite, 'city.ts')).href)) as {
    startCity(): Promise<{ readonly origin: string; close(): void }>;
  };
  const city = await startCity();
  let sum = noCounts;
  for (const runtime of runtimes) sum = addCounts(sum, await countsOf(runtime, city.origin));
  city.close();
  console.log(sayCounts(sum));
  return sum.failed > 0 ? 1 : 0;
}

async function countsOf({ name, calls, run }: Runtime, origin: string): Promise<Counts> {
  const began = performance.now();
  const outcome = await run(origin).catch((error: unknown) => {
    console.log(`✖ ${name}: ${String(error)}`);
    return null;
  });
  if (outcome === null) return { ...noCounts, failed: 1 };
  if (outcome === undefined) {
    console.log(`${name}: not on this machine`);
    return process.env['CI'] === 'true' ? { ...noCounts, failed: 1 } : { ...noCounts, skipped: 1 };
  }
  const { runtime, expected, failures } = outcome;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${runtime}: ${outcome.run} of ${expected} cases ran, ${failures.length} failed (${seconds} s)`);
  for (const failure of failures) console.log(`  ✖ ${failure}`);
  if (!calls.test(runtime)) console.log(`✖ ${name} calls itself ${runtime}`);
  const wrong = failures.length + (expected - outcome.run) + (calls.test(runtime) && expected > 0 ? 0 : 1);
  return { ...noCounts, passed: outcome.run - failures.length, failed: wrong };
}

/** The suite and the client in one file, for runtimes that know neither TypeScript nor this workspace. */
async function bundle(): Promise<void> {
  mkdirSync(out, { recursive: true });
  await build({
    configFile: false,
    logLevel: 'warn',
    root: suite,
    resolve: { conditions: ['citydesk-source', 'module', 'browser', 'development|production'] },
    build: {
      target: 'es2022',
      minify: false,
      outDir: out,
      emptyOutDir: true,
      lib: { entry: path.join(suite, 'run-all.ts'), formats: ['es'], fileName: () => 'suite.mjs' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  writeFileSync(
    path.join(out, 'in-node.mjs'),
    "import { runAll } from './suite.mjs';\nconsole.log(JSON.stringify(await runAll(process.argv[2])));\n",
  );
  writeFileSync(
    path.join(out, 'in-worker.mjs'),
    "import { runAll } from './suite.mjs';\nexport default { fetch: async (request) => Response.json(await runAll(new URL(request.url).searchParams.get('origin'))) };\n",
  );
}

async function inNode(node: string | undefined, origin: string): Promise<Outcome | undefined> {
  if (node === undefined) return undefined;
  const { ok, output } = await runCommand(node, [path.join(out, 'in-node.mjs'), origin], { timeout: 120_000 });
  if (!ok) throw new Error(output);
  return JSON.parse(output.slice(output.indexOf('{"runtime"'))) as Outcome;
}

async function inWorkerd(origin: string): Promise<Outcome> {
  const worker = new Miniflare({
    modulesRoot: out,
    modules: ['in-worker.mjs', 'suite.mjs'].map((file) => ({ type: 'ESModule' as const, path: path.join(out, file) })),
    compatibilityDate: '2026-04-01',
  });
  try {
    const answer = await worker.dispatchFetch(`http://worker.example/?origin=${encodeURIComponent(origin)}`);
    if (!answer.ok) throw new Error(await answer.text());
    return (await answer.json()) as Outcome;
  } finally {
    await worker.dispose();
  }
}

/** A Node of this version outside the workspace: named by CITYDESK_NODE<version>, or the system's. */
export async function findNode(major: number): Promise<string | undefined> {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((each) => !each.includes('node_modules'));
  const places = [
    process.env[`CITYDESK_NODE${major}`],
    ...[...folders, '/usr/local/bin', '/usr/bin'].map((each) => path.join(each, 'node')),
  ];
  for (const place of new Set(places)) {
    if (!place) continue;
    const { ok, output } = await runCommand(place, ['--version'], { timeout: 10_000 });
    if (ok && output.startsWith(`v${major}.`)) return place;
  }
  return undefined;
}

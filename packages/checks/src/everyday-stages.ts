// The stages of `npm test`, in order: what is quick and fails often comes first.

import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { addCounts, noCounts, type Counts } from './counts.ts';
import { prove } from './proven/prove.ts';
import { runCommand, type CommandOptions, type CommandResult } from './run-command.ts';
import { exists, filesLike, root } from './workspace.ts';

export interface Stage {
  readonly name: string;
  /** Takes minutes, and is a verb of its own: run only when it is asked for by its name. */
  readonly isOwn?: true;
  /** Uses the built city, which is built first where `build` is not asked for. */
  readonly onBuilt?: true;
  run(): Promise<Counts>;
}

const node = process.execPath;
const source = '--conditions=citydesk-source';

export const everydayStages: readonly Stage[] = [
  { name: 'typecheck', run: () => allPass([['tsc', '-p', 'tsconfig.json']]) },
  {
    name: 'lint',
    run: () =>
      allPass([
        ['oxlint', '--deny-warnings'],
        ['prettier', '--check', '--log-level=warn', '.'],
      ]),
  },
  { name: 'lock', run: () => nodeTests(['packages/checks/src/lock-file.node.test.ts']) },
  { name: 'build', run: () => allPass([[node, 'packages/checks/bin/build.mjs']]) },
  { name: 'size', run: () => allPass([['size-limit']], 'say it') },
  { name: 'node', run: () => nodeTests(testsInNode()) },
  { name: 'browser', run: () => browserTests((file) => !Object.values(ofTheirOwn).some((own) => own.test(file))) },
  {
    name: 'e2e',
    onBuilt: true,
    run: () => wholePath((file) => !Object.values(ofTheirOwn).some((own) => own.test(file))),
  },
  { name: 'screens', isOwn: true, run: () => browserTests((file) => ofTheirOwn.screens.test(file)) },
  {
    name: 'keyboard',
    isOwn: true,
    onBuilt: true,
    run: async () => provenByKeyboard(await wholePath((file) => ofTheirOwn.keyboard.test(file))),
  },
  { name: 'autofill', isOwn: true, onBuilt: true, run: () => wholePath((file) => ofTheirOwn.autofill.test(file)) },
  { name: 'translate', isOwn: true, onBuilt: true, run: () => wholePath((file) => ofTheirOwn.translate.test(file)) },
  { name: 'strangers', isOwn: true, run: () => browserTests((file) => ofTheirOwn.strangers.test(file)) },
  { name: 'place', isOwn: true, onBuilt: true, run: () => wholePath((file) => ofTheirOwn.place.test(file)) },
  {
    name: 'map',
    isOwn: true,
    onBuilt: true,
    run: async () =>
      addCounts(
        await browserTests((file) => ofTheirOwn.map.test(file)),
        await wholePath((file) => ofTheirOwn.map.test(file)),
      ),
  },
  {
    name: 'outbox',
    isOwn: true,
    onBuilt: true,
    run: async () =>
      addCounts(
        await browserTests((file) => ofTheirOwn.outbox.test(file)),
        await wholePath((file) => ofTheirOwn.outbox.test(file)),
      ),
  },
  {
    name: 'relay',
    isOwn: true,
    run: () => nodeTests(filesLike('packages/*/src/**/*.node.test.ts').filter((file) => ofTheirOwn.relay.test(file))),
  },
  {
    name: 'embed',
    isOwn: true,
    onBuilt: true,
    run: async () => addCounts(await browserTests((file) => ofTheirOwn.embed.test(file)), await folderTests('embed')),
  },
  { name: 'examples', isOwn: true, onBuilt: true, run: () => folderTests('examples') },
  { name: 'packages', isOwn: true, onBuilt: true, run: () => folderTests('packages') },
  { name: 'wordpress', isOwn: true, onBuilt: true, run: () => folderTests('wordpress') },
  { name: 'drupal', isOwn: true, onBuilt: true, run: () => folderTests('drupal') },
  {
    name: 'town',
    isOwn: true,
    onBuilt: true,
    run: async () => addCounts(await browserTests((file) => ofTheirOwn.town.test(file)), await folderTests('town')),
  },
  { name: 'rebuild', isOwn: true, run: () => folderTests('rebuild') },
];

/** Which tests are no part of the everyday suite. */
const ofTheirOwn = {
  place: /\/e2e\/(place|photos-and-stops)\.node\.test\.ts$/,
  screens: /(^|\/)accessibility\.test\.ts$/,
  keyboard: /\/e2e\/keyboard[\w-]*\.node\.test\.ts$/,
  autofill: /\/e2e\/autofill[\w-]*\.node\.test\.ts$/,
  translate: /\/e2e\/translate[\w-]*\.node\.test\.ts$/,
  strangers: /(^|[/-])strangers\.test\.ts$|\/request-form\/(dialects|real-input)\.test\.ts$/,
  embed:
    /^packages\/elements\/src\/(snippet-builder|host-page|practice|launcher)\/(?!.*accessibility)[\w-]+\.test\.ts$/,
  town: /^packages\/elements\/src\/(alerts|counting|city-report)\//,
  map: /^packages\/map\/|\/e2e\/map[\w-]*\.node\.test\.ts$/,
  outbox: /\/(outbox|keeping)\/[\w-]+\.test\.ts$|\/e2e\/(relay|embed-page)[\w-]*\.node\.test\.ts$/,
  folder: /^packages\/checks\/src\/(embed|examples|packages|wordpress|drupal|rebuild|town)\//,
  relay:
    /\.(slow|redis)\.node\.test\.ts$|\/faults\/|^packages\/relay\/src\/(once|photos|site|mail|departments|alerts|counts|office|report)\//,
};

/** Keeps what the keyboard has shown, for the README. */
function provenByKeyboard(counts: Counts): Counts {
  const { passed, failed, skipped } = counts;
  prove({
    verb: 'e2e:keyboard',
    figure: `${passed} of ${passed + failed + skipped} ways, each from a page to its end`,
    holds: passed > 0 && failed + skipped === 0,
    tests: ['a report is filed, found and answered with only a keyboard'],
  });
  return counts;
}

/** Every Node test that needs no page; `lock` and `e2e` run the others. */
function testsInNode(): readonly string[] {
  return filesLike('packages/*/src/**/*.node.test.ts').filter(
    (file) =>
      !file.includes('/e2e/') &&
      !file.includes('/lock-file.') &&
      !ofTheirOwn.relay.test(file) &&
      !ofTheirOwn.folder.test(file),
  );
}

/** A folder of the checks that is a verb of its own, one file after the other. */
function folderTests(name: string): Promise<Counts> {
  return nodeTests(filesLike(`packages/checks/src/${name}/**/*.node.test.ts`), ['--test-concurrency=1']);
}

/** Runs commands one after the other and counts each as one check; shows the output of those that fail, or of all. */
async function allPass(commands: readonly (readonly [string, ...string[]])[], manner?: 'say it'): Promise<Counts> {
  let counts = noCounts;
  for (const [command, ...args] of commands) {
    const { ok, output } = await runCommand(command, args);
    if (!ok || manner) console.log(output.trimEnd());
    if (!ok) console.log(`✖ ${path.basename(command)} ${args.join(' ')}`);
    counts = ok ? { ...counts, passed: counts.passed + 1 } : { ...counts, failed: counts.failed + 1 };
  }
  return counts;
}

function nodeTests(files: readonly string[], options: readonly string[] = ['--test-concurrency=2']): Promise<Counts> {
  const reporter = path.join(root, 'packages/checks/src/node-test-reporter.ts');
  const args = [source, '--test', '--test-timeout=180000', `--test-reporter=${reporter}`, ...options, ...files];
  return counted((more) => runCommand(node, args, more), files.length);
}

function browserTests(isWanted: (file: string) => boolean): Promise<Counts> {
  const files = filesLike('packages/{open311,core,elements,map,embed}/src/**/*.test.ts').filter(
    (file) => !file.endsWith('.node.test.ts') && isWanted(file),
  );
  const args = [source, 'node_modules/@web/test-runner/dist/bin.js', '--files', ...files];
  return counted((more) => runCommand(node, args, more), files.length);
}

/** On the built city, one file after the other. */
function wholePath(isWanted: (file: string) => boolean): Promise<Counts> {
  return nodeTests(filesLike('packages/checks/src/e2e/**/*.node.test.ts').filter(isWanted), ['--test-concurrency=1']);
}

/** Runs a test runner that leaves its counts in a file. One that leaves none, counts nothing, or ends badly with no failed test has failed. */
async function counted(run: (options: CommandOptions) => Promise<CommandResult>, files: number): Promise<Counts> {
  if (files === 0) {
    console.log('✖ There is no test to run.');
    return { ...noCounts, failed: 1 };
  }
  const file = path.join(root, '.cache/test', `counts-${process.pid}.json`);
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const { ok, output } = await run({ live: true, env: { CITYDESK_COUNTS: file } });
  const counts = exists(path.relative(root, file)) ? (JSON.parse(readFileSync(file, 'utf8')) as Counts) : noCounts;
  rmSync(file, { force: true });
  if (ok && counts.passed + counts.failed + counts.skipped > 0) return counts;
  if (counts.failed > 0) return counts;
  console.log(`✖ The tests did not run to their end.\n${output.slice(-2000)}`);
  return { ...counts, failed: 1 };
}

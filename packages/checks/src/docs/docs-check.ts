// `npm run docs:check`: executes what the documentation shows, and says how much of it: a line for each kind, executed/total, the sum.
// One fence in ten may be marked `no-run="reason"`; a language that nobody here can check fails.

import { build } from '../demo/build.ts';
import { addCounts, sayCounts, type Counts } from '../counts.ts';
import { textOf } from '../workspace.ts';
import { checkCss, checkHtml, checkPolicy } from './check-html.ts';
import { checkScripts } from './check-script.ts';
import { checkShell } from './check-shell.ts';
import { checkHttp, checkJson, checkPart, checkPhp, checkTested, checkYaml } from './check-text.ts';
import { openDocsCity, type DocsCity } from './docs-city.ts';
import { allFences, type Fence } from './fences.ts';
import { wholeWays } from './whole-ways.ts';
import type { Verdict } from './verdict.ts';

/** One fence in this many may be shown only. */
const oneIn = 10;

/** @param only files to look at; all when empty. @returns the exit code */
export async function docsCheck(only: readonly string[] = []): Promise<number> {
  if (!(await build())) return 1;
  const fences = allFences().filter(({ file }) => only.length === 0 || only.some((name) => file.includes(name)));
  const marked = fences.filter(({ noRun }) => noRun !== undefined);
  const city = await openDocsCity();
  let verdicts: readonly Verdict[];
  try {
    verdicts = await executed(
      fences.filter(({ noRun }) => noRun === undefined),
      city,
    );
  } finally {
    await city.close();
  }
  sayKinds(verdicts);
  for (const { file, line, noRun } of marked) console.log(`not run: ${file}:${line}: ${noRun}`);
  const failed = verdicts.filter(({ problems }) => problems.length > 0);
  for (const { fence, problems } of failed)
    console.log(`✖ ${fence.file}:${fence.line} (${fence.language})\n  ${problems.join('\n  ')}`);
  let counts: Counts = { passed: verdicts.length - failed.length, failed: failed.length, skipped: marked.length };
  const rules = rulesBroken(marked, fences.length);
  for (const words of rules) console.log(`✖ ${words}`);
  counts = { ...counts, failed: counts.failed + rules.length };
  if (only.length === 0) counts = addCounts(counts, await wholeWays());
  console.log(`${verdicts.length}/${fences.length} snippets executed`);
  console.log(sayCounts(counts));
  return counts.failed > 0 ? 1 : 0;
}

async function executed(fences: readonly Fence[], city: DocsCity): Promise<readonly Verdict[]> {
  const left = new Set(fences);
  const take = (isWanted: (fence: Fence) => boolean) => {
    const taken = [...left].filter(isWanted);
    for (const fence of taken) left.delete(fence);
    return taken;
  };
  const of = (...languages: readonly string[]) => take(({ language }) => languages.includes(language));
  const verdicts: Verdict[] = [
    ...take(({ from }) => from !== undefined).map((fence) => checkPart(fence, fence.from ?? '')),
    ...take(({ test }) => test !== undefined).map((fence) => checkTested(fence, fence.test ?? '')),
    ...of('yaml', 'yml').map(checkYaml),
    ...(await checkHtml(of('html'), city)),
    ...(await checkCss(of('css'), city, roles())),
    ...(await checkScripts(of('js', 'ts'), city)),
  ];
  for (const fence of of('http')) {
    const [, policy] = /^Content-Security-Policy: ([^]*)$/.exec(fence.text.trim()) ?? [];
    verdicts.push(await (policy ? checkPolicy(fence, policy.replace(/\s+/g, ' '), city) : checkHttp(fence, city)));
  }
  for (const fence of of('json')) verdicts.push(await checkJson(fence, city));
  for (const fence of of('sh')) verdicts.push(await checkShell(fence, city));
  for (const fence of of('php')) verdicts.push(await checkPhp(fence));
  const unknown = [...left].map((fence) => {
    const what = fence.language ? `nobody here can check ${fence.language}` : 'it names no language';
    return { fence, did: 'not known', problems: [`${what}: give it one, or mark it no-run="reason"`] };
  });
  return [...verdicts, ...unknown];
}

/** The style properties that there are: all of them are the form's. */
const roles = (): ReadonlySet<string> =>
  new Set(
    [...textOf('packages/elements/src/request-form/request-form.ts').matchAll(/@cssprop \[(--citydesk-[\w-]+)/g)].map(
      ([, name = '']) => name,
    ),
  );

function sayKinds(verdicts: readonly Verdict[]): void {
  const kinds = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    const kind = `${verdict.fence.language || 'text'}, ${verdict.did}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), verdict]);
  }
  for (const [kind, all] of [...kinds].toSorted(([one], [other]) => one.localeCompare(other)))
    console.log(`${kind}: ${all.filter(({ problems }) => problems.length === 0).length} of ${all.length}`);
}

function rulesBroken(marked: readonly Fence[], total: number): readonly string[] {
  const bare = marked.filter(({ noRun }) => !noRun?.trim());
  return [
    ...(marked.length * oneIn > total
      ? [`${marked.length} of ${total} are marked no-run: one in ${oneIn} may be`]
      : []),
    ...bare.map(({ file, line }) => `${file}:${line} is marked no-run without a reason`),
  ];
}

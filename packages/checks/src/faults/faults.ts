// `npm run faults`: residents send reports in real browsers while everything breaks, and the city's own rows say what became of them.

import { appendFileSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { noCounts, sayCounts, type Counts } from '../counts.ts';
import { build } from '../demo/build.ts';
import { root } from '../workspace.ts';
import type { Fault } from './fault.ts';
import { brokenPromises, judge, paceOf, sumsOf, type Submitted } from './judge.ts';
import { labOptionsFrom, labUsage, type LabOptions } from './lab-options.ts';
import { openLab, runPlan, type Lab, type Told } from './lab.ts';
import { startLabCity } from './lane.ts';
import { naiveTooGood, runNaive } from './naive.ts';
import { ownFaults } from './own-faults.ts';
import { isKill, plan, planDirect, type Task } from './plan.ts';
import { readFaults } from './read-faults.ts';
import { killId, phases, runKills, type Victim } from './kills.ts';
import { rowsOf, saySums, sayTable } from './table.ts';

const sharedList = path.resolve(root, '../shared/corpora/faults.jsonl');
const expectedShared = 45;

/** @returns the exit code: 1 when a promise is broken, or a fault never happened */
export async function faults(args: readonly string[]): Promise<number> {
  let options: LabOptions | 'help';
  let wanted: ReturnType<typeof faultsFor>;
  try {
    options = labOptionsFrom(args);
    if (options === 'help') {
      console.log(labUsage);
      return 0;
    }
    wanted = faultsFor(options);
  } catch (error) {
    console.error((error as Error).message);
    return 1;
  }
  if (!options.built && !(await build())) return 1;
  const unkilled = options.kills > 0 ? 0 : wanted.faults.filter(isKill).length;
  let counts: Counts = { ...noCounts, skipped: wanted.skipped + unkilled };
  const check = (isGood: boolean, words: string) => {
    counts = { ...counts, [isGood ? 'passed' : 'failed']: counts[isGood ? 'passed' : 'failed'] + 1 };
    if (!isGood) console.log(`✖ ${words}`);
  };
  await runLab(options, wanted.faults, check);
  console.log(sayCounts(counts));
  return counts.failed > 0 ? 1 : 0;
}

/** @throws Error in words when a list cannot be read, or an id is not known */
function faultsFor({ faults: file, only }: LabOptions): {
  readonly faults: readonly Fault[];
  readonly skipped: number;
} {
  const list = file ?? (existsSync(sharedList) ? sharedList : undefined);
  if (list === undefined && process.env['CI'] === 'true') throw new Error(`There is no ${sharedList}.`);
  const listed = list === undefined ? [] : readFaults(list);
  if (file === undefined) console.log(`The shared list: run ${listed.length} of ${expectedShared} expected.`);
  const names = new Set(listed.map(({ id }) => id));
  const all = [...listed, ...ownFaults.filter(({ id }) => !names.has(id))];
  for (const id of only) if (!all.some((fault) => fault.id === id)) throw new Error(`There is no fault ${id}.`);
  const faults = only.size > 0 ? all.filter(({ id }) => only.has(id)) : all;
  return { faults, skipped: list === undefined ? expectedShared : 0 };
}

type Check = (isGood: boolean, words: string) => void;

async function runLab(options: LabOptions, wanted: readonly Fault[], check: Check): Promise<void> {
  const { out, scale, contexts, kills } = options;
  const begun = performance.now();
  const since = () => `${((performance.now() - begun) / 1000).toFixed(0)} s`;
  const lab = await openLab(options);
  const submitted: Submitted[] = [];
  const broken: string[] = [];
  const tasks = plan(wanted, options.submissions);
  const told = (what: string, count: number): Told => {
    let done = 0;
    const next = () => {
      if (++done % 50 === 0 || done === count) console.log(`  ${what}: ${done} of ${count} (${since()})`);
    };
    return {
      done(one) {
        submitted.push(one);
        appendFileSync(path.join(out, 'submitted.jsonl'), `${JSON.stringify(one)}\n`);
        next();
      },
      failed({ fault, leg }, error) {
        broken.push(
          `${fault.id} (${leg}) could not be sent: ${error instanceof Error ? error.message.replace(/\s+/g, ' ').slice(0, 300) : String(error)}`,
        );
        next();
      },
    };
  };
  try {
    console.log(
      `${tasks.length} reports through the relay, on ${contexts} lanes, ${scale} times as fast as in real life:`,
    );
    await runPlan(lab, 'relay', tasks, contexts, told('sent', tasks.length));
    const direct = planDirect(wanted, options.direct);
    if (direct.length > 0) {
      console.log(`${direct.length} straight to the city:`);
      await runPlan(lab, 'direct', direct, contexts, told('sent', direct.length));
    }
    const naive = naiveBeside(options, wanted);
    if (kills > 0) {
      console.log(`${kills} kills each of browser, relay and city:`);
      const { done } = told('killed', 3 * kills);
      await runKills(lab, options, { done, failed: (words) => broken.push(words) });
    }
    for (const words of broken) check(false, words);
    // With enough kills, each moment comes at least three times.
    if (kills >= 15) {
      for (const [id, count] of killsOf(submitted))
        check(count >= 3, `${id} happened ${count} times: at least 3 are needed`);
    }
    verdictOn(lab, submitted, wanted, options, check);
    await naive.then(
      (result) => {
        if (!result) return;
        const { sent, lost, twice, wronglyFailed } = result;
        console.log(
          `A naive client with three retries, ${sent} sent: ${lost} lost without a word, ${twice} twice, ${wronglyFailed} said to have failed though the city has them.`,
        );
        const tooGood = naiveTooGood(result);
        check(tooGood === undefined, tooGood ?? '');
      },
      (error: unknown) => check(false, `the naive client: ${String(error)}`),
    );
  } finally {
    await lab.close();
    for (const each of ['relays', 'profiles', 'naive']) rmSync(path.join(out, each), { recursive: true, force: true });
  }
  console.log(
    `The city's database and the reports that were sent are in ${path.relative(process.cwd(), out) || '.'}. ${since()}.`,
  );
}

/** How often each victim was killed at each moment. */
function killsOf(submitted: readonly Submitted[]): ReadonlyMap<string, number> {
  const victims: readonly Victim[] = ['browser', 'relay', 'city'];
  const ids = victims.flatMap((victim) => phases.map((phase) => killId(victim, phase)));
  return new Map(
    ids.map((id) => [id, submitted.filter(({ fault, phase }) => fault === id && phase !== undefined).length]),
  );
}

async function naiveBeside({ out, scale, only, submissions }: LabOptions, wanted: readonly Fault[]) {
  if (only.size > 0) return undefined;
  const folder = path.join(out, 'naive');
  const city = await startLabCity(folder);
  try {
    const each = Math.max(2, Math.round(submissions / 250));
    return await runNaive(wanted, { cityPort: city.port, database: path.join(folder, 'city.sqlite'), scale, each });
  } finally {
    await city.stop();
  }
}

function verdictOn(
  lab: Lab,
  submitted: readonly Submitted[],
  wanted: readonly Fault[],
  { out, scale }: LabOptions,
  check: Check,
): void {
  const rows = lab.rows.all();
  // What the browser could not tell stands in the city's own row.
  const referenced = submitted.map((one) => ({
    ...one,
    reference:
      one.reference ??
      /CD-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(
        rows.find(({ description }) => description.includes(one.marker))?.description ?? '',
      )?.[0],
  }));
  const verdicts = judge(referenced, rows, scale);
  const order = new Map(wanted.map(({ id }, at) => [id, at]));
  const table = rowsOf(verdicts).toSorted((one, other) => (order.get(one.id) ?? 1e6) - (order.get(other.id) ?? 1e6));
  console.log(`\n${sayTable(table)}\n`);
  for (const row of table) check(row.fired > 0, `${row.id} (${row.way} ${row.leg}) never happened`);
  for (const way of ['relay', 'direct'] as const) {
    const own = verdicts.filter(({ submitted: one }) => one.way === way);
    if (own.length === 0) continue;
    const sums = sumsOf(own);
    console.log(`${way === 'relay' ? 'Through the relay' : 'Straight to the city'}: ${saySums(sums)}.`);
    const promises = brokenPromises(sums, own);
    check(promises.length === 0, `${way}: ${promises.join('; ')}`);
    for (const { submitted: one, findings, rows: count } of own) {
      if (findings.length > 0)
        console.log(
          `  ${one.marker} ${one.fault} (${one.leg}): ${findings.join(', ')}; ${count} rows; “${one.witness.words.replace(/\s+/g, ' ').slice(0, 160)}”`,
        );
    }
  }
  console.log(
    `Where nothing stood in its way, nine in ten reports took at most ${Math.round(paceOf(submitted))} ms of this machine’s own time.`,
  );
  const repeated = submitted.filter(
    ({ attempts = 0, arrivals = 0, fault }) => arrivals > attempts && fault !== 'delivered-twice',
  );
  if (repeated.length > 0)
    console.log(`${repeated.length} reports were sent again by the browser itself, over a kept connection that broke.`);
  writeFileSync(path.join(out, 'submitted.jsonl'), referenced.map((one) => `${JSON.stringify(one)}\n`).join(''));
  writeFileSync(
    path.join(out, 'table.json'),
    `${JSON.stringify({ rows: table, sums: sumsOf(verdicts) }, undefined, 2)}\n`,
  );
}

export type { Task };

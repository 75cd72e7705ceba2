// `npm run a11y:names`: what Chromium, Firefox and WebKitGTK tell assistive technology of every control in every base state: the same role, the same name,
// never none, and in the name the words that are seen, for those who speak to their device.
//
//   npm run a11y:names                       all states
//   npm run a11y:names -- form-what panel    only these

import { noCounts, sayCounts, type Counts } from '../counts.ts';
import { prove } from '../proven/prove.ts';
import { addressOf } from '../states/open-state.ts';
import { serveStates } from '../states/serve-states.ts';
import { states } from '../states/states.ts';
import { compare, type Compared, type Told } from './compare.ts';
import { engines, missingEngines } from './engines.ts';
import { unreached } from './known-differences.ts';
import type { Named, NamingEngine } from './naming-engine.ts';

type Answer = readonly Named[] | Error;

/** @returns the exit code */
export async function names(args: readonly string[]): Promise<number> {
  const missing = missingEngines();
  if (missing.length > 0) {
    const isFailure = process.env['CI'] === 'true';
    console.log(`This needs the Debian packages ${missing.join(', ')}, which are not installed.`);
    console.log(sayCounts({ ...noCounts, [isFailure ? 'failed' : 'skipped']: 1 }));
    return isFailure ? 1 : 0;
  }
  const all = states.map(({ name }) => name);
  const unknown = args.filter((name) => !all.includes(name));
  if (unknown.length > 0) {
    console.error(`There is no state ${unknown.join(', ')}.`);
    return 1;
  }
  const wanted = args.length > 0 ? args : all;
  const compared = new Map(await askAll(wanted, 1000));
  // A slow engine may have been asked before all had come, such as the button that is there once a draft is kept.
  const doubtful = wanted.filter((name) => compared.get(name)!.faults.length > 0);
  if (doubtful.length > 0) for (const [name, again] of await askAll(doubtful, 5000)) compared.set(name, again);

  let [counts, controls]: [Counts, number] = [noCounts, 0];
  for (const name of wanted) {
    const { faults, ...found } = compared.get(name)!;
    controls += found.controls;
    const outcome = faults.length > 0 ? 'failed' : 'passed';
    counts = { ...counts, [outcome]: counts[outcome] + 1 };
    console.log(`${faults.length ? '✖' : '✓'} ${name}: ${found.controls} controls in ${found.engines} engines`);
    for (const fault of faults) console.log(`    ${fault}`);
  }
  console.log(`${controls} controls in ${wanted.length} states`);
  console.log(sayCounts(counts));
  if (args.length === 0)
    prove({
      verb: 'a11y:names',
      // Not how many controls: a button that comes late may stand in one run and not yet in another.
      figure:
        `every control of ${all.length} states has the same role and name in Chromium, Firefox and WebKitGTK; ` +
        `${unreached.length} states left out in one of them`,
      holds: counts.failed === 0,
      tests: [
        'the same role and name in three engines',
        'no control without a name',
        'words that are seen are in the name',
      ],
    });
  return counts.failed > 0 ? 1 : 0;
}

interface Asked extends Compared {
  readonly engines: number;
}

/**
 * Each engine goes through the states by itself.
 * @param pause milliseconds for which a state has to stay as it is
 */
async function askAll(wanted: readonly string[], pause: number): Promise<ReadonlyMap<string, Asked>> {
  const answers = new Map(wanted.map((name) => [name, new Map<NamingEngine['name'], Answer>()]));
  const served = await serveStates();
  try {
    await Promise.all(
      engines.map(async (start) => {
        const engine = await start();
        try {
          for (const name of wanted) {
            if (unreached.some((one) => one.engine === engine.name && one.state === name)) continue;
            const address = addressOf(served.origin, name, { lang: 'en' });
            answers.get(name)!.set(engine.name, await ask(engine, address, pause));
          }
        } finally {
          await engine.close();
        }
      }),
    );
  } finally {
    await served.stop();
  }
  return new Map([...answers].map(([name, byEngine]) => [name, judged(byEngine)]));
}

function judged(answers: ReadonlyMap<NamingEngine['name'], Answer>): Asked {
  const told: Told[] = [];
  const faults: string[] = [];
  for (const [engine, answer] of answers) {
    if (answer instanceof Error) faults.push(`${engine}: ${answer.message.split('\n')[0]}`);
    else told.push({ engine, named: answer });
  }
  const compared = compare(told);
  if (compared.controls < 3) faults.push(`there are only ${compared.controls} controls`);
  return { controls: compared.controls, engines: told.length, faults: [...faults, ...compared.faults] };
}

async function ask(engine: NamingEngine, address: string, pause: number): Promise<Answer> {
  try {
    await engine.open(address);
    let [before, now]: [string, readonly Named[]] = ['', await engine.named()];
    for (let round = 0; round < 6 && JSON.stringify(now) !== before; round += 1) {
      before = JSON.stringify(now);
      await new Promise((resolve) => setTimeout(resolve, pause));
      now = await engine.named();
    }
    return now;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

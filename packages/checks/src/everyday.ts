// `npm test`: runs the stages, says how long each took, and closes with the browser's version and the sum.

import { parseArgs } from 'node:util';
import { findBrowser } from './browser.ts';
import { addCounts, noCounts, sayCounts } from './counts.ts';
import { everydayStages } from './everyday-stages.ts';

/**
 * Runs the everyday suite.
 * @param args `--only=stage,stage` runs just these, also those that are verbs of their own; `--update` writes the committed transcript anew.
 * @returns The exit code: 0 when nothing failed.
 */
export async function runEveryday(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { only: { type: 'string' }, update: { type: 'boolean' } } });
  if (values.update) process.env['CITYDESK_UPDATE'] = '1';
  const names = everydayStages.map(({ name }) => name);
  const wanted = values.only?.split(',') ?? everydayStages.flatMap(({ name, isOwn }) => (isOwn ? [] : [name]));
  const isBuilt =
    wanted.includes('build') || !everydayStages.some(({ name, onBuilt }) => onBuilt && wanted.includes(name));
  if (!isBuilt) wanted.unshift('build');
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    console.error(`There is no stage ${unknown.join(', ')}. The stages are ${names.join(', ')}.`);
    return 1;
  }

  const start = performance.now();
  let sum = noCounts;
  for (const { name, run } of everydayStages) {
    if (!wanted.includes(name)) continue;
    console.log(`── ${name}`);
    const began = performance.now();
    const counts = await run();
    console.log(`   ${name}: ${sayCounts(counts)} (${secondsSince(began)} s)\n`);
    sum = addCounts(sum, counts);
  }

  const { version } = await findBrowser();
  console.log(`${version}, Node ${process.versions.node}, ${secondsSince(start)} s`);
  console.log(sayCounts(sum));
  return sum.failed > 0 ? 1 : 0;
}

function secondsSince(began: number): string {
  return ((performance.now() - began) / 1000).toFixed(1);
}

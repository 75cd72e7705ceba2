// `npm run i18n:readability`: whether the English words are plain. They are what every other language is written from.

import { noCounts, sayCounts } from '../counts.ts';
import { prove } from '../proven/prove.ts';
import { englishParts, inEnglishAlone } from './english.ts';
import { readingsOf, type Reading } from './read-ease.ts';

/** The grade by Flesch and Kincaid on average, and the words of a sentence on a screen. Shorter ones have no grade that means anything. */
const most = { grade: 6, words: 25 };
const atLeast = 6;
const shown = 10;

/** What says that something went wrong, or cannot be done: by a part of its key. */
const failing =
  /(^|\.)(errors|failed|fault|missing|unavailable|denied|dismissed|timeout|over|said|required|choose|stuck|refused|rejected|none|empty|unsupported|coarse|gone|down|private|unknown|offline|invalid|full|memory|wrong)(\.|$)/;
const hinting = /(^|\.)(hint|example|help|note|notice)(\.|$)/;

type Kind = 'errors' | 'hints' | 'all else' | 'for web editors and councils';

/** @returns the exit code */
export function readability(): number {
  const kinds = new Map<Kind, Reading[]>();
  for (const [part, catalogue] of englishParts())
    for (const reading of readingsOf(catalogue, atLeast))
      kinds.set(kindOf(part, reading), [...(kinds.get(kindOf(part, reading)) ?? []), reading]);

  let counts = noCounts;
  const held = (isHeld: boolean, what: string) => {
    console.log(`${isHeld ? '✓' : '✖'} ${what}`);
    counts = { ...counts, [isHeld ? 'passed' : 'failed']: counts[isHeld ? 'passed' : 'failed'] + 1 };
  };
  const all = [...kinds.values()].flat();
  const resident = [...kinds].flatMap(([kind, readings]) => (kind === 'for web editors and councils' ? [] : readings));
  console.log(`English of ${atLeast} words and more, read with its holes filled:`);
  for (const [kind, readings] of [['all for residents', resident] as const, ...kinds]) {
    held(
      averageGrade(readings) <= most.grade,
      `${kind}: grade ${averageGrade(readings).toFixed(1)} on average of ${readings.length} (at most ${most.grade})`,
    );
  }
  const long = all.filter(({ words }) => words > most.words);
  held(
    long.length === 0,
    `at most ${most.words} words each; the longest has ${Math.max(...all.map(({ words }) => words))}`,
  );
  for (const one of long) console.log(`  ${one.words} words: ${one.key}: ${one.text}`);

  console.log(`\nThe hardest ${shown}:`);
  for (const { grade, key, text } of all.toSorted((one, other) => other.grade - one.grade).slice(0, shown))
    console.log(`  ${grade.toFixed(1).padStart(5)}  ${key}: ${text}`);
  console.log(sayCounts(counts));
  prove({
    verb: 'i18n:readability',
    figure: `${resident.length} English sentences: grade ${averageGrade(resident).toFixed(1)} on average, at most ${Math.max(...resident.map(({ words }) => words))} words`,
    holds: counts.failed === 0,
    tests: ['plain language: grade and length of the English words'],
  });
  return counts.failed > 0 ? 1 : 0;
}

export function averageGrade(readings: readonly Reading[]): number {
  return readings.reduce((sum, { grade }) => sum + grade, 0) / Math.max(1, readings.length);
}

function kindOf(part: string, { key }: Reading): Kind {
  if (inEnglishAlone.has(part)) return 'for web editors and councils';
  return failing.test(key) ? 'errors' : hinting.test(key) ? 'hints' : 'all else';
}

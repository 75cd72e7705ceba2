// `npm run a11y:orca`: a report, an answer and a look-up by keyboard alone, heard through the screen reader Orca.
//   --lang=es     this language alone; otherwise English, Spanish and Arabic
//   --full        with Firefox, too
//   --update      writes the transcripts anew

import { existsSync } from 'node:fs';
import { delimiter } from 'node:path';
import { noCounts, sayCounts, type Counts } from '../counts.ts';
import { build } from '../demo/build.ts';
import { prove } from '../proven/prove.ts';
import { twoAtOnce } from '../two-at-once.ts';
import { isInstalled, places } from './browsers.ts';
import { busLauncher } from './desktop.ts';
import { differences, transcript, write } from './transcript-file.ts';
import { walkAll, type Run } from './walk-all.ts';
import type { Walked } from './walk.ts';
import { wordsIn } from './words.ts';

/** From entering the form to the receipt. */
const mostUtterances = 35;

const languages: Readonly<Record<string, string>> = { en: 'English', es: 'Español', ar: 'العربية' };

/** What has to be installed first: Debian's packages. */
const needed = 'orca chromium xvfb dbus at-spi2-core libglib2.0-bin';

/** @returns the exit code */
export async function orca(args: readonly string[]): Promise<number> {
  const isFull = args.includes('--full');
  const isUpdate = args.includes('--update');
  const [only] = args.flatMap((one) => /^--lang=(.+)$/.exec(one)?.[1] ?? []);
  const missing = whatIsMissing(isFull);
  if (missing.length > 0) {
    const isFailure = process.env['CI'] === 'true';
    console.log(
      `Not here: ${missing.join(', ')}. On Debian: apt-get install --no-install-recommends ${needed}${isFull ? ' firefox-esr' : ''}`,
    );
    console.log(sayCounts({ ...noCounts, [isFailure ? 'failed' : 'skipped']: 1 }));
    return isFailure ? 1 : 0;
  }
  if (!(await build())) return 1;

  const tally = new Tally();
  let caught: readonly string[] = [];
  const all = only ? [only] : Object.keys(languages);
  const runs = twoAtOnce(all, (lang) =>
    twice(() => walkAll('chromium', lang, (run) => complaints(lang, run, isUpdate))),
  );
  for (const [at, lang] of all.entries()) {
    const run = await runs[at]!;
    for (const walked of run.walks) judge(tally, lang, walked);
    for (const [name, isCaught] of run.caught) tally.holds(isCaught, `${lang}: goes red where ${name}`);
    if (run.caught.size > 0) caught = [...run.caught].filter(([, is]) => is).map(([name]) => name);
    const text = textOf(lang, run);
    const changed = differences(lang, text);
    if (lang === 'en' && !isUpdate)
      tally.holds(changed.length === 0, `${lang}: the transcript is as committed`, changed);
    else if (isUpdate || changed.length > 0) write(lang, text);
  }
  if (isFull) {
    const { walks } = await twice(() => walkAll('firefox', 'en', ({ walks: [walked] }) => problemsOf(walked)));
    for (const walked of walks) judge(tally, 'Firefox, en', walked);
  }
  console.log(sayCounts(tally.counts));
  if (!only && !isFull) {
    prove({
      verb: 'a11y:orca',
      figure: `${tally.heard} of ${tally.due} things spoken in ${tally.walks} walks in ${Object.keys(languages).length} languages, at most ${mostUtterances} utterances from the form to the receipt`,
      holds: tally.counts.failed === 0,
      tests: tally.names,
      caught,
    });
  }
  return tally.counts.failed > 0 ? 1 : 0;
}

/** All that was judged, and what came of it. */
class Tally {
  counts: Counts = noCounts;
  due = 0;
  heard = 0;
  walks = 0;
  readonly names: string[] = [];

  holds(isHeld: boolean, name: string, why: readonly string[] = []): void {
    console.log(`${isHeld ? '✓' : '✖'} ${name}${isHeld ? '' : why.map((one) => `\n    ${one}`).join('')}`);
    this.counts = { ...this.counts, [isHeld ? 'passed' : 'failed']: this.counts[isHeld ? 'passed' : 'failed'] + 1 };
    this.names.push(name);
  }
}

function judge(tally: Tally, lang: string, walked: Walked): void {
  tally.walks += 1;
  tally.due += walked.due;
  tally.heard += Math.max(0, walked.due - walked.missing.length);
  const to = `${lang}: ${walked.name}`;
  tally.holds(walked.missing.length === 0 && walked.due > 0, `${to} is spoken in full`, walked.missing);
  tally.holds(walked.twice.length === 0, `${to} has nothing spoken twice in a row`, walked.twice);
  if (walked.utterances !== undefined) {
    console.log(`  ${walked.utterances} utterances from the form to the receipt`);
    tally.holds(walked.utterances <= mostUtterances, `${to} takes at most ${mostUtterances} utterances`);
  }
}

/** What would make one walk red, by itself and, where the transcript is held, beside what is committed. */
function complaints(lang: string, run: Run, isUpdate: boolean): readonly string[] {
  const isHeld = lang === 'en' && !isUpdate;
  return [
    ...run.walks.flatMap(problemsOf),
    ...(isHeld
      ? differences(
          lang,
          textOf(lang, run),
          run.walks.map(({ name }) => name),
        )
      : []),
  ];
}

function problemsOf(walked?: Walked): readonly string[] {
  if (!walked) return [];
  const isLong = (walked.utterances ?? 0) > mostUtterances;
  return [...walked.missing, ...walked.twice, ...(isLong ? [`${walked.utterances} utterances`] : [])];
}

function textOf(lang: string, { walks, word }: Run): string {
  return transcript(lang, languages[lang] ?? lang, walks, word, wordsIn(lang).say('draft.saved'));
}

/** A desktop that does not start is started once more. */
async function twice(run: () => Promise<Run>): Promise<Run> {
  try {
    return await run();
  } catch (error) {
    console.log('Once more, for', error);
    return run();
  }
}

function whatIsMissing(isFull: boolean): readonly string[] {
  const path = (process.env['PATH'] ?? '').split(delimiter);
  const onPath = (command: string) => path.some((folder) => existsSync(`${folder}/${command}`));
  return [
    ...['orca', 'Xvfb', 'dbus-daemon', 'gdbus'].filter((command) => !onPath(command)),
    ...[busLauncher].filter((file) => !existsSync(file)),
    ...(['chromium', ...(isFull ? ['firefox' as const] : [])] as const)
      .filter((one) => !isInstalled(one))
      .map((one) => places[one]),
  ];
}

// `npm run a11y:orca`: a report, an answer and a look-up by keyboard alone, heard through the screen reader Orca.
//   --lang=es     this language alone; otherwise English, Spanish and Arabic
//   --full        with Firefox, too
//   --update      writes the transcripts anew

import { existsSync } from 'node:fs';
import { delimiter } from 'node:path';
import type { Page } from 'puppeteer-core';
import { noCounts, sayCounts, type Counts } from '../counts.ts';
import { build } from '../demo/build.ts';
import { reportLike } from '../e2e/city-reports.ts';
import { prove } from '../proven/prove.ts';
import { isInstalled, places, startBrowser, type BrowserName } from './browsers.ts';
import { isStillExpected, serveCityIn, stopClock } from './city-pages.ts';
import { busLauncher, startDesktop } from './desktop.ts';
import { withoutKnown } from './known.ts';
import { breakPage, firstScreen, mutants } from './mutants.ts';
import { differences, transcript, write } from './transcript-file.ts';
import { Walk, type Walked } from './walk.ts';
import { answer, lookUp, report, reportWithErrors, type Around, type Way } from './walks.ts';
import { wordsIn } from './words.ts';

/** From entering the form to the receipt. */
const mostUtterances = 35;

const languages: Readonly<Record<string, string>> = { en: 'English', es: 'Español', ar: 'العربية' };
const ways: readonly (readonly [string, Way])[] = [
  ['report', report],
  ['reportWithErrors', reportWithErrors],
  ['answer', answer],
  ['lookUp', lookUp],
];

/** What has to be installed first: Debian's packages. */
const needed = 'orca chromium xvfb dbus at-spi2-core libglib2.0-bin';

interface Run {
  readonly walks: readonly Walked[];
  /** Mutants by name, and whether the walk went red on them. */
  readonly caught: ReadonlyMap<string, boolean>;
  readonly word: string;
}

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
  for (const lang of only ? [only] : Object.keys(languages)) {
    const run = await twice(() => walkAll('chromium', lang));
    for (const walked of run.walks) {
      judge(tally, lang, withoutKnown('chromium', walked));
    }
    for (const [name, isCaught] of run.caught) tally.holds(isCaught, `${lang}: goes red where ${name}`);
    if (run.caught.size > 0) caught = [...run.caught].filter(([, is]) => is).map(([name]) => name);
    const text = transcript(lang, languages[lang] ?? lang, run.walks, run.word, wordsIn(lang).say('draft.saved'));
    if (isUpdate) write(lang, text);
    else if (lang === 'en') {
      const changed = differences(lang, text);
      tally.holds(changed.length === 0, `${lang}: the transcript is as committed`, changed);
    } else write(lang, text);
  }
  if (isFull) {
    const { walks } = await twice(() => walkAll('firefox', 'en'));
    for (const walked of walks) judge(tally, 'Firefox, en', withoutKnown('firefox', walked));
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

/** A desktop that does not start is started once more. */
async function twice(run: () => Promise<Run>): Promise<Run> {
  try {
    return await run();
  } catch (error) {
    console.log('Once more, for', error);
    return run();
  }
}

/** Every walk on one desktop, in one window; with Chromium in English, also the pages that were broken on purpose. */
async function walkAll(name: BrowserName, lang: string): Promise<Run> {
  const ends: (() => Promise<unknown>)[] = [];
  try {
    const desktop = await startDesktop();
    ends.push(() => desktop.close());
    const city = await serveCityIn(lang);
    ends.push(() => city.close());
    const browser = await startBrowser(name, desktop.env, lang);
    ends.push(() => browser.close());
    const page = (await browser.pages())[0] ?? (await browser.newPage());
    await stopClock(page);
    const around: Around = {
      origin: city.origin,
      word: randomWord(),
      id: (await reportLike(city.origin, isStillExpected)).service_request_id,
    };
    const walk = async (title: string, way: Way, on: Page = page) => {
      const walking = new Walk(title, on, wordsIn(lang), desktop);
      await way(walking, around).catch((error: unknown) => walking.stopped(error));
      return walking.done();
    };
    const walks: Walked[] = [];
    for (const [title, way] of ways) walks.push(await walk(title, way));
    const caught = new Map<string, boolean>();
    for (const mutant of name === 'chromium' && lang === 'en' ? mutants : []) {
      const mend = await breakPage(page, mutant);
      caught.set(mutant.name, (await walk(mutant.name, firstScreen)).missing.length > 0);
      await mend();
    }
    return { walks, caught, word: around.word };
  } finally {
    for (const end of ends.toReversed()) await end().catch(console.error);
  }
}

/** No word, nothing like one that the search could take for misspelt, and no number by which the city could know a report. */
function randomWord(): string {
  const from = (letters: string) => letters[Math.floor(Math.random() * letters.length)];
  return Array.from({ length: 4 }, () => `${from('jqvxz')}${from('aeiou')}`).join('');
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

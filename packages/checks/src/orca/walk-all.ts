// Every walk in one language, on one desktop and in one window.

import type { Page } from 'puppeteer-core';
import { reportLike } from '../e2e/city-reports.ts';
import { startBrowser, type BrowserName } from './browsers.ts';
import { isStillExpected, serveCityIn, stopClock } from './city-pages.ts';
import { startDesktop } from './desktop.ts';
import { withoutKnown } from './known.ts';
import { breakPage, firstScreen, mutants } from './mutants.ts';
import { Walk, type Walked } from './walk.ts';
import { answer, lookUp, report, reportWithErrors, type Way } from './walks.ts';
import { wordsIn } from './words.ts';

const ways: readonly (readonly [string, Way])[] = [
  ['report', report],
  ['reportWithErrors', reportWithErrors],
  ['answer', answer],
  ['lookUp', lookUp],
];

export interface Run {
  readonly walks: readonly Walked[];
  /** Mutants by name, and whether the walk went red on them. */
  readonly caught: ReadonlyMap<string, boolean>;
  readonly word: string;
}

/**
 * With Chromium in English, also the pages that were broken on purpose.
 * @param complaints of a run with one walk in it: where there are any, the walk is walked once more, and that is said
 */
export async function walkAll(
  name: BrowserName,
  lang: string,
  complaints: (run: Run) => readonly string[],
): Promise<Run> {
  const ends: (() => Promise<unknown>)[] = [];
  try {
    const desktop = await startDesktop();
    ends.push(() => desktop.close());
    const browser = await startBrowser(name, desktop.env, lang);
    ends.push(() => browser.close());
    const page = (await browser.pages())[0] ?? (await browser.newPage());
    await stopClock(page);
    const word = randomWord();
    // A city of its own for each walk, at an address of its own: nothing that was reported or kept on the way before stands on the next.
    const walk = async (title: string, way: Way, on: Page = page) => {
      const city = await serveCityIn(lang);
      const { service_request_id: id } = await reportLike(city.origin, isStillExpected);
      const walking = new Walk(title, on, wordsIn(lang), desktop);
      await way(walking, { origin: city.origin, word, id }).catch((error: unknown) => walking.stopped(error));
      await on.goto('about:blank');
      await city.close();
      return withoutKnown(name, walking.done());
    };
    const walks: Walked[] = [];
    for (const [title, way] of ways) {
      const walked = await walk(title, way);
      const why = complaints({ walks: [walked], caught: new Map(), word });
      if (why.length > 0) console.log([`${lang}: ${title} once more, for`, ...why].join('\n    '));
      walks.push(why.length > 0 ? await walk(title, way) : walked);
    }
    const caught = new Map<string, boolean>();
    for (const mutant of name === 'chromium' && lang === 'en' ? mutants : []) {
      const mend = await breakPage(page, mutant);
      caught.set(mutant.name, (await walk(mutant.name, firstScreen)).missing.length > 0);
      await mend();
    }
    return { walks, caught, word };
  } finally {
    for (const end of ends.toReversed()) await end().catch(console.error);
  }
}

/** No word, nothing like one that the search could take for misspelt, and no number by which the city could know a report. */
function randomWord(): string {
  const from = (letters: string) => letters[Math.floor(Math.random() * letters.length)];
  return Array.from({ length: 4 }, () => `${from('jqvxz')}${from('aeiou')}`).join('');
}

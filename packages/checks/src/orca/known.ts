// What Orca says twice for a reason that is known and stands here. Each is looked for by its words in what the gate would report.

import type { BrowserName } from './browsers.ts';
import type { Walked } from './walk.ts';
import type { Words } from './words.ts';

interface Known {
  readonly browser: BrowserName;
  readonly walks: readonly string[];
  /** Where it is not so in every language. */
  readonly isIn?: (lang: string) => boolean;
  /** A sentence of the widgets, or other words of theirs. */
  readonly words: (words: Words) => string;
  readonly why: string;
}

export const known: readonly Known[] = [
  {
    browser: 'chromium',
    walks: ['lookUp'],
    words: ({ say }) => say('find.hint'),
    why: 'Where a description changes while its field takes the focus, Orca 43 says it with the field and again as a change: it notes what it has said under “descriptions”, and looks for it under “description” (default.py, onDescriptionChanged).',
  },
  {
    browser: 'chromium',
    walks: ['report', 'reportWithErrors'],
    isIn: (lang) => lang !== 'en',
    words: () => '911',
    why: 'What to do in danger stands in the resident’s language and in English, for whoever is near, and the number can be called from both.',
  },
];

/** The walk without what is known of this browser. */
export function withoutKnown(browser: BrowserName, walked: Walked): Walked {
  const { lang } = walked.words;
  const of = known.filter(
    (one) => one.browser === browser && one.walks.includes(walked.name) && (one.isIn?.(lang) ?? true),
  );
  const isKnown = (said: string) => of.some(({ words }) => said.includes(words(walked.words)));
  return { ...walked, twice: walked.twice.filter((one) => !isKnown(one)) };
}

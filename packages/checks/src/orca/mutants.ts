// Pages that were broken on purpose: the beginning of the walk has to go red on each, or the walk shows nothing.

import type { Page } from 'puppeteer-core';
import { orca } from './walks.ts';
import type { Way } from './walks.ts';

export interface Mutant {
  readonly name: string;
  /** What is taken away, wherever it stands. */
  readonly selector: string;
  readonly attributes: readonly string[];
}

export const mutants: readonly Mutant[] = [
  { name: 'hints are not tied to their fields', selector: '[aria-describedby]', attributes: ['aria-describedby'] },
  { name: 'labels are not tied to their fields', selector: 'label[for]', attributes: ['for'] },
  { name: 'announcements are no live region', selector: '[role=status]', attributes: ['role', 'aria-live'] },
];

/** Takes it away before anything is drawn, on every page that is opened from now on. */
export async function breakPage(page: Page, { selector, attributes }: Mutant): Promise<() => Promise<void>> {
  const { identifier } = await page.evaluateOnNewDocument(
    (one, names) => {
      const attach = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (options) {
        const shadow = attach.call(this, options);
        const take = () => {
          for (const element of shadow.querySelectorAll(one)) for (const name of names) element.removeAttribute(name);
        };
        new MutationObserver(take).observe(shadow, { childList: true, subtree: true, attributes: true });
        return shadow;
      };
    },
    selector,
    attributes,
  );
  return () => page.removeScriptToEvaluateOnNewDocument(identifier);
}

/** The first screen: a field with its label and its hint, and an announcement. */
export const firstScreen: Way = async (walk, { origin, word }) => {
  const { say } = walk.words;
  await walk.open(`${origin}/report/`);
  walk.screen(say('what.heading'));
  await walk.enter('citydesk-request-form');
  await walk.press('Tab');
  await walk.press('Tab', say('what.label'), ...orca(walk, 'entry'), say('what.hint'));
  if (walk.hasMissed) return; // it is red, and what else is not said takes long to wait for
  await walk.type(word, say('what.none', { words: word }));
};

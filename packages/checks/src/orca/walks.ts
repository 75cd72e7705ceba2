// The walks: what is done, key by key, and what has to be heard on the way, in order. The widgets' sentences are named by their keys, so that the same
// walk is walked in every language; Orca's own words for roles and states are asked for in English.

import { finderScript } from '../drive/finder.ts';
import type { Due, Walk } from './walk.ts';

/** What a resident types to find the service; by language. */
const pothole: Readonly<Record<string, string>> = { en: 'pot', es: 'bache', ar: 'حفرة' };
/** And the answer; where the city has none in a language, those in its own are found by its words. */
const brush: Readonly<Record<string, string>> = { es: 'ramas' };

/** Where these walks are walked. */
export interface Around {
  readonly origin: string;
  /** A word that nobody can foresee: heard, it can only have come from this run. */
  readonly word: string;
  /** Of a report that is open and expected to be done. */
  readonly id: string;
}

export type Way = (walk: Walk, around: Around) => Promise<void>;

/** The whole report, as it goes when all goes well. */
export const report: Way = async (walk, { origin }) => {
  const { say } = walk.words;
  await walk.open(`${origin}/report/`);
  walk.screen(say('what.heading'));
  await walk.enter('citydesk-request-form', say('language'), ...orca(walk, 'collapsed push button'));
  await walk.tabTo('textbox', say('what.label'), ...orca(walk, 'entry'), say('what.hint'));
  await walk.type(pothole[walk.words.lang] ?? 'pot', counted(walk, 'what.count'));
  await walk.tabTo('button', '', ...orca(walk, 'push button'));

  walk.screen(say('where.heading'));
  await walk.press('Enter', ...screen(walk, 'where.heading', 2));
  await walk.tabTo(
    'textbox',
    say('place.label'),
    ...orca(walk, 'editable combo box'),
    say('place.hint'),
    ...orca(walk, 'opens listbox'),
  );
  await walk.type('318 ho', counted(walk, 'place.count'));
  await walk.press('ArrowDown', say('place.list'), ...orca(walk, 'list with'), '318 Hook Ave');
  await walk.press('Enter', say('place.chosen', { address: '318 Hook Ave' }));

  walk.screen(say('questions.heading'));
  await walk.press('Enter', ...screen(walk, 'questions.heading', 3));
  await walk.tabTo('radio', '', ...orca(walk, 'not selected radio button'));
  await walk.press('ArrowDown', ...orca(walk, 'selected radio button'));
  await walk.tabTo('radio', '', ...orca(walk, 'not selected radio button'));
  await walk.press('ArrowDown', ...orca(walk, 'selected radio button'));

  walk.screen(say('check.heading'));
  await walk.press('Enter', ...screen(walk, 'check.heading', 4));
  await walk.tabTo('button', say('contact.heading'), say('contact.anonymous'), ...orca(walk, 'collapsed'));
  await walk.tabTo('button', say('send.button'), ...orca(walk, 'push button'));

  walk.screen(say('receipt.heading'));
  await walk.press('Enter', say('receipt.heading'), ...orca(walk, 'heading level 2'), '318 Hook Ave');
  walk.arrives();
  await walk.tabTo('link', say('receipt.follow'), ...orca(walk, 'link'));
  await walk.tabTo('button', say('receipt.copy'), ...orca(walk, 'push button'));
  await walk.tabTo('button', say('receipt.print'), ...orca(walk, 'push button'));
  await walk.tabTo('checkbox', say('receipt.remember'), ...orca(walk, 'check box', 'not checked'));
  await walk.press('Space', say('receipt.remembered'));
  await walk.tabTo('button', say('receipt.again.here'), ...orca(walk, 'push button'));
};

/** The whole report by somebody who goes on too early on every screen, whom the list does not know what to do with, and who writes the place in words. */
export const reportWithErrors: Way = async (walk, { origin, word }) => {
  const { say } = walk.words;
  await walk.open(`${origin}/report/`);
  walk.screen(say('what.heading'));
  await walk.enter('citydesk-request-form');
  await walk.tabTo('textbox', say('what.label'));
  await walk.type(word, say('what.none', { words: word }));
  await erase(walk, word);
  await walk.type(pothole[walk.words.lang] ?? 'pot', counted(walk, 'what.count'));
  await walk.tabTo('button', '');

  walk.screen(say('where.heading'));
  await walk.press('Enter', ...screen(walk, 'where.heading', 2));
  await walk.tabTo('button', say('photo.add'), say('photo.legend'), ...orca(walk, 'push button'), say('photo.hint'));
  await walk.tabTo('button', say('locate.button'), ...orca(walk, 'push button'));
  await walk.tabTo('button', say('map.show'), ...orca(walk, 'collapsed push button'));
  await walk.tabTo('textbox', say('questions.describe'), ...orca(walk, 'entry'), say('questions.describe.hint'));
  await walk.tabTo('button', say('continue'), ...orca(walk, 'push button'));
  await walk.press('Enter', say('errors', { count: 1 }));
  await walk.tabTo('link', say('place.missing'), ...orca(walk, 'link'));
  await walk.press('Enter', say('place.label'), say('place.hint'), say('place.missing'));
  await walk.type(word, say('place.none'));

  walk.screen(say('questions.heading'));
  await walk.press('Enter', ...screen(walk, 'questions.heading', 3));
  await walk.tabTo('button', say('continue'), ...orca(walk, 'push button'));
  await walk.press('Enter', say('errors', { count: 2 }));
  await walk.tabTo('link', say('questions.choose'), ...orca(walk, 'link'));
  await walk.press('Enter', ...orca(walk, 'radio button'));
  await walk.press('ArrowDown', ...orca(walk, 'selected radio button'));
  await walk.tabTo('radio', '', ...orca(walk, 'radio button'));
  await walk.press('ArrowDown', ...orca(walk, 'selected radio button'));

  walk.screen(say('check.heading'));
  await walk.press('Enter', ...screen(walk, 'check.heading', 4));
  await walk.tabTo('button', say('contact.heading'), ...orca(walk, 'collapsed'));
  await walk.press('Enter', ...orca(walk, 'expanded'));
  await walk.tabTo('textbox', say('contact.name'), ...orca(walk, 'entry'));
  await walk.tabTo('textbox', say('contact.email'), ...orca(walk, 'entry'));
  await walk.type(word);
  await walk.tabTo('textbox', say('contact.phone'), ...orca(walk, 'entry'));
  await walk.tabTo('button', say('send.button'));
  await walk.press('Enter', say('errors', { count: 1 }));
  await walk.tabTo('link', say('contact.error.email'), ...orca(walk, 'link'));
  await walk.press('Enter', say('contact.email'), word, ...orca(walk, 'invalid entry'), say('contact.error.email'));
  await walk.type(`${word}@example.com`);
  await walk.tabTo('button', say('send.button'));

  walk.screen(say('receipt.heading'));
  await walk.press('Enter', say('receipt.heading'), ...orca(walk, 'heading level 2'), word);
};

/** One answer: words that find none, words that find some, and the answer that is read. */
export const answer: Way = async (walk, { origin, word }) => {
  const { say } = walk.words;
  await walk.open(`${origin}/answers/`);
  walk.screen(say('faq.heading'));
  await walk.enter('citydesk-faq-panel', say('language'));
  await walk.tabTo('textbox', say('faq.label'), ...orca(walk, 'entry'), say('faq.hint'));
  await walk.type(word, say('faq.none', { words: word }));
  await erase(walk, word);
  await walk.type(brush[walk.words.lang] ?? 'brush', counted(walk, 'faq.count'));
  await walk.tabTo('button', '', ...orca(walk, 'collapsed'));
  await walk.press('Enter', ...orca(walk, 'expanded'));
  await walk.tabTo('button', say('faq.yes'), say('faq.helped'), say('faq.yes'), ...orca(walk, 'push button'));
  await walk.press('Enter', say('faq.helped.yes'));
};

/** One look-up: without a number, with one that the city does not know, and with one that it knows. */
export const lookUp: Way = async (walk, { origin, id, word }) => {
  const { say } = walk.words;
  await walk.open(`${origin}/follow/`);
  walk.screen(say('heading'));
  await walk.enter('citydesk-status-tracker', say('language'));
  await walk.tabTo('textbox', say('find.label'), ...orca(walk, 'entry'), say('find.hint', { example: '' }));
  await walk.press('Enter', say('find.empty'));
  await walk.type(word);
  await walk.press('Enter', say('missing', { number: word }));
  await erase(walk, word);
  await walk.type(id);
  await walk.press('Enter', ...orca(walk, 'heading level 3'));
  await walk.tabTo('checkbox', say('keep'), ...orca(walk, 'check box', 'not checked'));
  await walk.press('Space', say('kept'));
};

/** Orca's own words, in English alone. */
export function orca(walk: Walk, ...words: readonly string[]): readonly string[] {
  return walk.words.lang === 'en' ? words : [];
}

/** A screen of the form that has just come: its heading, which one it is. */
function screen(walk: Walk, heading: Parameters<Walk['words']['say']>[0], step: number): readonly string[] {
  const { say } = walk.words;
  return [say(heading), ...orca(walk, 'heading level 2'), say('step', { step, steps: 4 })];
}

/** How many stand in the list after the field, as the page itself has it when that is said: the number is looked up, not foreseen. */
function counted(walk: Walk, count: 'what.count' | 'place.count' | 'faq.count'): Due {
  const look = `(() => {
    ${finderScript()}
    let field = document.activeElement;
    while (field?.shadowRoot?.activeElement) field = field.shadowRoot.activeElement;
    const all = elementsIn(document).filter(isShown);
    const list = all.slice(all.indexOf(field)).find((one) => /^[uo]l$/.test(one.localName) || one.getAttribute('role') === 'listbox');
    return list?.children.length ?? 0;
  })()`;
  return async () => walk.words.say(count, { count: Number(await walk.page.evaluate(look)) });
}

async function erase(walk: Walk, word: string): Promise<void> {
  await walk.page.keyboard.press('End');
  for (const _ of word) await walk.page.keyboard.press('Backspace');
}

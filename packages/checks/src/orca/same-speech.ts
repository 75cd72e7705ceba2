// Whether two transcripts say the same. Orca hears of changes in an order that no two runs share: it says the name of a field once more or not, a
// hint once or twice, and parts one breath in two. So what counts is each sentence, each name with its role and each state that was said on a
// screen, and each announcement; not how often, under which key, or in which utterance.

import { plain } from './speech.ts';

/** Orca's words for how something is at the moment. They come with the name and role of a thing, or alone when only they have changed. */
const states =
  /\b(?:not checked|checked|not pressed|pressed|not selected|selected|expanded|collapsed|invalid entry|opens listbox|opens menu)\b/gi;

/** What stands in a field comes after its name and role, or after the role alone where the name was just said. */
const beforeValue = /(?<=\b(?:entry|combo box)) /;

/** Said of the page around the widget, when focus comes back from a list of the browser's own; or not. */
const around = new Set(['main content', 'nothing']);

interface Screen {
  /** What is looked for on the other side. */
  readonly units: ReadonlySet<string>;
  /** In what it is looked for: all that was said, one after the other, with and without states. */
  readonly all: string;
}

export interface Differences {
  readonly lost: readonly string[];
  readonly added: readonly string[];
}

/**
 * Of two texts as `transcript` writes them.
 * @param walks The titles of those that are compared.
 */
export function differencesIn(committed: string, now: string, walks: ReadonlySet<string>): Differences {
  const before = screensOf(committed, walks);
  const after = screensOf(now, walks);
  return { lost: without(before, after), added: without(after, before) };
}

/** What of the one is not in the other, with where. */
function without(one: ReadonlyMap<string, Screen>, other: ReadonlyMap<string, Screen>): readonly string[] {
  return [...one].flatMap(([where, { units }]) => {
    const all = other.get(where)?.all ?? '';
    return [...units].filter((unit) => !all.includes(` ${unit} `)).map((unit) => `${where}: ${unit}`);
  });
}

/** Every screen of a transcript by its walk and name; what was announced on it stands by itself, as a screen of its own. */
function screensOf(text: string, walks: ReadonlySet<string>): ReadonlyMap<string, Screen> {
  const said = new Map<string, string[]>();
  let walk = '';
  let screen = '';
  for (const line of text.split('\n')) {
    if (line.startsWith('## ')) walk = line.slice(3);
    if (line.startsWith('### ')) screen = line.slice(4);
    const [, did = '', answer] = /^- \*\*(.*?)\*\* (.*)$/.exec(line) ?? [];
    if (answer === undefined || !walks.has(walk)) continue;
    const announcement = /(?<![\\\S])_(?=\S).*?(?<!\\)_(?!\S)/g;
    add(said, `${walk}, ${screen}`, answer.replace(announcement, ' | '));
    add(said, `${walk}, ${screen}, announced`, (answer.match(announcement) ?? []).join(' | '));
    // Which keys and words, in any number: how many Tabs there are shows in what they come to.
    add(said, `${walk}, ${screen}, done`, did);
  }
  return new Map([...said].map(([where, parts]) => [where, screenOf(parts)]));
}

function add(said: Map<string, string[]>, where: string, words: string): void {
  said.set(where, [...(said.get(where) ?? []), words]);
}

function screenOf(parts: readonly string[]): Screen {
  const sentences = parts.flatMap((part) => part.split(/(?<!\\)\||(?<=[.?!])\s/));
  const units = sentences.flatMap((sentence) => [
    ...plain(sentence.replace(states, ' ')).split(beforeValue),
    ...(sentence.match(states) ?? []).map(plain),
  ]);
  const isMeant = (unit: string) => unit !== '' && !around.has(unit);
  const whole = (words: readonly string[]) => words.map(plain).filter(isMeant).join(' ');
  return {
    units: new Set(units.filter(isMeant)),
    all: ` ${whole(sentences)} / ${whole(sentences.map((one) => one.replace(states, ' ')))} `,
  };
}

/** How far a report is, read off the city's own word for it. */

export type Stage = 'received' | 'progress' | 'closed';

const words: readonly (readonly [Stage, RegExp])[] = [
  ['closed', /^(closed|fixed|resolved|complete|done|archived|rejected|cancel|duplicate|processed)/],
  [
    'progress',
    /^(work |action )?(in (progress|process|work)|investigat|(re)?assigned|scheduled|planned|started|working|underway|under way|dispatched|ongoing)/,
  ],
  ['received', /^(open|new|received|submitted|reported|registered|acknowledged|pending|created|unassigned)\b/],
];

/** The stage a status word means; `undefined` for a word we do not know, which is then shown as it is. */
export function stageOf(word: string | undefined): Stage | undefined {
  const bare = word
    ?.trim()
    .toLowerCase()
    .replace(/[_\s-]+/g, ' ');
  return bare ? words.find(([, pattern]) => pattern.test(bare))?.[0] : undefined;
}

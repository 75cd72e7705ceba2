// What Orca said, read from the file that it keeps of itself.

/**
 * One utterance: what one key press makes Orca say, or what one live announcement is. A role, a hint and "leaving list" that come with the name of a
 * field are lines of the same utterance, for they come in one breath and the next key cuts them all off. Letters are not counted: whether Orca
 * repeats each key that is typed is a setting of its own, and these keys come from the browser's own input, which Orca does not see.
 */
export interface Utterance {
  readonly is: 'answer' | 'announcement';
  readonly lines: readonly string[];
}

/** What Orca says of itself and of the browser, whatever page is open; in English. */
const ofItsOwn = [
  /^(focus|browse) mode$/i,
  /^blank$/i,
  /^screen reader on/i,
  /^loading\. +please wait/i,
  /^finished loading/i,
  /^page has /i,
  /^leaving /i,
];

/** The utterances in a part of Orca's file that begins and ends between two keys. */
export function utterancesIn(log: string): readonly Utterance[] {
  const answer: string[] = [];
  const announced: Utterance[] = [];
  let live: string[] | undefined;
  for (const line of log.split('\n')) {
    if (line.includes('vvvvv PRESENT LIVE REGION MESSAGE')) live = [];
    else if (line.includes('^^^^^ PRESENT LIVE REGION MESSAGE')) {
      if (live && live.length > 0) announced.push({ is: 'announcement', lines: live });
      live = undefined;
    } else {
      // A key that is spoken, and what follows the words, stand behind them; neither is said.
      const said = /SPEECH OUTPUT: '(.*)'(?:\s*voice=\w+)?\s*(?:\{.*\}|\[.*\]|None)?\s*$/.exec(line)?.[1]?.trim();
      if (said) (live ?? answer).push(said);
    }
  }
  return [...(answer.length > 0 ? [{ is: 'answer', lines: answer } as const] : []), ...announced];
}

/** Whether the page had a part in this line. */
export function isOfThePage(line: string): boolean {
  return !ofItsOwn.some((pattern) => pattern.test(line));
}

/** Letters and figures alone, in small: where Orca puts full stops between the parts is its own. */
export function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}

/** Lines that stand right after one that says the same, or that say one thing twice in one utterance. */
export function saidTwice(utterances: readonly Utterance[]): readonly string[] {
  const lines = utterances.flatMap((one) => one.lines.filter(isOfThePage));
  const inARow = lines.filter((line, at) => at > 0 && plain(line) === plain(lines[at - 1]!));
  const inOne = utterances.flatMap(({ lines: own }) =>
    own.filter((line, at) => isOfThePage(line) && own.findIndex((other) => plain(other) === plain(line)) < at),
  );
  return [...new Set([...inARow, ...inOne])];
}

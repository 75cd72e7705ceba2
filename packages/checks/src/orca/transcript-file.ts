// The transcripts as documentation: docs/reference/screen-reader/<language>.md.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../workspace.ts';
import { differencesIn } from './same-speech.ts';
import { isOfThePage, plain } from './speech.ts';
import type { Moment, Walked } from './walk.ts';

const folder = 'docs/reference/screen-reader';

const titles: Readonly<Record<string, readonly [title: string, about: string]>> = {
  report: ['A report', 'The whole way from the first field to the receipt, when all goes well.'],
  reportWithErrors: [
    'A report with mistakes',
    'The same way, by somebody who goes on too early and writes the place in words.',
  ],
  answer: ['An answer', 'Words that find nothing, words that find something, and the answer.'],
  lookUp: ['A look-up', 'Without a number, with one that the city does not know, and with one that it knows.'],
};

/** What differs from run to run is written the same way: the word of this run, the numbers the city gives, and when the device has written. */
function steady(words: string, word: string): string {
  return words.replaceAll(word, 'qwertz').replace(/\b\d\d-\d{5}\b/g, '26-00000');
}

/** Whether Orca names a field once more that had the focus before depends on which of its changes it hears of first. */
const unnamed = (line: string, { stays }: Moment) =>
  stays && line.startsWith(`${stays} `) ? line.slice(stays.length + 1) : line;

/** It comes when the device has written, which no two runs do at the same moment; what Orca says of itself depends on what it was doing. */
const isSteady = (line: string, kept: string) => isOfThePage(line) && !plain(line).startsWith(plain(kept));

/** The file's text. */
export function transcript(lang: string, name: string, walks: readonly Walked[], word: string, kept: string): string {
  const lines = [
    `# What a screen reader says: ${name}`,
    '',
    'This is what Orca 43 said while a resident of the demo city used Chromium with the keyboard alone. `npm run a11y:orca -- --update` writes it.',
    'Each line is a key, or what was typed, and what was spoken then; parts that one breath holds are parted by “|”, and what was announced without',
    'a key stands in italics. The random word of the run is written as “qwertz”. What Orca says of itself, as of its modes, and the name of a field that keeps the focus are left out.',
  ];
  for (const walked of walks) {
    const [title, about] = titles[walked.name] ?? [walked.name, ''];
    lines.push('', `## ${title}`, '', about);
    let screen = '';
    for (const moment of walked.moments.slice(walked.inside)) {
      if (moment.screen !== screen) lines.push('', `### ${(screen = moment.screen)}`, '');
      const said = moment.heard.flatMap((one) => {
        const of = one.lines
          .filter((line) => isSteady(line, kept))
          .map((line) => escaped(steady(unnamed(line, moment), word)));
        if (of.length === 0) return [];
        return [one.is === 'announcement' ? `_${of.join(' | ')}_` : of.join(' | ')];
      });
      lines.push(`- **${steady(moment.did, word)}** ${said.join(' ') || '(nothing)'}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

function escaped(line: string): string {
  return line.replace(/[\\*_<>[\]`|]/g, String.raw`\$&`).replace(/\s+/g, ' ');
}

export function write(lang: string, text: string): void {
  mkdirSync(path.join(root, folder), { recursive: true });
  writeFileSync(path.join(root, folder, `${lang}.md`), text);
}

/**
 * What the committed file says and this run did not, and the other way round.
 * @param of the walks that are compared; all when left out
 */
export function differences(lang: string, text: string, of = Object.keys(titles)): readonly string[] {
  const file = path.join(root, folder, `${lang}.md`);
  const committed = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const { lost, added } = differencesIn(committed, text, new Set(of.map((name) => titles[name]?.[0] ?? name)));
  return [...lost.map((one) => `no longer said: ${one}`), ...added.map((one) => `not in ${folder}/${lang}.md: ${one}`)];
}

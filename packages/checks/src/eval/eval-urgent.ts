// `npm run eval:urgent`: whether phrases that mean danger stop the form, and others do not.
//
//   npm run eval:urgent                 all phrases of the project
//   npm run eval:urgent -- --open       the half to tune with; the other one is only for judging
//   npm run eval:urgent -- FILE.tsv …   others: phrase TAB stop|go [TAB language]

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { soundsUrgent } from '@citydesk/core/sounds-urgent';
import { createDangerCheck, phrasesIn, type DangerCheck } from '@citydesk/core/urgent';
import { root } from '../workspace.ts';

/** Every phrase of danger has to stop; of the others at most this share may. */
const tolerated = 0.01;
/** The project's own phrases. */
export const ownFiles = ['stop', 'go'].map((name) => path.join(root, `packages/checks/eval/urgent/${name}.tsv`));

export interface Phrase {
  readonly words: string;
  readonly stops: boolean;
  /** BCP 47. */
  readonly language: string;
  /** Nothing may be tuned on it. */
  readonly locked: boolean;
}

/** @returns what is not as good as it has to be; nothing if all is well */
export async function evalUrgent(args: readonly string[]): Promise<readonly string[]> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { open: { type: 'boolean' } },
    allowPositionals: true,
  });
  const files = positionals.length ? positionals : ownFiles;
  const phrases = files.flatMap(readPhrases).filter(({ locked }) => !values.open || !locked);
  const checks = new Map<string, DangerCheck>();
  for (const language of new Set(phrases.map((one) => one.language))) {
    checks.set(language, createDangerCheck({}, await phrasesIn(['en', language])));
  }
  // As in the form: who writes English is judged only where a word sounds like it.
  const isStopped = ({ words, language }: Phrase) =>
    (language !== 'en' || soundsUrgent(words)) && checks.get(language)!(words) !== undefined;
  const missed = phrases.filter((one) => one.stops && !isStopped(one));
  const wrongly = phrases.filter((one) => !one.stops && isStopped(one));
  for (const one of missed) console.log(`does not stop: ${told(one)}`);
  for (const one of wrongly) console.log(`stops: ${told(one)} (${checks.get(one.language)!(one.words)})`);

  const stop = phrases.filter((one) => one.stops).length;
  const go = phrases.length - stop;
  for (const [name, isLocked] of positionals.length
    ? []
    : ([
        ['open half', false],
        ['locked half', true],
      ] as const)) {
    const of = (all: readonly Phrase[]) => all.filter(({ locked }) => locked === isLocked).length;
    const [dangers, others] = [phrases.filter((one) => one.stops), phrases.filter((one) => !one.stops)].map(of);
    console.log(`${name}: ${dangers! - of(missed)} of ${dangers} stop, ${of(wrongly)} of ${others} others do`);
  }
  console.log(`${stop - missed.length} of ${stop} phrases of danger stop; ${wrongly.length} of ${go} others do`);
  const wrong: string[] = [];
  if (!phrases.length) wrong.push('there are no phrases');
  if (missed.length) wrong.push(`${missed.length} phrases of danger do not stop`);
  if (wrongly.length > go * tolerated)
    wrong.push(`${wrongly.length} of ${go} others stop, at most ${tolerated * 100} % may`);
  for (const each of wrong) console.log(`✖ ${each}`);
  return wrong;
}

const told = ({ words, language, locked }: Phrase) => `${words} [${language}${locked ? ', locked' : ''}]`;

/**
 * The phrases of a file. Half of them are locked: those whose SHA-256 begins with an even byte.
 * @throws {Error} where a line says neither stop nor go
 */
export function readPhrases(file: string): readonly Phrase[] {
  const lines = readFileSync(file, 'utf8').split(/\r?\n/);
  return lines.flatMap((line, at): readonly Phrase[] => {
    if (!line.trim() || line.startsWith('#')) return [];
    const [words = '', verdict = '', language = ''] = line.split('\t').map((cell) => cell.trim());
    if (/^phrase$/i.test(words)) return [];
    if (!/^(stop|go)$/i.test(verdict)) throw new Error(`${file}:${at + 1}: write phrase TAB stop or go`);
    const locked = createHash('sha256').update(words).digest()[0]! % 2 === 0;
    return [{ words, stops: /^stop$/i.test(verdict), language: language || 'en', locked }];
  });
}

// What `npm run faults` was asked for.

import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../workspace.ts';

export interface LabOptions {
  /** Reports through the relay; the direct ones and the kills come on top. */
  readonly submissions: number;
  /** Of each kind. */
  readonly kills: number;
  /** Reports straight to the city. */
  readonly direct: number;
  readonly contexts: number;
  /** Ids; all when empty. */
  readonly only: ReadonlySet<string>;
  /** A list in the place of the shared one. */
  readonly faults: string | undefined;
  readonly out: string;
  /** Times are this many times as fast as in real life. */
  readonly scale: number;
  /** Takes what is built already. */
  readonly built: boolean;
}

export const labUsage = `Usage: npm run faults -- [options]

  --full            4,500 reports and 200 kills of each kind, in place of 500 and 20
  --only ID,ID      only these faults; kills only where one of them is a kill, or --kills says so
  --faults FILE     a list of faults (JSON lines) in the place of the shared one
  --submissions N   so many reports
  --kills N         so many kills of each kind
  --contexts N      so many browsers at a time (default: 6)
  --out DIR         for the city's database, submitted.jsonl and table.json (default: .cache/faults)
  --built           does not build first
  --help            this text`;

/** @throws Error in words for what cannot be read */
export function labOptionsFrom(args: readonly string[]): LabOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      full: { type: 'boolean' },
      only: { type: 'string' },
      faults: { type: 'string' },
      out: { type: 'string' },
      submissions: { type: 'string' },
      kills: { type: 'string' },
      contexts: { type: 'string' },
      built: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return 'help';
  const number = (name: 'submissions' | 'kills' | 'contexts', otherwise: number): number => {
    const text = values[name];
    if (text === undefined) return otherwise;
    if (!/^\d{1,6}$/.test(text)) throw new Error(`--${name} needs a number. ${text} is none.`);
    return Number(text);
  };
  const only = new Set((values.only ?? '').split(',').filter(Boolean));
  const some = only.size > 0;
  const killsSome = [...only].some((id) => id.startsWith('kill-'));
  const submissions = number('submissions', values.full ? 4500 : some ? only.size * 4 : 500);
  return {
    submissions,
    kills: number('kills', values.full ? 200 : some ? (killsSome ? 5 : 0) : 20),
    direct: Math.ceil(submissions / 6),
    contexts: Math.max(1, number('contexts', 6)),
    only,
    faults: values.faults === undefined ? undefined : path.resolve(values.faults),
    out: path.resolve(values.out ?? path.join(root, '.cache/faults')),
    scale: 20,
    built: values.built ?? false,
  };
}

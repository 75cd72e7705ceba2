// Waits until a server started by hand is to stop: Ctrl+C, a signal, the terminal closed, or npm gone.

import { readFileSync } from 'node:fs';

/** Resolves once this process should end. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
    // npm that is killed leaves us behind without a word. We then have another parent, or the shell between us has.
    if (!process.env['npm_lifecycle_event']) return;
    const before = ancestors();
    setInterval(() => {
      if (ancestors() !== before) resolve();
    }, 500).unref();
  });
}

/** Our parent and, where the system tells, its parent. */
function ancestors(): string {
  const parent = process.ppid;
  try {
    // "30103 (sh) S 30091 …": the name in brackets may hold anything, so what counts follows the last bracket.
    const [, grandparent] = readFileSync(`/proc/${parent}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return `${parent} ${grandparent}`;
  } catch {
    return `${parent}`; // not Linux
  }
}

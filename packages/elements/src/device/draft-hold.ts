/** Who is writing which draft: a tab holds its own for as long as it lives, so that no other one offers it. */
import { locksHere } from './database.ts';
import type { DraftRow } from './draft-store.ts';

const lockOf = (id: string) => `citydesk-draft:${id}`;

/**
 * Holds a draft until what it gives is called, or the page goes. Without Web Locks, `beat` has to note in the row that the tab is alive, every
 * `pause` milliseconds.
 */
export function holdDraft(id: string, beat: () => void, pause: number): () => void {
  const locks = locksHere();
  if (!locks) {
    const timer = setInterval(beat, pause);
    return () => clearInterval(timer);
  }
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  void locks.request(lockOf(id), () => held).catch(() => {});
  return () => release();
}

/** Tells which drafts a living tab holds; `pause` as for `holdDraft`. */
export async function living(pause: number): Promise<(row: DraftRow) => boolean> {
  const locks = locksHere();
  if (!locks) return ({ beat = 0 }) => Math.abs(Date.now() - beat) < 3 * pause;
  const { held = [] } = await locks.query();
  return ({ id }) => held.some(({ name }) => name === lockOf(id));
}

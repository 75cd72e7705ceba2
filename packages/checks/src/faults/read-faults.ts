// Reads a list of faults, one JSON object a line: those we know by their id, ours whole, and strangers by their words.

import { readFileSync } from 'node:fs';
import type { Committed, Fault, Leg, On, What, When } from './fault.ts';
import { doneFromWords } from './fault-words.ts';
import { ownFaults } from './own-faults.ts';
import { sharedFaults } from './shared-faults.ts';

interface Row extends Partial<Omit<Fault, 'id' | 'committed' | 'legs'>> {
  readonly id: string;
  readonly fault?: string;
  readonly committed?: string;
  readonly leg?: string;
  readonly legs?: readonly Leg[];
}

/** @throws Error that says which line cannot be read, or which fault nobody knows how to do */
export function readFaults(file: string): readonly Fault[] {
  return faultsFrom(readFileSync(file, 'utf8'), file);
}

/** @param name of the list, for errors */
export function faultsFrom(text: string, name = 'The list'): readonly Fault[] {
  const ids = new Set<string>();
  return text.split('\n').flatMap((line, index) => {
    if (!line.trim()) return [];
    const where = `${name}, line ${index + 1}`;
    let row: Row;
    try {
      row = JSON.parse(line) as Row;
    } catch {
      throw new Error(`${where} is not JSON.`);
    }
    if (typeof row !== 'object' || row === null || typeof row.id !== 'string' || !row.id) {
      throw new Error(`${where} has no id.`);
    }
    if (ids.has(row.id)) throw new Error(`${where}: ${row.id} is there already.`);
    ids.add(row.id);
    return [faultFrom(row, where)];
  });
}

function faultFrom(row: Row, where: string): Fault {
  const on = onFrom(row.on, where);
  const committed = committedFrom(row.committed, where);
  const own = ownFaults.find(({ id }) => id === row.id);
  const done =
    sharedFaults[row.id] ??
    own ??
    (row.what && row.when ? whole(row, row.what, row.when) : undefined) ??
    doneFromWords(row.fault ?? '', on, committed);
  if (!done) {
    throw new Error(
      `${where}: nobody knows how to do ${row.id} (“${row.fault ?? ''}”). Give it “when” and “what”, as in fault.ts.`,
    );
  }
  return { ...done, id: row.id, on, committed, legs: legsFrom(row, where) ?? done.legs };
}

function whole({ times, lasts, rejects }: Row, what: What, when: When): Omit<Fault, 'id' | 'on' | 'committed'> {
  return {
    legs: ['near', 'far'],
    what,
    when,
    ...(times !== undefined && { times }),
    ...(lasts !== undefined && { lasts }),
    ...(rejects && { rejects }),
  };
}

const kinds: readonly On[] = ['POST', 'POST media', 'GET', 'GET services', 'OPTIONS', 'ALL', 'PAGE'];

function onFrom(given: string | undefined, where: string): On {
  const on = given ?? 'POST';
  if ((kinds as readonly string[]).includes(on)) return on as On;
  throw new Error(`${where}: “on” is ${on}, and has to be one of ${kinds.join(', ')}.`);
}

function committedFrom(given: string | undefined, where: string): Committed {
  switch (given) {
    case 'yes':
    case 'no':
    case 'mixed':
      return given;
    case undefined:
    case 'unknown':
    case 'any':
    case '-':
    case '':
      return 'unknown';
  }
  throw new Error(`${where}: “committed” is ${given}, and has to be yes, no, unknown or mixed.`);
}

function legsFrom(
  { leg, legs = leg === undefined || leg === 'both' ? undefined : [leg as Leg] }: Row,
  where: string,
): readonly Leg[] | undefined {
  for (const each of legs ?? []) {
    if (each !== 'near' && each !== 'far') throw new Error(`${where}: a leg is near or far.`);
  }
  return legs;
}

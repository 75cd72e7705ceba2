// What three engines tell of one state, side by side.

import { roleDifferences, untold, type EngineName } from './known-differences.ts';
import type { Named } from './naming-engine.ts';

export interface Told {
  readonly engine: EngineName;
  readonly named: readonly Named[];
}

export interface Compared {
  /** How many things can be operated in this state. */
  readonly controls: number;
  readonly faults: readonly string[];
}

/** All engines have to tell of the same things, by the same roles and names, in which their words are. */
export function compare(told: readonly Told[]): Compared {
  const byPath = new Map<string, Map<EngineName, Named>>();
  for (const { engine, named } of told) {
    for (const one of named) byPath.set(one.path, (byPath.get(one.path) ?? new Map()).set(engine, one));
  }
  const engines = told.map(({ engine }) => engine);
  const faults = [...byPath].flatMap(([path, by]) => faultsOf(engines, by).map((fault) => `${fault} (${path})`));
  return { controls: byPath.size, faults };
}

function faultsOf(engines: readonly EngineName[], by: ReadonlyMap<EngineName, Named>): readonly string[] {
  const absent = engines.filter((engine) => !by.has(engine));
  const [any] = by.values();
  if (absent.length > 0) return [`${any!.tag} “${any!.name}” is not there in ${absent.join(', ')}`];
  const named = engines
    .map((engine) => ({ engine, ...by.get(engine)! }))
    .filter(({ engine, tag, name }) => tidy(name) || !isUntold(engine, tag));
  const roles = named.map((one) => roleMeant(one.engine, one));
  const sayEach = (say: (one: (typeof named)[number]) => string) =>
    named.map((one) => `${one.engine} “${say(one)}”`).join(', ');
  const what = `${any!.tag} “${tidy(any!.name)}”`;
  return [
    ...(new Set(roles).size > 1 ? [`${what} has different roles: ${sayEach(({ role }) => role)}`] : []),
    ...(roles.every((role) => !role || /^(none|generic|presentation)$/.test(role)) ? [`${what} has no role`] : []),
    ...(named.some(({ name }) => !tidy(name)) ? [`${what} has no name: ${sayEach(({ name }) => tidy(name))}`] : []),
    ...(new Set(named.map(({ name }) => tidy(name))).size > 1
      ? [`${what} has different names: ${sayEach(({ name }) => tidy(name))}`]
      : []),
    ...named
      .filter(({ seen, name }) => !contains(name, seen))
      .slice(0, 1)
      .map(({ seen, name }) => `“${seen}” is seen, but the name is “${tidy(name)}”`),
  ];
}

const isUntold = (engine: EngineName, tag: string): boolean =>
  untold.some((one) => one.engine === engine && one.tag === tag);

/** The role that an engine means by its own spelling. */
export function roleMeant(engine: EngineName, { tag, role }: Pick<Named, 'tag' | 'role'>): string {
  return roleDifferences.find((one) => one.tag === tag && one.said[engine] === role)?.meant ?? role;
}

/** Whether who says the words that are seen, to a device that listens, is understood: they stand in the name, one after the other. */
export function contains(name: string, seen: string): boolean {
  return plain(name).includes(plain(seen));
}

/** Words alone: no capitals, no punctuation, no marks that only steer how a line runs. */
function plain(text: string): string {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2066-\u2069\u200e\u200f\u00ad]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ');
  return ` ${words.trim()} `.replace(/^ {2}$/, '');
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

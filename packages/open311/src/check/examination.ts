/** How one thing is looked at. Each examination asks the city for what it needs and says what it found. */
import type { City } from './city.ts';
import type { Outcome } from './types.ts';
import type { Visit } from './visit.ts';

export interface Examination {
  readonly id: string;
  /** A question that `good` answers with yes. */
  readonly title: string;
  look(city: City): Finding | Promise<Finding>;
}

export interface Finding {
  readonly outcome: Outcome;
  readonly visit?: Visit | undefined;
  readonly found?: string | undefined;
  readonly means: string;
  readonly citydesk: string;
  readonly ask?: string | undefined;
}

/** What a finding rests on: an answer, and what was seen in it. */
export interface Seen {
  readonly visit?: Visit | undefined;
  readonly found?: string | undefined;
}

export function good({ visit, found }: Seen, means: string, citydesk = 'Uses it as it is.'): Finding {
  return { outcome: 'good', visit, found, means, citydesk };
}

export function deviates({ visit, found }: Seen, means: string, citydesk: string, ask: string): Finding {
  return { outcome: 'deviates', visit, found, means, citydesk, ask };
}

export function broken({ visit, found }: Seen, means: string, citydesk: string, ask: string): Finding {
  return { outcome: 'broken', visit, found, means, citydesk, ask };
}

/** @param why a sentence */
export function notTried(why: string, { visit, found }: Seen = {}): Finding {
  return { outcome: 'not-tried', visit, found, means: `Not tried: ${why}`, citydesk: 'Nothing is known about it.' };
}

/** `3 of 36: A, B, C`; the first few alone. */
export function some(found: readonly string[], of?: number): string {
  const shown = found.slice(0, 3).map((each) => (each.length > 60 ? `${each.slice(0, 60)}…` : each));
  return `${found.length}${of === undefined ? '' : ` of ${of}`}: ${shown.join(', ')}${found.length > 3 ? ', …' : ''}`;
}

/** The rows with something to say, said in words. */
export function said<T>(rows: readonly T[], say: (row: T) => string | undefined | false): readonly string[] {
  return rows.map(say).filter((each): each is string => typeof each === 'string');
}

/** What the doctor found, as the one thing that a web editor has to know of it. */
import type { Check } from '@citydesk/open311/check';

/** Each has its sentence in the messages: `builder.check.…`. */
export type Verdict =
  'unreachable' | 'no-leave' | 'moved' | 'not-open311' | 'no-services' | 'reads-only' | 'unreadable';

/** The first of these that is broken explains all that comes after it. */
const causes: readonly (readonly [id: string, verdict: Verdict])[] = [
  ['reachable', 'unreachable'],
  ['cors-services', 'no-leave'],
  ['redirects', 'moved'],
  ['html', 'not-open311'],
  ['services', 'no-services'],
  ['takes-reports', 'reads-only'],
  ['citydesk-reads', 'unreadable'],
];

/** @param hasServices whether the client has read some; @returns `undefined` where residents can report, as far as reading tells */
export function verdictOf(checks: readonly Check[], hasServices: boolean): Verdict | undefined {
  const isBroken = (id: string) => checks.some((check) => check.id === id && check.outcome === 'broken');
  const [, cause] = causes.find(([id]) => isBroken(id)) ?? [];
  if (cause) return cause;
  if (hasServices) return undefined;
  const isRead = checks.some(({ id, outcome }) => id === 'services' && outcome === 'good');
  return isRead ? 'unreadable' : 'not-open311';
}

/** These alone say enough: looking further would only wait for a server that does not answer a page. */
export const endsTheCheck = ({ id, outcome }: Check): boolean =>
  outcome === 'broken' && (id === 'reachable' || id === 'cors-services');

/** Where a redirect leads, in the words of the finding. */
export const leadsTo = (checks: readonly Check[]): string =>
  /(https?:\/\/\S+)/.exec(checks.find(({ id }) => id === 'redirects')?.evidence.found ?? '')?.[1] ?? '';

/** What is known of a report in the outbox. */
import type { Item } from '@citydesk/core/outbox';

/** Whether the city does not have it, for sure. */
export function isSure({ standing, unknownSince }: Item): boolean {
  if (standing.is === 'held') return standing.why === 'old' && unknownSince === undefined;
  return standing.is !== 'unknown' && unknownSince === undefined;
}

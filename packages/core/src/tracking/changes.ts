/** What is new since a report was last seen. */
import type { ServiceRequest } from '@citydesk/open311';
import { timelineOf } from './timeline.ts';

/** Keys of the timeline's entries that were not there in `before`, or were otherwise. */
export function changesSince(before: ServiceRequest, request: ServiceRequest): ReadonlySet<string> {
  const known = new Set(timelineOf(before).map(({ key, at }) => `${key} ${at ? +at : ''}`));
  return new Set(
    timelineOf(request)
      .filter(({ key, at }) => !known.has(`${key} ${at ? +at : ''}`))
      .map(({ key }) => key),
  );
}

/** When a request was closed, and whether it was opened again, read off its history where the city tells one. */

import { stageOf } from '../tracking/stage.ts';
import type { RequestNote, ServiceRequest } from '@citydesk/open311';

export interface Closing {
  /** When it was closed for the last time; undefined while it is open, and where nobody knows. */
  readonly closed: Date | undefined;
  /** Whether it was ever opened again after it was closed; undefined where it never was, or nobody knows. */
  readonly reopened: boolean | undefined;
}

export function closingOf({ status, notes, updatedDatetime }: ServiceRequest): Closing {
  let since: Date | undefined;
  let reopened: boolean | undefined;
  for (const { isClosed, at } of stepsIn(notes ?? [])) {
    if (!isClosed) {
      if (since) reopened = true;
      since = undefined;
    } else if (!since) {
      since = at;
      reopened ??= false;
    }
  }
  if (status !== 'closed') {
    // Its last closing note is followed by no other, and yet it is open: it was opened again without one.
    return { closed: undefined, reopened: since ? true : reopened };
  }
  return { closed: since ?? updatedDatetime, reopened };
}

/** What of a history opens or closes, oldest first. Remarks do neither, and a note without a time cannot be told apart from any other. */
function stepsIn(notes: readonly RequestNote[]): readonly { readonly isClosed: boolean; readonly at: Date }[] {
  return notes
    .flatMap(({ datetime, statusLabel, type }) => {
      const stage = stageOf(statusLabel) ?? stageOf(type);
      return datetime && stage ? [{ isClosed: stage === 'closed', at: datetime }] : [];
    })
    .sort((one, other) => +one.at - +other.at);
}

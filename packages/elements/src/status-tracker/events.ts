/** What the status tracker tells the page: facts, without anything a resident wrote. */
import { isSame, type Tracked, type Tracking } from '@citydesk/core/tracking';

const shared = { bubbles: true, composed: true };

/** How a look-up ended: `found`, or why there is nothing to show. */
export type LookUpOutcome = Exclude<Tracked['look']['is'], 'looking'>;

/** A report was looked up, by a number, a link or the list on this device. Fires once per report that is shown. */
export class RequestLookedUpEvent extends Event {
  readonly outcome: LookUpOutcome;

  constructor(outcome: LookUpOutcome) {
    super('citydesk-request-looked-up', shared);
    this.outcome = outcome;
  }
}

/** A report that is shown stands otherwise than before: the hook for a city's own alerts. */
export class RequestChangedEvent extends Event {
  readonly requestId: string;
  readonly status: 'open' | 'closed';
  /** The city's own word. */
  readonly statusLabel: string;

  constructor(requestId: string, status: 'open' | 'closed', statusLabel: string) {
    super('citydesk-request-changed', shared);
    this.requestId = requestId;
    this.status = status;
    this.statusLabel = statusLabel;
  }
}

/** What a change of state means to the page. */
export function eventsFor(now: Tracking, before: Tracking): readonly Event[] {
  return now.tracked.flatMap(({ look }, at): readonly Event[] => {
    const last = before.tracked[at]?.look;
    if (look === last || look.is === 'looking') return [];
    if (!last || last.is === 'looking') return [new RequestLookedUpEvent(look.is)];
    if (look.is !== 'found' || last.is !== 'found' || isSame(look.request, last.request)) return [];
    const { serviceRequestId, status, statusLabel } = look.request;
    return [new RequestChangedEvent(serviceRequestId, status, statusLabel)];
  });
}

declare global {
  interface HTMLElementEventMap {
    'citydesk-request-looked-up': RequestLookedUpEvent;
    'citydesk-request-changed': RequestChangedEvent;
  }
}

/** Told when a resident follows a report that is there already, in place of sending another. */
export class RequestFollowedEvent extends Event {
  /** The report's number. */
  readonly requestId: string;

  constructor(requestId: string) {
    super('citydesk-request-followed', { bubbles: true, composed: true });
    this.requestId = requestId;
  }
}

declare global {
  interface HTMLElementEventMap {
    'citydesk-request-followed': RequestFollowedEvent;
  }
}

/** What the request form tells the page. Facts are past tense; questions are present tense and can be prevented. */
import type { Receipt } from '@citydesk/open311';

export { StepChangedEvent } from './step-changed-event.ts';

const shared = { bubbles: true, composed: true };

/** The report is about to be sent. `preventDefault()` leaves the sending to the page, which can read `draft`. */
export class RequestSubmitEvent extends Event {
  readonly serviceCode: string;

  constructor(serviceCode: string) {
    super('citydesk-request-submit', { ...shared, cancelable: true });
    this.serviceCode = serviceCode;
  }
}

/** The city has the report. */
export class RequestSubmittedEvent extends Event {
  readonly serviceCode: string;
  readonly requestId: string | undefined;
  readonly token: string | undefined;
  readonly notice: string | undefined;
  /** The resident only practises: no city has it. */
  readonly practice: boolean;

  constructor(serviceCode: string, { serviceRequestId, token, serviceNotice }: Receipt) {
    super('citydesk-request-submitted', shared);
    this.serviceCode = serviceCode;
    this.requestId = serviceRequestId;
    this.token = token;
    this.notice = serviceNotice;
    this.practice = /^practice-/i.test(serviceRequestId ?? '');
  }
}

/**
 * The city did not take the report (`rejected`), nor its photos (`photos-failed`), has it already (`already-filed`), it is not sent yet and goes
 * out later (`offline`), or nobody can tell yet (`unsure`). After the last two, `citydesk-request-submitted` may still come.
 */
export class RequestFailedEvent extends Event {
  readonly reason: 'rejected' | 'photos-failed' | 'already-filed' | 'offline' | 'unsure';

  constructor(reason: RequestFailedEvent['reason']) {
    super('citydesk-request-failed', shared);
    this.reason = reason;
  }
}

declare global {
  interface HTMLElementEventMap {
    'citydesk-request-submit': RequestSubmitEvent;
    'citydesk-request-submitted': RequestSubmittedEvent;
    'citydesk-request-failed': RequestFailedEvent;
  }
}

/** The first thing that the request form tells the page; the others (events.ts) come with the later screens. */
import type { Step } from '@citydesk/core/request';

/** The resident came to another step. */
export class StepChangedEvent extends Event {
  readonly step: Step;

  constructor(step: Step) {
    super('citydesk-step-changed', { bubbles: true, composed: true });
    this.step = step;
  }
}

declare global {
  interface HTMLElementEventMap {
    'citydesk-step-changed': StepChangedEvent;
  }
}

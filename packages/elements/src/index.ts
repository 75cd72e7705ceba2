/** The elements as classes: nothing is registered by importing this. */
export { CitydeskFaqPanel } from './faq-panel/faq-panel.ts';
export { FaqOutcomeEvent, type FaqOutcome } from './faq-panel/events.ts';
export { FeedbackGivenEvent } from './feedback/feedback-given-event.ts';
export { CitydeskRequestForm } from './request-form/request-form.ts';
export {
  RequestFailedEvent,
  RequestSubmitEvent,
  RequestSubmittedEvent,
  StepChangedEvent,
} from './request-form/events.ts';
export { RequestChangedEvent, RequestLookedUpEvent, type LookUpOutcome } from './status-tracker/events.ts';
export { CitydeskStatusTracker } from './status-tracker/status-tracker.ts';

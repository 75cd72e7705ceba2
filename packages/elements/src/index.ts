/** The elements as classes: nothing is registered by importing this. */
export { CitydeskCity } from './city/city.ts';
export { CitydeskCityReport } from './city-report/city-report.ts';
export { CitydeskFaqPanel } from './faq-panel/faq-panel.ts';
export { FaqOutcomeEvent, type FaqOutcome } from './faq-panel/events.ts';
export { FeedbackGivenEvent } from './feedback/feedback-given-event.ts';
export { CitydeskLauncher } from './launcher/launcher.ts';
export { CitydeskRequestForm } from './request-form/request-form.ts';
export {
  RequestFailedEvent,
  RequestSubmitEvent,
  RequestSubmittedEvent,
  StepChangedEvent,
} from './request-form/events.ts';
export { RequestFollowedEvent } from './request-form/triage/request-followed-event.ts';
export { CitydeskSnippetBuilder } from './snippet-builder/snippet-builder.ts';
export { RequestChangedEvent, RequestLookedUpEvent, type LookUpOutcome } from './status-tracker/events.ts';
export { CitydeskStatusTracker } from './status-tracker/status-tracker.ts';

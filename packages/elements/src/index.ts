/** The elements as classes: nothing is registered by importing this. */
export { CitydeskRequestForm } from './request-form/request-form.ts';
export {
  RequestFailedEvent,
  RequestSubmitEvent,
  RequestSubmittedEvent,
  StepChangedEvent,
} from './request-form/events.ts';

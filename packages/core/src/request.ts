/** The journey of a report, as pure functions. What a page needs only later is apart: `./sending`, `./going-on`, `./search`, `./send-report`. */
export {
  emptyDraft,
  type Answer,
  type Answers,
  type Contact,
  type Draft,
  type Photo,
  type PhotoFault,
  type Place,
  type PlacedBy,
  type Point,
} from './request/draft.ts';
export {
  createWritingFlow,
  type Listener,
  type RequestFlow,
  type RequestPorts,
  type SendingPart,
} from './request/flow.ts';
export { type Action, type Beginning } from './request/action.ts';
export { begin } from './request/journey.ts';
export {
  serviceOf,
  stepsOf,
  type Filling,
  type Focus,
  type Journey,
  type LocateFailure,
  type Locating,
  type Rules,
  type Sending,
  type Sent,
  type Setback,
  type Waiting,
} from './request/journey-state.ts';
export { type Loadable } from './request/loadable.ts';
export { type ContactRule, type FieldId, type Problem } from './request/problems.ts';
export { type Step } from './request/steps.ts';
export { type Danger, type Nearby, type Owner, type Stop } from './triage/stop.ts';

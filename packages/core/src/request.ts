/** The journey of a report, as pure functions. What a page needs only later is apart: `./search`, `./send-report`. */
export {
  emptyDraft,
  type Answer,
  type Answers,
  type Contact,
  type Draft,
  type Place,
  type Point,
} from './request/draft.ts';
export { fieldsFor, questionsIn, type Field, type Question } from './request/fields.ts';
export { createRequestFlow, type Listener, type RequestFlow, type RequestPorts } from './request/flow.ts';
export { advance, begin, type Action, type Beginning } from './request/journey.ts';
export {
  fieldsOf,
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
} from './request/journey-state.ts';
export { type Loadable } from './request/loadable.ts';
export {
  givenTo,
  longestDescription,
  numberIn,
  problemsIn,
  type ContactRule,
  type FieldId,
  type Problem,
} from './request/problems.ts';
export { type Step } from './request/steps.ts';

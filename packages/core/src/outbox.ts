/** What keeps a report from getting lost or filed twice: the outbox, and the draft before it. */
export { attempt, outcomeOf, type AttemptPorts } from './outbox/attempt.ts';
export { type Found, lookFor, type Wanted } from './outbox/look-for.ts';
export { memoryStore } from './outbox/memory-store.ts';
export { type Item, type Standing, type Way } from './outbox/item.ts';
export {
  type About,
  createOutbox,
  type ItemStore,
  type Outbox,
  type OutboxPorts,
  type Outcome,
} from './outbox/outbox.ts';
export { referenceLength, referenceOf, withReference } from './outbox/reference.ts';
export { faster, realTimes, type Times } from './outbox/times.ts';

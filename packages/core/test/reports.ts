/** A small city and a report in each of its phases, for tests of the journey. */
import type { Attribute, Service, ServiceDefinition } from '@citydesk/open311';
import type { Action, Beginning } from '../src/request/action.ts';
import { goOn, refused, sendIt } from '../src/request/going-on.ts';
import { advance } from '../src/request/advance.ts';
import { begin } from '../src/request/journey.ts';
import { again, handOver } from '../src/request/other-report.ts';
import type { Problem } from '../src/request/problems.ts';
import type { Owner } from '../src/triage/stop.ts';
import type { Item } from '../src/outbox/item.ts';
import { referenceOf } from '../src/outbox/reference.ts';
import type { Filling, Journey, Sending, Sent, Waiting } from '../src/request/journey-state.ts';

export const pothole: Service = {
  serviceCode: 'pothole',
  serviceName: 'Pothole in the street',
  metadata: true,
  type: 'realtime',
  keywords: [],
};

/** Asks nothing. */
export const graffiti: Service = { ...pothole, serviceCode: 'graffiti', serviceName: 'Graffiti', metadata: false };

export const services: readonly Service[] = [pothole, graffiti];

/** A question; `string`, optional and without choices unless told. */
export function attribute(code: string, more: Partial<Attribute> = {}): Attribute {
  return {
    code,
    datatype: 'string',
    required: false,
    variable: true,
    order: 1,
    description: `What is the ${code}?`,
    values: [],
    ...more,
  };
}

/** Choices whose names are their keys. */
export const choices = (...keys: readonly string[]) => keys.map((key) => ({ key, name: key }));

export const questions: ServiceDefinition = {
  serviceCode: 'pothole',
  attributes: [
    attribute('weather', { variable: false, description: 'Crews work on dry days.' }),
    attribute('size', { datatype: 'singlevaluelist', required: true, values: choices('small', 'large') }),
    attribute('holes', { datatype: 'number' }),
  ],
};

/** An action, or one that is made of the state it meets. */
export type Told =
  | Exclude<Action, { readonly type: 'again' | 'handed-over' | 'rejected' }>
  | { readonly type: 'continued' | 'send' }
  | { readonly type: 'again'; readonly keep: 'place' | 'kind' }
  | { readonly type: 'handed-over'; readonly owner?: Owner | undefined }
  | { readonly type: 'rejected'; readonly reasons: readonly string[]; readonly problems: readonly Problem[] };

/** The state after `actions`, one after the other. */
export function after(state: Journey, ...actions: readonly Told[]): Journey {
  return actions.reduce((now: Journey, action) => advance(now, made(now, action)), state);
}

/** Those that are made of a state as a view makes them. */
export function made(state: Journey, told: Told): Action {
  switch (told.type) {
    case 'continued':
      return 'problems' in told ? told : goOn(state);
    case 'send':
      return 'problems' in told ? told : sendIt(state);
    case 'rejected':
      return refused(told.reasons, told.problems);
    case 'again':
      return state.phase === 'sent' || state.phase === 'waiting'
        ? again(state, told.keep)
        : { type: 'again', next: begin() };
    case 'handed-over':
      return state.phase === 'filling' ? handOver(state, told.owner) : { type: 'handed-over', next: begin() };
    default:
      return told;
  }
}

/** On the first step, with the services there. */
export function looking(known: Beginning = {}): Filling {
  return after(begin(known), { type: 'services-loaded', services }) as Filling;
}

/** On the second step of a pothole, its questions there. */
export function placing(known: Beginning = {}): Filling {
  return after(
    looking(known),
    { type: 'chosen', serviceCode: 'pothole' },
    { type: 'definition-loaded', serviceCode: 'pothole', definition: questions },
  ) as Filling;
}

/** On the last step, with nothing left to fix. */
export function checking(known: Beginning = {}): Filling {
  return after(
    placing(known),
    { type: 'placed', words: '318 Hoffman St' },
    { type: 'edited', change: { words: 'pot hole', description: 'It is deep.' } },
    { type: 'continued' },
    { type: 'answered', code: 'size', answer: 'large' },
    { type: 'continued' },
  ) as Filling;
}

export function sending(known: Beginning = {}): Sending {
  return after(checking(known), { type: 'send' }) as Sending;
}

export function sent(known: Beginning = {}): Sent {
  return after(sending(known), { type: 'sent', receipt: { serviceRequestId: '2026-000123' } }) as Sent;
}

const reportId = '7f6d2b9c-3a51-4c0e-9d1f-2b7a64c1e003';

/** A report in the outbox that has not gone out yet, unless told. */
export function frozen(more: Partial<Item> = {}): Item {
  return {
    reportId,
    reference: referenceOf(reportId),
    way: { endpoint: 'https://city.example/open311/v2/' },
    report: { serviceCode: 'pothole', addressString: '318 Hoffman St', description: 'It is deep.' },
    serviceCode: 'pothole',
    serviceName: 'Pothole in the street',
    serviceType: 'realtime',
    place: '318 Hoffman St',
    frozenAt: 0,
    standing: { is: 'waiting' },
    attempts: 0,
    nextAt: 0,
    ...more,
  };
}

/** In the outbox. */
export function waiting(known: Beginning = {}): Waiting {
  return after(sending(known), { type: 'waiting', item: frozen(), isKept: true }) as Waiting;
}

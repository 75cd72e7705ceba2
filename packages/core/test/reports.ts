/** A small city and a report in each of its phases, for tests of the journey. */
import type { Attribute, Service, ServiceDefinition } from '@citydesk/open311';
import { advance, begin, type Action, type Beginning } from '../src/request/journey.ts';
import type { Filling, Journey, Sending, Sent } from '../src/request/journey-state.ts';

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

/** The state after `actions`, one after the other. */
export function after(state: Journey, ...actions: readonly Action[]): Journey {
  return actions.reduce(advance, state);
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

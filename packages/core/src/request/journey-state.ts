/** The states a report can be in, and what can be read off them. A wrong state cannot be written. */
import type { Receipt, Service, ServiceDefinition, ServiceRequest } from '@citydesk/open311';
import type { Item } from '../outbox/item.ts';
import type { Draft } from './draft.ts';
import type { Loadable } from './loadable.ts';
import type { ContactRule, FieldId, Problem } from './problems.ts';
import { stepsFor, type Step } from './steps.ts';
import type { Owner, Stop } from '../triage/stop.ts';

/** Asking the device where it is. Dismissed (can be asked again) is not denied (cannot). */
export type Locating = 'idle' | 'asking' | LocateFailure;
export type LocateFailure = 'dismissed' | 'denied' | 'unavailable' | 'timeout';

/** Why the report is still in the form. The city does not have it, for sure. */
export type Setback =
  | { readonly is: 'rejected'; readonly reasons: readonly string[] }
  /** The city says that it has this report already. */
  | { readonly is: 'already-filed'; readonly reasons: readonly string[] }
  /** The city does not have the report, and its photos are why: it can go again, or without them. */
  | { readonly is: 'photos-failed' }
  /** What sends and keeps it could not be fetched. */
  | { readonly is: 'offline' }
  | { readonly is: 'unknown-service' };

/** What the city's configuration says about a report. */
export interface Rules {
  readonly contact: ContactRule;
  /** IANA name of the city's time zone; the device's own when undefined. */
  readonly zone?: string | undefined;
  /** Code of the attribute in which the city keeps the report's own id. Default: the one its definition declares for it. */
  readonly idAttribute?: string | undefined;
  /** Codes of services whose reports are in no public list. */
  readonly privateServices?: readonly string[] | undefined;
}

/** Where focus belongs after a change the resident asked for. */
export type Focus = 'heading' | 'problems' | FieldId;

export interface Common {
  readonly draft: Draft;
  readonly rules: Rules;
  readonly services: Loadable<readonly Service[]>;
  readonly definition: Loadable<ServiceDefinition>;
  /** The page chose the service: the first step is left out. */
  readonly preset: boolean;
  /** Grows each time the screen changes under the resident, so that focus moves once. */
  readonly turn: number;
  readonly focus: Focus;
  /** Who else has taken this report over; the city itself when undefined. */
  readonly owner?: Owner | undefined;
  /** The city's own code of the service, while somebody else has it. */
  readonly ownCode?: string | undefined;
  /** Keys of the stops that the resident has passed. */
  readonly passed: readonly string[];
}

export interface Filling extends Common {
  readonly phase: 'filling';
  readonly step: Step;
  readonly problems: readonly Problem[];
  readonly locating: Locating;
  /** Stands in the place of the step until the resident goes on. */
  readonly stop?: Stop | undefined;
  readonly setback?: Setback | undefined;
}

export interface Sending extends Common {
  readonly phase: 'sending';
  readonly step: 'check';
  readonly slow: boolean;
  /** The resident lets the report go without its photos. */
  readonly withoutPhotos: boolean;
  /** How much of the photos has gone, from 0 to 1; `undefined` where nobody can tell. */
  readonly progress?: number | undefined;
  /** The resident has stopped the photos on their way. */
  readonly stopping?: boolean | undefined;
}

/** The report is frozen in the outbox, and the city has not said yet that it has it. */
export interface Waiting extends Common {
  readonly phase: 'waiting';
  readonly step: 'check';
  readonly item: Item;
  /** Whether it outlives this page. */
  readonly isKept: boolean;
}

export interface Sent extends Common {
  readonly phase: 'sent';
  readonly receipt: Receipt;
  /** The report as the city now shows it: who has it, by when. */
  readonly request: Loadable<ServiceRequest>;
}

export type Journey = Filling | Sending | Waiting | Sent;

/** The chosen service, once the list that names it is here. */
export function serviceOf({ services, draft }: Journey): Service | undefined {
  if (services.is !== 'ready') return undefined;
  return services.value.find((service) => service.serviceCode === draft.serviceCode);
}

/** The steps of this report, in order. */
export function stepsOf(state: Journey): readonly Step[] {
  return stepsFor({ ...state, service: serviceOf(state) });
}

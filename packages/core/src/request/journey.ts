/**
 * The report as a journey: one state, one pure function from state and action to the next state.
 * Effects (loading, locating, sending) belong to flow.ts and start where this file enters a state that asks for them.
 */
import type { Receipt, Service, ServiceDefinition, ServiceRequest } from '@citydesk/open311';
import { emptyDraft, type Answer, type Answers, type Contact, type Draft, type Place, type Point } from './draft.ts';
import { prefilled, written } from './draft-changes.ts';
import {
  fieldsOf,
  serviceOf,
  stepsOf,
  type Common,
  type Filling,
  type Focus,
  type Journey,
  type LocateFailure,
  type Rules,
  type Sending,
  type Sent,
  type Setback,
} from './journey-state.ts';
import { problemsIn, type FieldId, type Problem } from './problems.ts';
import type { Step } from './steps.ts';

export type Action =
  | { readonly type: 'ruled'; readonly rules: Rules }
  | { readonly type: 'prefilled'; readonly known: Beginning }
  | { readonly type: 'services-wanted' }
  | { readonly type: 'services-loaded'; readonly services: readonly Service[] }
  | { readonly type: 'services-failed' }
  | { readonly type: 'definition-wanted' }
  | { readonly type: 'definition-loaded'; readonly serviceCode: string; readonly definition: ServiceDefinition }
  | { readonly type: 'definition-failed'; readonly serviceCode: string }
  | { readonly type: 'edited'; readonly change: Partial<Pick<Draft, 'words' | 'description'>> }
  | { readonly type: 'placed'; readonly words: string }
  | { readonly type: 'answered'; readonly code: string; readonly answer: Answer }
  | { readonly type: 'introduced'; readonly contact: Partial<Contact> }
  | { readonly type: 'chosen'; readonly serviceCode: string; readonly description?: string | undefined }
  | { readonly type: 'continued' }
  | { readonly type: 'went'; readonly step: Step; readonly field?: FieldId | undefined }
  | { readonly type: 'locate' }
  | { readonly type: 'located'; readonly point: Point }
  | { readonly type: 'locate-failed'; readonly reason: LocateFailure }
  | { readonly type: 'unlocated' }
  | { readonly type: 'send' }
  | { readonly type: 'sending-slow' }
  | { readonly type: 'sent'; readonly receipt: Receipt }
  | { readonly type: 'not-sent'; readonly setback?: Setback | undefined }
  | { readonly type: 'rejected'; readonly reasons: readonly string[]; readonly problems: readonly Problem[] }
  | { readonly type: 'request-loaded'; readonly request: ServiceRequest }
  | { readonly type: 'request-failed' }
  | { readonly type: 'again'; readonly keep: 'place' | 'kind' };

/** What a page may know beforehand. */
export interface Beginning {
  readonly serviceCode?: string | undefined;
  readonly place?: Partial<Place> | undefined;
  readonly description?: string | undefined;
  readonly contact?: Partial<Contact> | undefined;
  readonly answers?: Answers | undefined;
  readonly rules?: Rules | undefined;
}

/** The first state. Services (and the definition, if the service is known) are wanted at once. */
export function begin(known: Beginning = {}): Filling {
  const { serviceCode, rules } = known;
  return {
    phase: 'filling',
    step: serviceCode ? 'where' : 'what',
    draft: prefilled({ ...emptyDraft, serviceCode }, known),
    rules: rules ?? { contact: 'optional' },
    services: { is: 'loading' },
    definition: { is: serviceCode ? 'loading' : 'idle' },
    preset: !!serviceCode,
    problems: [],
    locating: 'idle',
    turn: 0,
    focus: 'heading',
  };
}

/** The next state. An action that does not fit the phase changes nothing. */
export function advance(state: Journey, action: Action): Journey {
  switch (action.type) {
    case 'ruled':
      return { ...state, rules: action.rules };
    case 'prefilled':
      return presetTo(action.known.serviceCode, { ...state, draft: prefilled(state.draft, action.known) });
    case 'services-wanted':
      return { ...state, services: { is: 'loading' } };
    case 'services-loaded':
      return settled({ ...state, services: { is: 'ready', value: action.services } });
    case 'services-failed':
      return { ...state, services: { is: 'failed' } };
    case 'definition-wanted':
      return { ...state, definition: { is: 'loading' } };
    case 'definition-loaded':
      if (action.serviceCode !== state.draft.serviceCode) return state;
      return settled({ ...state, definition: { is: 'ready', value: action.definition } });
    case 'definition-failed':
      if (action.serviceCode !== state.draft.serviceCode) return state;
      return settled({ ...state, definition: { is: 'failed' } });
    case 'again':
      return state.phase === 'sent' ? another(state, action.keep) : state;
  }
  switch (state.phase) {
    case 'filling':
      return fill(state, action);
    case 'sending':
      return send(state, action);
    case 'sent':
      if (action.type === 'request-loaded') return { ...state, request: { is: 'ready', value: action.request } };
      if (action.type === 'request-failed') return { ...state, request: { is: 'failed' } };
      return state;
  }
}

function fill(state: Filling, action: Action): Journey {
  const { draft } = state;
  switch (action.type) {
    case 'chosen':
      // A link may choose what the city does not know.
      return settled(
        turned(state, {
          step: 'where',
          setback: undefined,
          draft: {
            ...draft,
            serviceCode: action.serviceCode,
            description: draft.description || (action.description ?? ''),
          },
          definition: definitionOf(state, action.serviceCode),
        }),
      );
    case 'continued': {
      if (state.step === 'questions' && state.definition.is === 'loading') return state;
      const problems = problemsIn(state.step, draft, fieldsOf(state), state.rules.contact);
      if (problems.length) return turned(state, { problems, locating: state.locating }, 'problems');
      // What the city refused is being mended; only an uncertain sending stays in sight.
      return turned(state, { step: after(state), setback: state.setback?.is === 'unsure' ? state.setback : undefined });
    }
    case 'went':
      return turned(state, { step: action.step }, action.field ?? 'heading');
    case 'locate':
      return { ...state, locating: 'asking' };
    case 'located':
      // Too late: the resident has gone on with what was there.
      if (state.locating !== 'asking') return state;
      return { ...state, locating: 'idle', draft: { ...draft, place: { ...draft.place, point: action.point } } };
    case 'locate-failed':
      if (state.locating !== 'asking') return state;
      return { ...state, locating: action.reason };
    case 'unlocated':
      return { ...state, draft: { ...draft, place: { words: draft.place.words } } };
    case 'send':
      return sendable(state);
    default:
      return rewritten(state, action);
  }
}

function send(state: Sending, action: Action): Journey {
  switch (action.type) {
    case 'sending-slow':
      return { ...state, slow: true };
    case 'sent': {
      const { receipt } = action;
      const request = { is: receipt.serviceRequestId ? 'loading' : 'idle' } as const;
      return { ...common(state), phase: 'sent', receipt, request, turn: state.turn + 1, focus: 'heading' };
    }
    case 'not-sent':
      return turned(filling(state), { setback: action.setback }, action.setback ? 'problems' : 'heading');
    case 'rejected': {
      const { problems } = action;
      const setback = { is: 'rejected', reasons: action.reasons } as const;
      const step = problems[0] ? stepOf(problems[0].field) : 'check';
      const here = problems.filter((problem) => stepOf(problem.field) === step);
      return turned(filling(state), { step, problems: here, setback }, 'problems');
    }
    default:
      return rewritten(state, action);
  }
}

/** What was typed, at any time: also while the report is on its way. */
function rewritten(state: Journey, action: Action): Journey {
  const draft = written(state.draft, action);
  return draft === state.draft ? state : { ...state, draft };
}

/** Sends only what has no problem on any step; otherwise goes to the first that has. */
function sendable(state: Filling): Journey {
  if (state.draft.serviceCode === undefined) return turned(state, { step: 'what' });
  const fields = fieldsOf(state);
  for (const step of stepsOf(state)) {
    const problems = problemsIn(step, state.draft, fields, state.rules.contact);
    if (problems.length) return turned(state, { step, problems }, 'problems');
  }
  return { ...common(state), phase: 'sending', step: 'check', slow: false };
}

/** After an answer from the city: a preset service it does not know, or questions that turn out to be none. */
function settled(state: Journey): Journey {
  if (state.phase !== 'filling') return state;
  if (state.services.is === 'ready' && state.draft.serviceCode !== undefined && !serviceOf(state)) {
    const draft = { ...state.draft, serviceCode: undefined };
    const definition = { is: 'idle' } as const;
    return turned(
      state,
      { draft, definition, preset: false, step: 'what', setback: { is: 'unknown-service' } },
      'problems',
    );
  }
  // A service without questions owes no definition: failing to get one is no failure.
  const definition: Journey['definition'] =
    state.definition.is === 'failed' && serviceOf(state)?.metadata === false ? nothingAsked : state.definition;
  const now: Filling = { ...state, definition };
  return now.step === 'questions' && !stepsOf(now).includes('questions') ? turned(now, { step: 'check' }) : now;
}

/** What is known of the questions of a service that is now chosen. */
function definitionOf(state: Journey, serviceCode: string): Journey['definition'] {
  if (state.draft.serviceCode === serviceCode && state.definition.is !== 'failed') return state.definition;
  const services = state.services.is === 'ready' ? state.services.value : [];
  const service = services.find((one) => one.serviceCode === serviceCode);
  return service?.metadata === false ? nothingAsked : { is: 'loading' };
}

const nothingAsked: Journey['definition'] = { is: 'ready', value: { serviceCode: '', attributes: [] } };

/** A service that the page names late, in its city file, counts only while the resident has done nothing yet. */
function presetTo(serviceCode: string | undefined, state: Journey): Journey {
  const { draft, turn } = state;
  const untouched = state.phase === 'filling' && !turn && !draft.words && draft.serviceCode === undefined;
  if (!serviceCode || !untouched) return state;
  const definition = definitionOf(state, serviceCode);
  return settled({ ...state, step: 'where', preset: true, draft: { ...draft, serviceCode }, definition });
}

/** A new report that keeps what would only be typed again. */
function another(state: Sent, keep: 'place' | 'kind'): Filling {
  const { draft, rules, services, preset } = state;
  const fresh = begin({
    serviceCode: keep === 'kind' || preset ? draft.serviceCode : undefined,
    place: keep === 'place' ? draft.place : undefined,
    contact: draft.contact,
    rules,
  });
  const definition = fresh.draft.serviceCode ? state.definition : fresh.definition;
  return { ...fresh, services, definition, preset, turn: state.turn + 1 };
}

function after(state: Filling): Step {
  const steps = stepsOf(state);
  return steps[steps.indexOf(state.step) + 1] ?? 'check';
}

/** The step on which a field is asked. */
function stepOf(field: FieldId): Step {
  if (field.startsWith('answer:')) return 'questions';
  return field === 'place' || field === 'description' ? 'where' : field === 'words' ? 'what' : 'check';
}

/** The screen changes under the resident: old problems go, focus moves. */
function turned(state: Filling, change: Partial<Filling>, focus: Focus = 'heading'): Filling {
  return { ...state, problems: [], locating: 'idle', ...change, focus, turn: state.turn + 1 };
}

function filling(state: Sending): Filling {
  return { ...common(state), phase: 'filling', step: 'check', problems: [], locating: 'idle' };
}

function common({ draft, rules, services, definition, preset, turn, focus }: Journey): Common {
  return { draft, rules, services, definition, preset, turn, focus };
}

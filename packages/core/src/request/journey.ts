/**
 * The report as a journey, while it is written: one state, one pure function from state and action to the next state. From the moment it is sent, the
 * rest is in after-sending.ts, so that a page may fetch that with the screen that sends.
 * Effects (loading, locating, sending) belong to flow.ts and start where this file enters a state that asks for them.
 */
import type { Action, Beginning } from './action.ts';
import { emptyDraft } from './draft.ts';
import { prefilled, written } from './draft-changes.ts';
import { serviceOf, stepsOf, type Common, type Filling, type Focus, type Journey } from './journey-state.ts';
import type { Step } from './steps.ts';

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
    passed: [],
  };
}

/** What becomes of a report from the moment it is sent: the states that are not `filling`, and the action that leads to them. */
export type Onward = (state: Journey, action: Action) => Journey;

/** The next state. An action that does not fit the phase changes nothing. Without `onward`, nothing is sent. */
export function advanceWriting(state: Journey, action: Action, onward: Onward = rewritten): Journey {
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
      return state.phase === 'sent' || state.phase === 'waiting' ? action.next : state;
  }
  return state.phase === 'filling' && action.type !== 'send' ? fill(state, action) : onward(state, action);
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
      const { problems } = action;
      if (problems.length) return turned(state, { problems, locating: state.locating }, 'problems');
      // What the city refused is being mended.
      return turned(state, { step: after(state), setback: undefined });
    }
    case 'went':
      return turned(state, { step: action.step }, action.field ?? 'heading');
    case 'locate':
      return { ...state, locating: 'asking' };
    case 'located':
      // Too late: the resident has gone on with what was there.
      if (state.locating !== 'asking') return state;
      return { ...state, locating: 'idle', draft: { ...draft, place: action.place } };
    case 'locate-failed':
      if (state.locating !== 'asking') return state;
      return { ...state, locating: action.reason };
    case 'unlocated':
      return { ...state, draft: { ...draft, place: { words: draft.place.words } } };
    case 'stopped':
      return state.passed.includes(action.stop.key) ? state : turned(state, { stop: action.stop });
    case 'passed':
      return state.stop ? turned(state, { passed: [...state.passed, state.stop.key] }) : state;
    case 'handed-over':
    case 'resumed':
      return settled(action.next);
    default:
      return rewritten(state, action);
  }
}

/** What was typed, at any time: also while the report is on its way. */
export function rewritten(state: Journey, action: Action): Journey {
  const draft = written(state.draft, action);
  return draft === state.draft ? state : { ...state, draft };
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
  return now.step === 'questions' && !stepsOf(now).includes('questions')
    ? turned(now, { step: 'check', stop: now.stop })
    : now;
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

function after(state: Filling): Step {
  const steps = stepsOf(state);
  return steps[steps.indexOf(state.step) + 1] ?? 'check';
}

/** The screen changes under the resident: old problems go, focus moves. */
export function turned(state: Filling, change: Partial<Filling>, focus: Focus = 'heading'): Filling {
  return { ...state, problems: [], locating: 'idle', stop: undefined, ...change, focus, turn: state.turn + 1 };
}

export function common(state: Journey): Common {
  const { draft, rules, services, definition, preset, turn, focus, owner, ownCode, passed } = state;
  return { draft, rules, services, definition, preset, turn, focus, owner, ownCode, passed };
}

/** The reports a tracker shows, as one state and one pure function from state and action to the next state. */
import type { ServiceRequest } from '@citydesk/open311';
import type { Reference } from './references.ts';

/** How a report was last seen, and when. */
export interface Seen {
  readonly request: ServiceRequest;
  readonly at: Date;
}

/** What came of looking for one report. */
export type Look =
  | { readonly is: 'looking' }
  | { readonly is: 'unnumbered' }
  /** `failing`: the last look brought no answer, so it may stand otherwise by now. */
  | ({ readonly is: 'found'; readonly failing: boolean } & Seen)
  /** Not known to the city, shown no longer (410, or it was here before), or not shown to the public (401, 403). */
  | { readonly is: 'missing' | 'gone' | 'private' }
  /** The city does not answer, and nothing is known from before. */
  | { readonly is: 'down' };

export interface Tracked extends Reference {
  readonly look: Look;
  /** What it was followed by before it had its number. */
  readonly token?: string;
  /** How it stood at the last visit, where the device keeps it. */
  readonly before?: Seen | undefined;
}

export interface Tracking {
  readonly tracked: readonly Tracked[];
  /** When the city last answered. */
  readonly checkedAt?: Date | undefined;
  readonly unchanged: number;
  readonly failures: number;
  readonly retryAfter?: number | undefined;
}

export type TrackingAction =
  | { readonly type: 'followed'; readonly references: readonly (Reference & { readonly before?: Seen | undefined })[] }
  | { readonly type: 'returned' }
  | { readonly type: 'remembered'; readonly reference: string; readonly before: Seen }
  | { readonly type: 'numbered'; readonly token: string; readonly reference: string }
  | { readonly type: 'unnumbered'; readonly reference: string; readonly at: Date }
  | { readonly type: 'found'; readonly reference: string; readonly request: ServiceRequest; readonly at: Date }
  | {
      readonly type: 'refused';
      readonly reference: string;
      readonly why: 'missing' | 'gone' | 'private';
      readonly at: Date;
    }
  | { readonly type: 'failed'; readonly references: readonly string[]; readonly retryAfter?: number | undefined };

export const startTracking: Tracking = { tracked: [], unchanged: 0, failures: 0 };

/** The next state; the same one where nothing can be seen to change. */
export function track(state: Tracking, action: TrackingAction): Tracking {
  switch (action.type) {
    case 'followed':
      return { ...startTracking, tracked: action.references.map((one) => follow(state, one)) };
    case 'returned':
      return { ...state, unchanged: 0 };
    case 'remembered':
      return {
        ...state,
        tracked: state.tracked.map((one) =>
          one.reference === action.reference ? remembered(one, action.before) : one,
        ),
      };
    case 'numbered':
      return renamed(state, action.token, action.reference);
    case 'unnumbered':
      return answered(state, action.reference, action.at, { is: 'unnumbered' });
    case 'found':
      return answered(state, action.reference, action.at, {
        is: 'found',
        request: action.request,
        at: action.at,
        failing: false,
      });
    case 'refused': {
      const known = state.tracked.find(({ reference }) => reference === action.reference)?.look.is === 'found';
      const why = known && action.why === 'missing' ? 'gone' : action.why;
      return answered(state, action.reference, action.at, { is: why });
    }
    case 'failed':
      return {
        ...state,
        failures: state.failures + 1,
        retryAfter: action.retryAfter,
        tracked: state.tracked.map((one) => (action.references.includes(one.reference) ? unanswered(one) : one)),
      };
  }
}

/** The device may be read after the city has answered, or failed to. */
function remembered(one: Tracked, before: Seen): Tracked {
  if (one.before) return one;
  return one.look.is === 'down' ? unanswered({ ...one, before, look: { is: 'looking' } }) : { ...one, before };
}

/** A report that is shown already keeps what is known of it. */
function follow(state: Tracking, wanted: Reference & { readonly before?: Seen | undefined }): Tracked {
  const shown = state.tracked.find(({ reference }) => reference === wanted.reference);
  return shown ?? { ...wanted, look: { is: 'looking' } };
}

function renamed(state: Tracking, token: string, reference: string): Tracking {
  return {
    ...state,
    tracked: state.tracked.map((one) => (one.reference === token ? { ...one, reference, isToken: false, token } : one)),
  };
}

function answered(state: Tracking, reference: string, at: Date, look: Look): Tracking {
  const before = state.tracked.find((one) => one.reference === reference)?.look;
  if (!before) return state;
  const same =
    before.is === 'found' && look.is === 'found' ? isSame(before.request, look.request) : before.is === look.is;
  return {
    ...state,
    checkedAt: at,
    failures: 0,
    retryAfter: undefined,
    unchanged: same ? state.unchanged + 1 : 0,
    tracked: state.tracked.map((one) => (one.reference === reference ? { ...one, look } : one)),
  };
}

/** Whether two answers tell the same of a report. */
export function isSame(one: ServiceRequest, other: ServiceRequest): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The last known state stands on, marked; from the last visit if this one has none. */
function unanswered(one: Tracked): Tracked {
  const { look, before } = one;
  if (look.is === 'found') return { ...one, look: { ...look, failing: true } };
  if (before && look.is === 'looking') return { ...one, look: { is: 'found', ...before, failing: true } };
  return look.is === 'looking' ? { ...one, look: { is: 'down' } } : one;
}

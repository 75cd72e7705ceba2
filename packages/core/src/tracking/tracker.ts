/**
 * Looks at the followed reports: at once, again while the page is in view, and never while it is hidden.
 * Knows ports, never globals, so that it runs the same in a page, in Node and in a test.
 */
import type { Open311Error } from '@citydesk/open311';
import { lookUp, type LookUpClient } from './look-up.ts';
import type { Reference } from './references.ts';
import { refreshAfter } from './refresh-timing.ts';
import { startTracking, track, type Seen, type Tracked, type Tracking, type TrackingAction } from './tracking.ts';

/** What the tracker needs from outside. */
export interface TrackerPorts {
  /** Gives the client; asked each time, so that it may load late. */
  client(): Promise<LookUpClient>;
  now(): Date;
  /** From 0 to below 1. */
  random(): number;
  /** Runs once after `milliseconds`; gives the function that calls it off. */
  after(milliseconds: number, run: () => void): () => void;
}

export interface Tracker {
  readonly state: Tracking;
  /** Shows these reports and looks for them, in place of those before. */
  follow(references: readonly (Reference & { readonly before?: Seen | undefined })[]): void;
  /** How a followed report stood at the last visit, learned late. */
  remember(reference: string, before: Seen): void;
  /** The page is in view, or is not. Called again when it gets the focus. Looks at once, unless it was looked just now. */
  visible(inView: boolean): void;
  /** Looks now, if no look is on its way. Where the city asked to be left alone, that counts as a look that failed. */
  look(): void;
  /** Gives the function that ends the subscription. Called after each change, with the state before it. */
  subscribe(listener: (state: Tracking, before: Tracking) => void): () => void;
  /** Ends the looking; `visible(true)` goes on. */
  stop(): void;
}

/** Milliseconds. Who switches between two pages does not ask the city each time. */
const justNow = 2000;
const day = 86_400_000;

export function createTracker(ports: TrackerPorts): Tracker {
  const listeners = new Set<(state: Tracking, before: Tracking) => void>();
  let state = startTracking;
  let inView = true;
  let looking: AbortController | undefined;
  let callOff = () => {};
  /** Not before this moment, in milliseconds: what the city asked for. */
  let leftAloneUntil = 0;
  let lastLook = -Infinity;

  function dispatch(action: TrackingAction): void {
    const before = state;
    state = track(before, action);
    if (state !== before) for (const listener of listeners) listener(state, before);
  }

  /** Waits for the next look, if there is anything to look for. */
  function schedule(): void {
    callOff();
    if (!inView || !state.tracked.length) return;
    const { unchanged, failures, retryAfter } = state;
    const unnumbered = state.tracked.some(({ look: { is } }) => is === 'unnumbered');
    callOff = ports.after(refreshAfter({ unchanged, failures, retryAfter, unnumbered }, ports.random()), look);
  }

  function look(): void {
    if (looking || !inView || !state.tracked.length) return;
    const wait = leftAloneUntil - +ports.now();
    if (wait > 0) {
      fail(state.tracked, wait);
      return schedule();
    }
    callOff();
    lastLook = +ports.now();
    looking = new AbortController();
    const { signal } = looking;
    void lookAt(state.tracked, signal).finally(() => {
      if (signal.aborted) return;
      looking = undefined;
      schedule();
    });
  }

  async function lookAt(tracked: readonly Tracked[], signal: AbortSignal): Promise<void> {
    try {
      const told = await lookUp(await ports.client(), tracked, ports.now, signal);
      if (!signal.aborted) told.forEach(dispatch);
    } catch (error) {
      if (signal.aborted) return;
      const { retryAfter } = error as Partial<Open311Error>;
      leftAloneUntil = +ports.now() + Math.min(retryAfter ?? 0, day);
      fail(tracked, retryAfter);
    }
  }

  function fail(tracked: readonly Tracked[], retryAfter: number | undefined): void {
    dispatch({ type: 'failed', references: tracked.map(({ reference }) => reference), retryAfter });
  }

  return {
    get state() {
      return state;
    },
    follow(references) {
      looking?.abort();
      looking = undefined;
      dispatch({ type: 'followed', references });
      look();
    },
    remember: (reference, before) => dispatch({ type: 'remembered', reference, before }),
    visible(now) {
      const came = now && !inView;
      inView = now;
      if (!now) return callOff();
      dispatch({ type: 'returned' });
      if (+ports.now() - lastLook > justNow && +ports.now() >= leftAloneUntil) look();
      else if (came) schedule();
    },
    look,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      // What was not answered is asked again at once.
      if (looking) lastLook = -Infinity;
      looking?.abort();
      looking = undefined;
      callOff();
      inView = false;
    },
  };
}

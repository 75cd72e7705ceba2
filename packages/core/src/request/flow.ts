/**
 * Runs the journey: holds the state, and starts an effect when a state that asks for one is entered. What sends is apart: sending-part.ts.
 * Knows ports, never globals, so that it runs the same in a page, in Node and in a test.
 */
import type { Client } from '@citydesk/open311';
import type { Action } from './action.ts';
import { advanceWriting, type Onward } from './journey.ts';
import type { Journey, LocateFailure, Sending } from './journey-state.ts';
import type { Place } from './draft.ts';
import type { Owner } from '../triage/stop.ts';

/** What the flow needs from outside. */
export interface RequestPorts {
  /** Gives the client of the city, or of who has taken the report over; asked each time, so that it may load late. */
  client(owner: Owner | undefined): Promise<Pick<Client, 'services' | 'serviceDefinition' | 'request'>>;
  /**
   * The place now that the device has said where it is: `pointed` of `./place` on what `place` gives by then.
   * Rejects with a `LocateFailure` as the error's `cause`.
   */
  locate(place: () => Place, signal: AbortSignal): Promise<Place>;
  /** Sends the report once: `sendReport`, or a page's own way. Gives `sent`, `rejected`, `not-sent` or `waiting`. Aborted when the resident stops the photos. */
  send(state: Sending, signal: AbortSignal): Promise<Action>;
  /** Resolves after `milliseconds`. */
  wait(milliseconds: number): Promise<void>;
}

/** Called after each change, with the state before it. */
export type Listener = (state: Journey, before: Journey) => void;

export interface RequestFlow {
  readonly state: Journey;
  dispatch(action: Action): void;
  /** Gives the function that ends the subscription. */
  subscribe(listener: Listener): () => void;
  /** Starts what the state is waiting for, first or again. */
  start(): void;
  /** Stops reading. A report on its way is not called back: it may have arrived. */
  stop(): void;
}

/** What a report needs from the moment it is sent. */
export interface SendingPart {
  readonly advance: Onward;
  /** Gives what starts the effects of a state that was just entered; without `before`, of the one that the flow starts in again. */
  effects(flow: Effects): (state: Journey, before?: Journey) => void;
}

/** What effects are given. */
export interface Effects {
  readonly ports: RequestPorts;
  dispatch(action: Action): void;
  /** Dispatches what `read` gives, unless it came too late to matter. */
  load<T>(read: (signal: AbortSignal) => Promise<T>, done: (value: T) => Action, failed: Action): Promise<void>;
}

/** A flow that begins in `state`. `sending` gives what sends, once it is here: a page may fetch it with the screen that does. */
export function createWritingFlow(
  ports: RequestPorts,
  state: Journey,
  sending: () => SendingPart | undefined,
): RequestFlow {
  const listeners = new Set<Listener>();
  let reading = new AbortController();
  reading.abort();
  let effects: ReturnType<SendingPart['effects']> | undefined;

  function dispatch(action: Action): void {
    const before = state;
    const part = sending();
    state = advanceWriting(before, action, part?.advance);
    if (state === before) return;
    effects ??= part?.effects({ ports, dispatch, load });
    run(before);
    for (const listener of listeners) listener(state, before);
  }

  /** Starts the effect of each part of the state that has just begun to wait. */
  function run(before?: Journey): void {
    effects?.(state, before);
    const { signal } = reading;
    if (signal.aborted) return;
    if (state.services.is === 'loading' && state.services !== before?.services) void loadServices();
    if (state.definition.is === 'loading' && state.definition !== before?.definition) void loadDefinition();
    const asking = state.phase === 'filling' && state.locating === 'asking';
    if (asking && !(before?.phase === 'filling' && before.locating === 'asking')) void locate(signal);
  }

  /** Dispatches what `read` gives, unless it came too late to matter. */
  async function load<T>(read: (signal: AbortSignal) => Promise<T>, done: (value: T) => Action, failed: Action) {
    const { owner } = state;
    const { signal } = reading;
    if (signal.aborted) return;
    const action = await read(signal).then(done, () => failed);
    if (!signal.aborted && state.owner === owner) dispatch(action);
  }

  async function loadServices(): Promise<void> {
    const read = async (signal: AbortSignal) => (await ports.client(state.owner)).services({ signal });
    await load(read, (services) => ({ type: 'services-loaded', services }), { type: 'services-failed' });
  }

  async function loadDefinition(): Promise<void> {
    const serviceCode = state.draft.serviceCode ?? '';
    const read = async (signal: AbortSignal) =>
      (await ports.client(state.owner)).serviceDefinition(serviceCode, { signal });
    const failed = { type: 'definition-failed', serviceCode } as const;
    await load(read, (definition) => ({ type: 'definition-loaded', serviceCode, definition }), failed);
  }

  async function locate(signal: AbortSignal): Promise<void> {
    try {
      const place = await ports.locate(() => state.draft.place, signal);
      if (!signal.aborted) dispatch({ type: 'located', place });
    } catch (error) {
      const reason = (error as { cause?: LocateFailure }).cause ?? 'unavailable';
      if (!signal.aborted) dispatch({ type: 'locate-failed', reason });
    }
  }

  return {
    get state() {
      return state;
    },
    dispatch,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      if (!reading.signal.aborted) return;
      reading = new AbortController();
      run();
    },
    stop: () => reading.abort(),
  };
}

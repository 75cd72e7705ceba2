/**
 * Runs the journey: holds the state, and starts an effect when a state that asks for one is entered.
 * Knows ports, never globals, so that it runs the same in a page, in Node and in a test.
 */
import type { Client, Receipt, ServiceRequest } from '@citydesk/open311';
import type { Action } from './action.ts';
import { advance } from './journey.ts';
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

/** After this many milliseconds of sending, the resident is told that it takes long. */
const slowAfter = 8000;

/** A flow that begins in `state`. */
export function createRequestFlow(ports: RequestPorts, state: Journey): RequestFlow {
  const listeners = new Set<Listener>();
  let reading = new AbortController();
  reading.abort();
  let stopping = new AbortController();

  function dispatch(action: Action): void {
    const before = state;
    state = advance(before, action);
    if (state === before) return;
    run(before);
    for (const listener of listeners) listener(state, before);
  }

  /** Starts the effect of each part of the state that has just begun to wait. */
  function run(before?: Journey): void {
    const { signal } = reading;
    // Not on a start: a report that is on its way is not sent again.
    if (before && state.phase === 'sending' && before.phase !== 'sending') void send(state);
    if (state.phase === 'sending' && state.stopping) stopping.abort();
    if (signal.aborted) return;
    if (state.services.is === 'loading' && state.services !== before?.services) void loadServices(signal);
    if (state.definition.is === 'loading' && state.definition !== before?.definition) void loadDefinition(signal);
    const asking = state.phase === 'filling' && state.locating === 'asking';
    if (asking && !(before?.phase === 'filling' && before.locating === 'asking')) void locate(signal);
    if (state.phase === 'sent' && state.request.is === 'loading' && before?.phase !== 'sent') {
      void loadRequest(state.receipt, signal);
    }
  }

  /** Dispatches what `read` gives, unless it came too late to matter. */
  async function load<T>(signal: AbortSignal, read: () => Promise<T>, done: (value: T) => Action, failed: Action) {
    const { owner } = state;
    const action = await read().then(done, () => failed);
    if (!signal.aborted && state.owner === owner) dispatch(action);
  }

  async function loadServices(signal: AbortSignal): Promise<void> {
    const read = async () => (await ports.client(state.owner)).services({ signal });
    await load(signal, read, (services) => ({ type: 'services-loaded', services }), { type: 'services-failed' });
  }

  async function loadDefinition(signal: AbortSignal): Promise<void> {
    const serviceCode = state.draft.serviceCode ?? '';
    const read = async () => (await ports.client(state.owner)).serviceDefinition(serviceCode, { signal });
    const failed = { type: 'definition-failed', serviceCode } as const;
    await load(signal, read, (definition) => ({ type: 'definition-loaded', serviceCode, definition }), failed);
  }

  async function loadRequest({ serviceRequestId = '' }: Receipt, signal: AbortSignal): Promise<void> {
    const read = async () => (await ports.client(state.owner)).request(serviceRequestId, { signal });
    const done = (request: ServiceRequest) => ({ type: 'request-loaded', request }) as const;
    await load(signal, read, done, { type: 'request-failed' });
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

  async function send(sending: Sending): Promise<void> {
    let over = false;
    stopping = new AbortController();
    void ports.wait(slowAfter).then(() => over || dispatch({ type: 'sending-slow' }));
    const outcome = await ports.send(sending, stopping.signal).catch(() => notSent);
    over = true;
    dispatch(outcome);
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

/** The way of sending itself could not be had: nothing has left the device. */
const notSent: Action = { type: 'not-sent', setback: { is: 'offline' } };

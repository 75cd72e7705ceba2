/** A flow without a page, against a sandbox city over HTTP: what a script or a view of one's own would do. */
import type { TestContext } from 'node:test';
import { createClient, type Client } from '@citydesk/open311';
import { serveCity, type City, type ServeOptions } from '@citydesk/sandbox';
import type { RequestFlow, RequestPorts } from '../src/request/flow.ts';
import { createRequestFlow } from '../src/request/request-flow.ts';
import { attempt } from '../src/outbox/attempt.ts';
import { lookFor } from '../src/outbox/look-for.ts';
import { memoryStore } from '../src/outbox/memory-store.ts';
import { createOutbox, type Outbox } from '../src/outbox/outbox.ts';
import { faster, realTimes } from '../src/outbox/times.ts';
import type { Beginning } from '../src/request/action.ts';
import { goOn } from '../src/request/going-on.ts';
import { begin } from '../src/request/journey.ts';
import type { Filling, Journey } from '../src/request/journey-state.ts';
import { actionFor, sendReport, type SendPorts } from '../src/request/send-report.ts';

export interface Headless {
  readonly flow: RequestFlow;
  readonly city: City;
  readonly outbox: Outbox;
  /** Every state there was, in order. */
  readonly seen: readonly Journey[];
  /** Resolves when `look` finds what it looks for. */
  until<T>(what: string, look: (state: Journey) => T | undefined | false): Promise<T>;
}

/** Starts a city and a flow to it; both end with the test. */
export async function headless(
  test: TestContext,
  {
    known,
    serve,
    ...ports
  }: Partial<RequestPorts & SendPorts> & {
    readonly known?: Beginning;
    readonly serve?: ServeOptions;
    /** Instead of the city's client. */
    readonly submitRequest?: Client['submitRequest'];
    readonly online?: () => boolean;
  } = {},
): Promise<Headless> {
  const { city, url, close } = await serveCity({ port: 0, ...serve });
  const endpoint = `${url}open311/v2/`;
  const client = createClient({ endpoint });
  const { submitRequest = client.submitRequest, online = () => true } = ports;
  const outbox = createOutbox({
    store: memoryStore(),
    send: (item, begun) => attempt(item, begun, { client: async () => ({ ...client, relay: false, submitRequest }) }),
    look: (item) => lookFor(client, item),
    alone: (work) => work(),
    online,
    now: Date.now,
    random: Math.random,
    after(milliseconds, work) {
      const timer = setTimeout(work, milliseconds);
      return () => clearTimeout(timer);
    },
    newId: () => crypto.randomUUID(),
    times: faster(realTimes, 200),
  });
  const sendPorts: SendPorts = {
    maySend: () => true,
    submit: (report, about) => outbox.submit(report, { ...about, way: { endpoint } }),
    isKept: () => false,
    ...ports,
  };
  const flow = createRequestFlow(
    {
      client: async () => client,
      locate: () => Promise.reject(new Error('No location', { cause: 'unavailable' })),
      send: (state) => sendReport(sendPorts, state),
      wait: () => new Promise(() => {}),
      ...ports,
    },
    begin(known),
  );
  const seen: Journey[] = [flow.state];
  flow.subscribe((state) => seen.push(state));
  outbox.subscribe((item) => {
    const { state } = flow;
    if (item && state.phase === 'waiting') void actionFor(item, state, false).then((action) => flow.dispatch(action));
  });
  test.after(async () => {
    flow.stop();
    outbox.stop();
    await close();
  });
  flow.start();
  return { flow, city, outbox, seen, until: (what, look) => until(flow, what, look) };
}

function until<T>(flow: RequestFlow, what: string, look: (state: Journey) => T | undefined | false): Promise<T> {
  return new Promise((resolve, reject) => {
    const tooLong = setTimeout(() => reject(new Error(`Waited for ${what}, it is ${told(flow.state)}`)), 8000);
    const check = () => {
      const found = look(flow.state);
      if (found === undefined || found === false) return;
      clearTimeout(tooLong);
      leave();
      resolve(found);
    };
    const leave = flow.subscribe(check);
    check();
  });
}

const told = ({ phase, services, definition }: Journey) =>
  `${phase}, services ${services.is}, definition ${definition.is}`;

/** Fills a graffiti report (no questions) up to the last step. */
export async function toLastStep({ flow, until }: Headless): Promise<Filling> {
  await until('the services', ({ services }) => services.is === 'ready');
  flow.dispatch({ type: 'chosen', serviceCode: 'graffiti' });
  flow.dispatch({ type: 'placed', words: '318 Hoffman St' });
  flow.dispatch(goOn(flow.state));
  return until('the last step', (state) => state.phase === 'filling' && state.step === 'check' && state);
}

/** What a flow needs from the moment a report is sent: sending it once, and reading it back. */
import type { Receipt, ServiceRequest } from '@citydesk/open311';
import type { Action } from './action.ts';
import { advanceSent } from './after-sending.ts';
import type { Effects, SendingPart } from './flow.ts';
import type { Journey, Sending } from './journey-state.ts';

/** After this many milliseconds of sending, the resident is told that it takes long. */
const slowAfter = 8000;

export const sendingPart: SendingPart = { advance: advanceSent, effects };

function effects({ ports, dispatch, load }: Effects): (state: Journey, before?: Journey) => void {
  let stopping = new AbortController();

  async function loadRequest({ owner }: Journey, { serviceRequestId = '' }: Receipt): Promise<void> {
    const read = async (signal: AbortSignal) => (await ports.client(owner)).request(serviceRequestId, { signal });
    const done = (request: ServiceRequest) => ({ type: 'request-loaded', request }) as const;
    await load(read, done, { type: 'request-failed' });
  }

  async function send(sending: Sending): Promise<void> {
    let over = false;
    stopping = new AbortController();
    void ports.wait(slowAfter).then(() => over || dispatch({ type: 'sending-slow' }));
    const outcome = await ports.send(sending, stopping.signal).catch(() => notSent);
    over = true;
    dispatch(outcome);
  }

  return (state, before) => {
    // Not on a start: a report that is on its way is not sent again.
    if (before && state.phase === 'sending' && before.phase !== 'sending') void send(state);
    if (state.phase === 'sending' && state.stopping) stopping.abort();
    if (state.phase === 'sent' && state.request.is === 'loading' && before?.phase !== 'sent') {
      void loadRequest(state, state.receipt);
    }
  };
}

/** The way of sending itself could not be had: nothing has left the device. */
const notSent: Action = { type: 'not-sent', setback: { is: 'offline' } };

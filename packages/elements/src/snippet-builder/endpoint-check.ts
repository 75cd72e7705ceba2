/** Asks a city what a page of residents would ask: its services first, then the doctor, step by step. Fetched when an editor presses Check. */
import { createClient, type Service } from '@citydesk/open311';
import { check, type Check } from '@citydesk/open311/check';
import { endsTheCheck } from './diagnosis.ts';

/** How far the check has come. */
export interface Examined {
  readonly services: readonly Service[];
  /** The endpoint is a Citydesk relay. */
  readonly isRelay: boolean;
  readonly checks: readonly Check[];
  readonly isDone: boolean;
}

export interface Asked {
  readonly endpoint: string;
  readonly jurisdictionId: string | undefined;
}

/** Tells how it stands whenever more is known, and lastly with `isDone`. It only reads; nothing is sent. */
export async function checkEndpoint(asked: Asked, signal: AbortSignal, tell: (now: Examined) => void): Promise<void> {
  let now: Examined = { services: [], isRelay: false, checks: [], isDone: false };
  const say = (more: Partial<Examined>) => {
    if (!signal.aborted) tell((now = { ...now, ...more }));
  };
  const hearing: typeof fetch = async (...request) => {
    const answer = await fetch(...request);
    if (answer.headers.get('Citydesk-Relay') === '1') now = { ...now, isRelay: true };
    return answer;
  };
  const client = createClient({ ...asked, fetch: hearing });
  // What keeps the services from coming is for the doctor to say.
  const services = await client.services({ signal }).catch(() => []);
  say({ services });
  const enough = new AbortController();
  // By hand: AbortSignal.any is younger than our oldest browsers.
  signal.addEventListener('abort', () => enough.abort());
  try {
    await check({
      ...asked,
      signal: enough.signal,
      onCheck: (one) => {
        say({ checks: [...now.checks, one] });
        if (endsTheCheck(one)) enough.abort();
      },
    });
  } catch (error) {
    if (signal.aborted) return;
    if (!enough.signal.aborted) console.error('citydesk: the endpoint could not be looked at.', error);
  }
  say({ isDone: true });
}

/** The relay as a worker that keeps its keys in memory: what runs in workerd, without a module of Node. */

import {
  configFrom,
  createRelay,
  fasterRelayTimes,
  memoryKeys,
  realRelayTimes,
  relaySite,
  type Relay,
} from '../src/index.ts';

interface Env {
  readonly CONFIG: string;
  readonly API_KEY: string;
  readonly SECRET: string;
}

let relay: Relay | undefined;

function relayFor({ CONFIG, API_KEY: apiKey, SECRET: secret }: Env): Relay {
  const config = configFrom(JSON.parse(CONFIG));
  const keys = memoryKeys({ times: fasterRelayTimes(realRelayTimes, config.faster) });
  return createRelay({ config, apiKey, secret, keys, site: relaySite({ secret }) });
}

export default {
  fetch(request: Request, env: Env): Promise<Response> {
    relay ??= relayFor(env);
    return relay.fetch(request, { ip: request.headers.get('CF-Connecting-IP') ?? undefined });
  },
};

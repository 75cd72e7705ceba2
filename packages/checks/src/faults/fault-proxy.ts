// Stands between two machines and does to their calls what a fault says, to the byte. Without a fault it passes everything on.

import { Agent, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { befalls, bodyOf, delivered, halfDelivered, passOn, type Upstream } from './exchange.ts';
import type { Fault } from './fault.ts';
import { misbehave, type Misbehaving } from './misbehave.ts';
import { Tokens } from './tokens.ts';

/** What a proxy does from now on. */
export interface Armed {
  readonly fault: Fault;
  /** How often at most. */
  readonly times: number;
  /** Called each time at the cut: what the city has now is what it had then. */
  readonly atCut?: () => void;
}

/** Lets a call be held at a place, until the promise resolves. Where it resolves with `false`, the call is cut there. */
export type Gate = (
  place: 'arrived' | 'half' | 'answered' | 'passed',
  call: IncomingMessage,
) => Promise<boolean | void>;

export interface FaultProxy {
  readonly port: number;
  /** In place of what was armed before. Calls that are under a fault stay under it. */
  arm(armed: Armed): void;
  /** Nothing happens any more. Gives when the last fault ended: milliseconds since 1970, 0 where nothing was armed. */
  heal(): number;
  /** How often the armed fault has happened, also after it was healed. */
  readonly fired: number;
  /** When the fault last let go of a call; now, while it has one. */
  readonly ended: number;
  /** Reports that came here so far, whatever became of them. */
  readonly posts: number;
  /** Bytes of made-up answers that went out since `arm`. */
  readonly sent: number;
  /** Where reports are held; `undefined` for nowhere. */
  gate: Gate | undefined;
  /** Stops listening: whoever calls is refused. */
  shut(): Promise<void>;
  /** Listens again, on the same port. */
  open(): Promise<void>;
  close(): Promise<void>;
}

export interface FaultProxyOptions {
  /** Port of the other side. */
  readonly to: number;
  /** Port of what answers all paths but the API's. */
  readonly pages?: number;
  /** How many times faster than real life. */
  readonly scale: number;
  /**
   * Whether connections are kept for the next call. Over a kept one that breaks before the answer, browsers send the request again by themselves,
   * and no page can keep them from it.
   */
  readonly keepsAlive?: boolean;
}

export async function openFaultProxy({
  to,
  pages = to,
  scale,
  keepsAlive = true,
}: FaultProxyOptions): Promise<FaultProxy> {
  const agent = new Agent({ keepAlive: false, maxSockets: Infinity });
  const api: Upstream = { port: to, agent };
  const site: Upstream = { port: pages, agent };
  const sockets = new Set<Socket>();
  const timers = new Set<NodeJS.Timeout>();
  let armed: Armed | undefined;
  let state = fresh();
  let gate: Gate | undefined;
  let posts = 0;

  const server = createServer((incoming, outgoing) => void handle(incoming, outgoing));
  server.keepAliveTimeout = 20_000;
  if (!keepsAlive) server.maxRequestsPerSocket = 1;
  server.on('clientError', (_, socket) => socket.destroy());
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('close', () => sockets.delete(socket));
  });
  const listen = (at: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(at, '127.0.0.1', () => {
        server.off('error', reject);
        resolve();
      });
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;

  const later = (ms: number, work: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, ms / scale);
    timers.add(timer);
  };
  const shut = async () => {
    if (!server.listening) return;
    const done = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.resetAndDestroy();
    await done;
  };
  const reopen = async () => {
    if (!server.listening) await listen(port);
  };

  async function handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const isApi = incoming.url?.includes('/open311/');
    if (befalls('POST', incoming)) posts++;
    const upstream = isApi ? api : site;
    const now = armed;
    if (!now || !befalls(now.fault.on, incoming) || !isDue(now)) {
      if (gate && befalls('POST', incoming)) return gated(incoming, outgoing, gate);
      if (state.tokens.answer(incoming, outgoing)) return;
      return passOn(incoming, outgoing, upstream);
    }
    state.fired++;
    state.firstAt ||= Date.now();
    const mine = state;
    mine.busy++;
    const released = () => {
      mine.busy--;
      mine.ended = Date.now() + mine.asked;
    };
    const doing: Misbehaving = {
      incoming,
      outgoing,
      fault: now.fault,
      scale,
      atCut: () => now.atCut?.(),
      deliver: async (body) => delivered(incoming, body, upstream),
      deliverHalf: async (body) => halfDelivered(incoming, body, upstream),
      later,
      tokens: mine.tokens,
      count: (bytes) => (mine.sent += bytes),
      asks: (ms) => (mine.asked = Math.max(0, ms)),
    };
    await misbehave(doing)
      .catch(() => incoming.socket.resetAndDestroy())
      .finally(released);
  }

  /** Whether the fault has not happened often enough, or for long enough. */
  function isDue({ fault, times }: Armed): boolean {
    const { what, lasts } = fault;
    if (what.is === 'refused') return false; // what still comes through comes after it
    const since = state.firstAt ? (Date.now() - state.firstAt) * scale : 0;
    if (what.is === 'flap') return Math.floor(since / what.ms) % 2 === 0 && since < 2 * what.ms * what.rounds;
    if (lasts !== undefined) return since < lasts;
    return state.fired < times;
  }

  async function gated(incoming: IncomingMessage, outgoing: ServerResponse, at: Gate): Promise<void> {
    const cut = () => void incoming.socket.resetAndDestroy();
    try {
      const body = await bodyOf(incoming);
      if ((await at('arrived', incoming)) === false) return cut();
      const answer = await delivered(incoming, body, api);
      if ((await at('answered', incoming)) === false) return cut();
      outgoing.writeHead(
        answer.status,
        answer.rawHeaders.filter((_, index) => !isOfTheHop(answer.rawHeaders, index)),
      );
      outgoing.end(answer.body);
      await at('passed', incoming);
    } catch {
      cut();
    }
  }

  return {
    port,
    arm(given) {
      armed = given;
      state = fresh();
      const { what } = given.fault;
      if (what.is === 'refused') {
        state.busy++;
        const mine = state;
        mine.firstAt = Date.now();
        void shut();
        later(what.ms, () => {
          mine.busy--;
          mine.ended = Date.now();
          void reopen();
        });
      }
    },
    heal() {
      armed = undefined;
      const { fault, ended } = { fault: state, ended: state.busy > 0 ? Date.now() : state.ended };
      return fault.firstAt ? ended : 0;
    },
    get fired() {
      return state.fired;
    },
    get ended() {
      return state.busy > 0 ? Date.now() : state.ended;
    },
    get posts() {
      return posts;
    },
    get sent() {
      return state.sent;
    },
    get gate() {
      return gate;
    },
    set gate(given) {
      gate = given;
    },
    shut,
    open: reopen,
    async close() {
      for (const timer of timers) clearTimeout(timer);
      armed = undefined;
      await shut();
      agent.destroy();
    },
  };
}

const isOfTheHop = (raw: readonly string[], at: number): boolean =>
  /^(connection|keep-alive|transfer-encoding|content-length)$/i.test(raw[at - (at % 2)]!);

function fresh() {
  return { fired: 0, firstAt: 0, ended: 0, busy: 0, asked: 0, sent: 0, tokens: new Tokens() };
}

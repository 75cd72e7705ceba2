// What becomes of one call under a fault: as far as the fault lets it come, and then what is seen of it.

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { bodyOf } from './exchange.ts';
import type { Fault, Pace, What } from './fault.ts';
import { bytesOf, changedBytes, idIn, type Answer, type Bytes } from './raw-answer.ts';
import type { Tokens } from './tokens.ts';

export interface Misbehaving {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  readonly fault: Fault;
  readonly scale: number;
  readonly tokens: Tokens;
  atCut(): void;
  deliver(body: Buffer): Promise<Answer>;
  deliverHalf(body: Buffer): Promise<void>;
  /** After so many milliseconds of real life. */
  later(ms: number, work: () => void): void;
  count(bytes: number): void;
  /** The answer asks to be left alone for so many milliseconds: until then the fault lasts. */
  asks(ms: number): void;
}

/** Resolves once nothing of the call is left. @throws Error where the other side did not answer */
export async function misbehave(doing: Misbehaving): Promise<void> {
  const { fault, incoming } = doing;
  const { what, when } = fault;
  if (what.is === 'late-delivery') return deliverLate(doing, what.ms);
  if (what.is === 'twice') return deliverTwice(doing);
  if (when === 'connect' && what.is !== 'answer') return act(doing, what);
  const body = await bodyOf(incoming);
  if (when === 'half') await doing.deliverHalf(body);
  const answer = when === 'answer' ? await doing.deliver(body) : undefined;
  return act(doing, what, answer);
}

async function act(doing: Misbehaving, what: What, answer?: Answer): Promise<void> {
  const { incoming, atCut, scale } = doing;
  const { socket } = incoming;
  atCut();
  switch (what.is) {
    case 'reset':
    case 'flap':
      return void socket.resetAndDestroy();
    case 'closed':
      return void socket.destroy();
    case 'silence':
      await gone(socket, what.ms / scale);
      return void socket.resetAndDestroy();
    case 'answer':
      return write(doing, madeUp(doing, what), what.pace);
    case 'bytes':
      return write(doing, { head: Buffer.alloc(0), body: Buffer.from(what.latin1, 'latin1') });
    case 'flood':
      return flood(doing, what.bytes);
  }
  const true_ = answer ?? (await doing.deliver(await bodyOf(incoming)));
  const { head, body } = bytesOf(true_);
  switch (what.is) {
    case 'cut':
      await sent(socket, Buffer.concat([head, body.subarray(0, what.bytes)]));
      return void (what.how === 'reset' ? resetSoon(socket) : socket.destroy());
    case 'cut-head':
      await sent(socket, head.subarray(0, what.bytes));
      return void socket.destroy();
    case 'dripping':
      return what.head
        ? write(doing, { head: Buffer.alloc(0), body: Buffer.concat([head, body]) }, what.pace)
        : write(doing, { head, body }, what.pace);
    case 'late-answer':
      await gone(socket, what.ms / scale);
      return write(doing, { head, body });
    case 'changed':
      return write(doing, changedBytes(true_, what.change));
    case 'token':
      return write(doing, withToken(doing, true_, what.looks));
  }
}

/** The connection ends at once; the request arrives when nobody waits for its answer any more. */
async function deliverLate(doing: Misbehaving, ms: number): Promise<void> {
  const body = await bodyOf(doing.incoming);
  doing.atCut();
  doing.incoming.socket.resetAndDestroy();
  await new Promise<void>((resolve) => {
    doing.later(
      ms,
      () =>
        void doing.deliver(body).then(
          () => resolve(),
          () => resolve(),
        ),
    );
  });
}

async function deliverTwice(doing: Misbehaving): Promise<void> {
  const body = await bodyOf(doing.incoming);
  doing.atCut();
  const [first, second] = await Promise.all([doing.deliver(body), doing.deliver(body)]);
  // Whichever tells more; the other one may only say that the first is on its way.
  return write(doing, bytesOf(first.status < 300 ? first : second));
}

function madeUp({ incoming, asks }: Misbehaving, what: Extract<What, { is: 'answer' }>): Bytes {
  const headers: string[] = what.cors ? cors(incoming) : [];
  for (const [name, value] of Object.entries(what.headers ?? {})) headers.push(name, filledIn(value, incoming));
  const asked = headers[headers.indexOf('Retry-After') + 1];
  if (headers.includes('Retry-After')) asks(1000 * (Number(asked) || (Date.parse(asked!) - Date.now()) / 1000 || 0));
  if (!('Date' in (what.headers ?? {}))) headers.push('Date', new Date().toUTCString());
  return bytesOf({ status: what.status, rawHeaders: headers, body: Buffer.from(what.body ?? '') });
}

function cors({ headers }: IncomingMessage): string[] {
  return [
    'Access-Control-Allow-Origin',
    headers.origin ?? '*',
    'Access-Control-Expose-Headers',
    'Citydesk-Relay, Retry-After, Date, Idempotent-Replayed',
  ];
}

/** `{date+3}`: the date in three seconds. `{elsewhere}`: another path of the same server, under which the same answers. */
function filledIn(value: string, { url = '' }: IncomingMessage): string {
  return value
    .replace(/\{date\+(\d+)\}/, (_, seconds: string) => new Date(Date.now() + Number(seconds) * 1000).toUTCString())
    .replace('{elsewhere}', url.replace('/open311/', '/other/open311/'));
}

function withToken({ tokens }: Misbehaving, answer: Answer, looks: number): Bytes {
  const id = idIn(answer.body);
  if (id === undefined) return bytesOf(answer);
  const token = tokens.give(id, looks);
  const isXml = answer.body.toString().trim().startsWith('<');
  const body = isXml
    ? `<?xml version="1.0"?><service_requests><request><token>${token}</token></request></service_requests>`
    : JSON.stringify([{ token }]);
  return bytesOf({ ...answer, body: Buffer.from(body) });
}

async function write(doing: Misbehaving, { head, body }: Bytes, pace?: Pace): Promise<void> {
  const { socket } = doing.incoming;
  doing.count(head.byteLength + body.byteLength);
  if (!pace) {
    await sent(socket, Buffer.concat([head, body]));
    socket.end();
    return gone(socket, 1000);
  }
  await sent(socket, head);
  for (let at = 0; at < body.byteLength && !socket.destroyed; at += pace.bytes) {
    await sent(socket, body.subarray(at, at + pace.bytes));
    await gone(socket, pace.pause / doing.scale);
  }
  socket.end();
}

/** JSON without an end, for as long as the other side takes it. */
async function flood({ incoming, count }: Misbehaving, bytes: number): Promise<void> {
  const { socket } = incoming;
  const headers = ['Content-Type', 'application/json', ...cors(incoming)];
  const { head } = bytesOf({ status: 200, rawHeaders: headers, body: Buffer.alloc(0) });
  const unending = head.toString('latin1').replace(/Content-Length: 0\r\n/, '');
  await sent(socket, Buffer.from(`${unending}[`, 'latin1'));
  const chunk = Buffer.from(`{"service_code":"${'x'.repeat(65_000)}"},`);
  for (let at = 0; at < bytes && !socket.destroyed; at += chunk.byteLength) {
    count(chunk.byteLength);
    await sent(socket, chunk);
  }
  socket.destroy();
}

function sent(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve) => {
    if (socket.destroyed) return resolve();
    const done = () => {
      socket.off('close', done);
      resolve();
    };
    socket.once('close', done);
    socket.write(bytes, done);
  });
}

/** Waits until the other side has gone, or for so many milliseconds. */
function gone(socket: Socket, ms: number): Promise<void> {
  return new Promise((resolve) => {
    if (socket.destroyed) return resolve();
    const done = () => {
      clearTimeout(timer);
      socket.off('close', done);
      resolve();
    };
    const timer = setTimeout(done, Math.min(ms, 2 ** 31 - 1));
    socket.once('close', done);
  });
}

/** A RST overtakes what is still in the buffers: the bytes before it get a moment to arrive. */
function resetSoon(socket: Socket): void {
  setTimeout(() => socket.resetAndDestroy(), 10);
}

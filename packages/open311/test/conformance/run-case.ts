/**
 * Runs a case of the conformance suite against its city, in whatever runtime this is: nothing but fetch and timers.
 */
import { createClient, type Client } from '../../src/index.ts';
import type { Call, Case, Heard } from './case.ts';

/** What is wrong, in a line; `undefined` if the case holds. */
export async function runCase(given: Case, address: string): Promise<string | undefined> {
  const rows = new Set<number>();
  const client = createClient({
    endpoint: `${address}/open311/v2/`,
    onQuirk: ({ row }) => rows.add(row),
    ...given.options,
    ...(given.options?.locales && { locales: inPlace(given.options.locales, address) }),
  });
  const began = performance.now();
  const outcome = await outcomeOf(client, given);
  const took = performance.now() - began;
  const heard = (await (await fetch(`${address}/heard`)).json()) as readonly Heard[];
  return [
    given.throws === undefined
      ? outcome.is === 'given'
        ? given.gives !== undefined && differ('gave', outcome.value, given.gives)
        : `threw ${describe(outcome.error)}`
      : outcome.is === 'given'
        ? `gave ${JSON.stringify(outcome.value)} where ${JSON.stringify(given.throws)} was due`
        : wrongError(outcome.error, given.throws),
    given.asked && wrongLines(heard, given.asked),
    given.times !== undefined && differ('times asked', heard.length, given.times),
    given.sent && wrongFields(heard.findLast(({ line }) => line.startsWith('POST'))?.fields ?? [], given.sent),
    given.headers && wrongHeaders(heard.at(-1)?.headers ?? {}, given.headers),
    given.quirks &&
      differ(
        'reported',
        [...rows].sort((a, b) => a - b),
        given.quirks,
      ),
    given.atLeast !== undefined && took < given.atLeast && `took ${took} ms, less than ${given.atLeast}`,
    given.atMost !== undefined && took > given.atMost && `took ${took} ms, more than ${given.atMost}`,
  ].find((problem): problem is string => typeof problem === 'string');
}

type Outcome = { readonly is: 'given'; readonly value: unknown } | { readonly is: 'thrown'; readonly error: unknown };

const reason = new Error('left the page');

async function outcomeOf(client: Client, { calls, take, abortAfter }: Case): Promise<Outcome> {
  const stop = new AbortController();
  if (abortAfter === 0) stop.abort(reason);
  else if (abortAfter !== undefined) setTimeout(() => stop.abort(reason), abortAfter);
  let outcome: Outcome = { is: 'given', value: undefined };
  for (const call of calls) {
    try {
      outcome = { is: 'given', value: await make(client, call, stop.signal, take) };
    } catch (error) {
      outcome = { is: 'thrown', error };
    }
  }
  return outcome;
}

async function make(client: Client, [method, ...args]: Call, signal: AbortSignal, take = Infinity): Promise<unknown> {
  switch (method) {
    case 'discovery':
    case 'services':
      return client[method]({ signal });
    case 'requests': {
      const all: unknown[] = [];
      if (take === 0) return all;
      for await (const request of client.requests(args[0] as Parameters<Client['requests']>[0], { signal })) {
        all.push(request);
        if (all.length >= take) break;
      }
      return all;
    }
    case 'submitRequest':
      return client.submitRequest(args[0] as Parameters<Client['submitRequest']>[0], { signal });
    case 'submitUpdate':
      return client.submitUpdate(args[0] as Parameters<Client['submitUpdate']>[0], { signal });
    case 'pollRequestId':
    case 'request':
      return client[method](args[0] as string, { ...(args[1] as object | undefined), signal });
    case 'serviceDefinition':
    case 'requestIdFor':
      return client[method](args[0] as string, { signal });
  }
}

/** `here:` in a locale's endpoint stands for the address of the case. */
function inPlace(
  locales: NonNullable<NonNullable<Case['options']>['locales']>,
  address: string,
): NonNullable<Case['options']>['locales'] {
  return Object.fromEntries(
    Object.entries(locales).map(([tag, { endpoint, ...rest }]) => [
      tag,
      { ...rest, ...(endpoint !== undefined && { endpoint: endpoint.replace('here:', address) }) },
    ]),
  );
}

function wrongError(error: unknown, due: NonNullable<Case['throws']>): string | undefined {
  if (due === 'aborted')
    return error === reason ? undefined : `threw ${describe(error)} where the caller's reason was due`;
  const { message, ...fields } = due;
  const is = error as Readonly<Record<string, unknown>>;
  const same = Object.entries(fields).every(([name, value]) => asText(is[name]) === asText(value));
  const says = typeof message !== 'string' || String(is['message']).includes(message);
  return same && says ? undefined : `threw ${describe(error)} where ${JSON.stringify(due)} was due`;
}

function wrongLines(heard: readonly Heard[], due: readonly (string | RegExp)[]): string | undefined {
  const lines = heard.map(({ line }) => line);
  const same = lines.length === due.length && due.every((each, at) => fits(lines[at] ?? '', each));
  return same ? undefined : `asked ${JSON.stringify(lines)} where ${JSON.stringify(due.map(String))} was due`;
}

function wrongFields(is: Heard['fields'], due: NonNullable<Case['sent']>): string | undefined {
  const same =
    is.length === due.length && due.every(([name, value], at) => is[at]?.[0] === name && fits(is[at][1], value));
  return same ? undefined : `sent ${asText(is)} where ${JSON.stringify(due.map(String))} was due`;
}

function wrongHeaders(headers: Heard['headers'], due: NonNullable<Case['headers']>): string | undefined {
  const [wrong] = Object.entries(due).filter(([name, value]) => !fits(headers[name] ?? '', value));
  return wrong && `sent ${wrong[0]}: ${headers[wrong[0]] ?? 'nothing'} where ${String(wrong[1])} was due`;
}

function fits(text: string, due: string | RegExp): boolean {
  return typeof due === 'string' ? text === due : due.test(text);
}

function differ(what: string, is: unknown, due: unknown): string | undefined {
  return asText(is) === asText(due) ? undefined : `${what} ${asText(is)} where ${asText(due)} was due`;
}

/** As JSON, with the fields of objects in order of name. */
function asText(value: unknown): string {
  const plain = JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
  return plain ?? 'nothing';
}

function describe(error: unknown): string {
  const { name, message, status, reasons } = error as Readonly<Record<string, unknown>>;
  return JSON.stringify({ name, message, status, reasons });
}

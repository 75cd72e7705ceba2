// A client as many would write it: plain fetch, a few more tries, no key. It runs beside, through the same faults, to show what they can do.

import type { Fault } from './fault.ts';
import { openFaultProxy } from './fault-proxy.ts';
import { readCity } from './judge.ts';

export interface NaiveResult {
  readonly sent: number;
  /** It said "sent", and the city has nothing. */
  readonly lost: number;
  /** The city has it more than once. */
  readonly twice: number;
  /** It said "failed", and the city has it. */
  readonly wronglyFailed: number;
}

export interface NaiveWorld {
  readonly cityPort: number;
  /** Path of the city's. */
  readonly database: string;
  readonly scale: number;
  /** Reports for each fault. */
  readonly each: number;
  /** Milliseconds it waits for an answer. */
  readonly patience?: number;
}

const tries = 3;
/**
 * @param faults those of POST on the far leg are used
 */
export async function runNaive(
  faults: readonly Fault[],
  { cityPort, database, scale, each, patience = 15_000 / scale }: NaiveWorld,
): Promise<NaiveResult> {
  const fit = faults.filter(({ on, legs, what }) => on === 'POST' && legs.includes('far') && what.is !== 'page');
  const results: { readonly marker: string; readonly said: 'sent' | 'failed' }[] = [];
  const queue = fit.flatMap((fault) => Array.from({ length: each }, (_, turn) => ({ fault, turn })));
  let count = 0;
  const worker = async () => {
    const proxy = await openFaultProxy({ to: cityPort, scale });
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { fault, turn } = next;
      const marker = `N${(count++).toString(36).padStart(4, '0')}Z`;
      proxy.arm({ fault, times: fault.times ?? (fault.rejects ? Infinity : 1 + (turn % 2)) });
      results.push({ marker, said: await sendPlainly(proxy.port, marker, scale, patience) });
      proxy.heal();
      await proxy.open();
    }
    // What is still on its way arrives.
    await new Promise((resolve) => setTimeout(resolve, 60_000 / scale));
    await proxy.close();
  };
  await Promise.all(Array.from({ length: 6 }, worker));

  const city = readCity(database);
  const rows = city.all();
  city.close();
  const countOf = (marker: string) => rows.filter(({ description }) => description.includes(marker)).length;
  return {
    sent: results.length,
    lost: results.filter(({ marker, said }) => said === 'sent' && countOf(marker) === 0).length,
    twice: results.filter(({ marker }) => countOf(marker) > 1).length,
    wronglyFailed: results.filter(({ marker, said }) => said === 'failed' && countOf(marker) > 0).length,
  };
}

/** What is wrong with this run as a comparison. */
export function naiveTooGood({ sent, lost, twice }: NaiveResult): string | undefined {
  if (lost >= 1 && twice / sent >= 0.05) return undefined;
  return `the naive client lost ${lost} and doubled ${twice} of ${sent}: these faults are too kind to prove anything`;
}

async function sendPlainly(port: number, marker: string, scale: number, patience: number): Promise<'sent' | 'failed'> {
  for (let at = 0; at <= tries; at++) {
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/open311/v2/requests.json`, {
        method: 'POST',
        body: new URLSearchParams({
          service_code: 'graffiti',
          address_string: '12 Main St',
          description: `By the wall. ${marker}`,
        }),
        signal: AbortSignal.timeout(patience),
      });
      await answer.arrayBuffer();
      if (answer.ok) return 'sent';
      if (answer.status < 500 && ![408, 425, 429].includes(answer.status)) return 'failed';
    } catch {
      // Once more.
    }
    await new Promise((resolve) => setTimeout(resolve, (1000 / scale) * 2 ** at));
  }
  return 'failed';
}

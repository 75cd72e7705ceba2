/** Whether the relay can keep its promises right now: the city answers, keys and photos can be written. Nothing here is a guess. */

import type { CityBehind } from './city.ts';
import type { MessageHealth } from './mail/message-health.ts';
import type { KeyStore } from './once/key-store.ts';
import { photoName, type Shelf } from './photos/shelf.ts';

export interface HealthOptions {
  readonly city: CityBehind;
  readonly keys: KeyStore | undefined;
  readonly shelf: Shelf | undefined;
  /** Seconds for which the answer to a key is replayed, and a photo is kept. */
  readonly keysFor: number;
  readonly photosFor: number;
  /** Milliseconds, from a clock that never goes back. */
  readonly now: () => number;
}

export interface Health {
  readonly status: 'ok' | 'failing';
  /** As of `secondsAgo`: of the last call of anybody, or of a try of our own where that is longer ago. */
  readonly city: { readonly ok: boolean; readonly secondsAgo: number };
  readonly keys: { readonly ok: boolean; readonly kind: string; readonly keptForSeconds: number };
  readonly photos: { readonly ok: boolean; readonly keptForSeconds: number };
  /** Messages to departments and residents, where the relay sends any. Says nothing about `status`. */
  readonly messages?: MessageHealth;
}

export interface HealthWatch {
  /** A `fetch` whose outcomes are remembered. */
  watched(fetch: typeof globalThis.fetch): typeof globalThis.fetch;
  look(options: HealthOptions): Promise<Health>;
}

/** Milliseconds for which what was found is believed. */
const believed = 15_000;
const patience = 5_000;

export function healthWatch(): HealthWatch {
  let last: { readonly ok: boolean; readonly at: number } | undefined;
  let clock: () => number = () => performance.now();
  let shelfSeen: { readonly ok: boolean; readonly at: number } | undefined;
  let looking: Promise<Health> | undefined;

  async function look({ city, keys, shelf, keysFor, photosFor, now }: HealthOptions): Promise<Health> {
    clock = now;
    if (!last || now() - last.at > believed) {
      await city
        .reader()
        .services({ signal: AbortSignal.timeout(patience) })
        .catch(() => (last = { ok: false, at: now() }));
    }
    if (shelf && (!shelfSeen || now() - shelfSeen.at > believed)) {
      shelfSeen = { ok: await canWrite(shelf), at: now() };
    }
    const keysOk = keys !== undefined && (await within(keys.check()));
    const cityOk = last?.ok ?? false;
    const photosOk = shelf === undefined || (shelfSeen?.ok ?? false);
    return {
      status: cityOk && keysOk && photosOk ? 'ok' : 'failing',
      city: { ok: cityOk, secondsAgo: Math.round((now() - (last?.at ?? now())) / 1000) },
      keys: { ok: keysOk, kind: keys?.kind ?? 'none', keptForSeconds: keysFor },
      photos: { ok: photosOk, keptForSeconds: photosFor },
    };
  }

  return {
    watched: (fetch) => async (input, init) => {
      try {
        const response = await fetch(input, init);
        last = { ok: isAnswer(response.status), at: clock() };
        return response;
      } catch (error) {
        // Who hangs up on us says nothing about the city.
        if (!init?.signal?.aborted) last = { ok: false, at: clock() };
        throw error;
      }
    },
    look: (options) => (looking ??= look(options).finally(() => (looking = undefined))),
  };
}

/** A refusal is an answer; a redirect, a fault and a plea to come later are none. */
function isAnswer(status: number): boolean {
  return (status >= 200 && status < 300) || (status >= 400 && status < 500 && status !== 429);
}

/** A picture of one point. */
const speck = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (letter) => letter.charCodeAt(0),
);

async function canWrite(shelf: Shelf): Promise<boolean> {
  const name = photoName('image/png');
  const file = new File([speck], 'photo.png', { type: 'image/png' });
  return within(shelf.put(name, { file, type: 'image/png', sha256: '' }).then(() => shelf.remove(name)));
}

async function within(work: Promise<unknown>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), patience)));
  const done = work.then(
    () => true,
    () => false,
  );
  return Promise.race([done, late]).finally(() => clearTimeout(timer));
}

/** The device works a little for a report, so that a relay can tell a person's from a script's. */

/** As `challenge.json` of a relay gives it. */
export interface Challenge {
  readonly algorithm: string;
  readonly challenge: string;
  readonly maxnumber?: number;
  readonly salt: string;
  readonly signature: string;
}

/** More than any relay of ours asks for; a phone is not kept busy for longer by anybody. */
const most = 1_000_000;
/** Hashes on their way at once. */
const atOnce = 64;
/** Milliseconds of work between two breaths. */
const stretch = 12;

/**
 * Looks for the number that the challenge was made of, in pieces between which the page comes first.
 * @returns the proof, as `submitRequest` takes it; `undefined` where there is none to be had: no secure context, or a challenge we do not know
 * @throws the signal's reason
 */
export async function workFor(challenge: Challenge, signal?: AbortSignal): Promise<string | undefined> {
  const { algorithm, challenge: wanted, salt, signature, maxnumber = most } = challenge;
  const { subtle } = crypto as { subtle?: SubtleCrypto };
  if (!subtle || algorithm !== 'SHA-256' || !/^[\da-f]{64}$/.test(wanted)) return undefined;
  const encoder = new TextEncoder();
  let rested = performance.now();
  const start = parseInt(wanted.slice(0, 8), 16);
  for (let from = 0; from <= Math.min(maxnumber, most); from += atOnce) {
    signal?.throwIfAborted();
    const hashes = await Promise.all(
      Array.from({ length: atOnce }, (_, at) => subtle.digest(algorithm, encoder.encode(salt + (from + at)))),
    );
    const at = hashes.findIndex((hash) => new DataView(hash).getUint32(0) === start && hex(hash) === wanted);
    if (at >= 0) return btoa(JSON.stringify({ algorithm, challenge: wanted, number: from + at, salt, signature }));
    if (performance.now() - rested < stretch) continue;
    await breath();
    rested = performance.now();
  }
  return undefined;
}

/** Lets everybody else go first. Not `scheduler.yield`: who comes back from that goes before the page's timers and answers. */
const breath = () => new Promise((resolve) => setTimeout(resolve));

const hex = (hash: ArrayBuffer): string =>
  Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');

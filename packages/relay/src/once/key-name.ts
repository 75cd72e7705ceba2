/** The name under which a key is kept. A key may be anything a client likes, an e-mail address too, and that is nothing to keep. */

import { hex, sha256 } from '../digests.ts';

/** 64 hexadecimal digits, the same for the same key. */
export async function nameOfKey(key: string): Promise<string> {
  return hex(await sha256(key));
}

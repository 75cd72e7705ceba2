/** Something the person who started the relay can put right; the message says how. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

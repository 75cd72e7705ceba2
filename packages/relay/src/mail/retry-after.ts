/** When something is tried again that a server does not take now. */

const minute = 60_000;

/**
 * Milliseconds: twice as long after each try, from a minute to six hours, and a fifth more or less, so that not all come back at once.
 * @param attempts how many there have been, from 1
 * @param longest where less than six hours is called for
 */
export function retryAfter(attempts: number, longest = 360 * minute, random: () => number = Math.random): number {
  return Math.min(longest, minute * 2 ** Math.min(attempts - 1, 20)) * (0.8 + 0.4 * random());
}

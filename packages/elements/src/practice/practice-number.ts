/** Numbers of reports that were never sent: `PRACTICE-` and the second they were made in. No city numbers its reports so. */
const start = 'PRACTICE-';

let last = 0;

/** A new one, unlike any other of this page. */
export function newPracticeNumber(now: number): string {
  last = Math.max(last + 1, Math.floor(now / 1000));
  return start + last.toString(36).toUpperCase();
}

export const isPracticeNumber = (reference: string): boolean => /^practice-[\da-z]+$/i.test(reference);

/** When the report of this number was made: all that another page can know of it. */
export const madeAt = (number: string): Date => new Date(parseInt(number.slice(start.length), 36) * 1000);

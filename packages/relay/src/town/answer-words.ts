/** What a resident answered, in the words of the questions: for staff. */

import { dayAndTime, shortDay } from './desk/due.ts';
import { wireDate } from './wire-date.ts';
import type { SeedService } from './seed.ts';
import type { StoredRequest } from './stored-request.ts';

export interface AnswerInWords {
  /** The code where the service no longer asks it. */
  readonly question: string;
  readonly answer: string;
}

/** @param zone IANA name of the city's time zone */
export function answersInWords(
  { attributes }: Pick<StoredRequest, 'attributes'>,
  service: SeedService | undefined,
  zone: string,
): readonly AnswerInWords[] {
  return Object.entries(attributes).map(([code, answer]) => {
    const asked = service?.attributes?.find((each) => each.code === code);
    const day = asked?.datatype === 'datetime' ? wireDate(String(answer), 'date or time') : undefined;
    const names = [answer].flat().map((key) => asked?.values?.find((value) => value.key === key)?.name ?? key);
    return { question: asked?.description ?? code, answer: day ? moment(String(answer), day, zone) : names.join(', ') };
  });
}

/** A day without a time was meant as that day, in any zone; one sent as its first minute, too. */
function moment(answer: string, date: Date, zone: string): string {
  if (!answer.includes('T')) return shortDay(date, 'UTC');
  return /T00:00(:00)?/.test(answer) ? shortDay(date, zone) : dayAndTime(date, zone);
}

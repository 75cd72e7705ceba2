import { messagesIn } from '../messages/messages.ts';

/** A day `YYYY-MM-DD` in words, with the year where that is another one than now; as it stands where it is no day. */
export function dayWords(day: string, locale?: string): string {
  const date = new Date(`${day}T00:00Z`);
  return Number.isNaN(+date) ? day : messagesIn({}, locale, 'UTC').day(date);
}

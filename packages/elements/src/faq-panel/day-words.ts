import { messagesIn, type Speaking } from '../messages/messages.ts';

/** A day `YYYY-MM-DD` in words, with the year where that is another one than now; as it stands where it is no day. */
export function dayWords(day: string, speaking: Speaking): string {
  const date = new Date(`${day}T00:00Z`);
  return Number.isNaN(+date) ? day : messagesIn({}, { ...speaking, zone: 'UTC' }).day(date);
}

/** Hands a day over as a calendar file, as a download of this page. */
import { toCalendar, type CalendarEvent } from '@citydesk/core/calendar';

/** @throws {RangeError} where the event has no day */
export function offerCalendarFile(event: CalendarEvent): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([toCalendar(event)], { type: 'text/calendar' }));
  link.download = `${event.title.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60)}.ics`;
  link.click();
  // Not at once: the browser has yet to read it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The expected day of a report as a calendar file. Comes when it is asked for. */
import { dayIn } from '@citydesk/core/day-in';
import type { ServiceRequest } from '@citydesk/open311';
import { offerCalendarFile } from '../device/calendar-file.ts';
import { laterWords } from './later-words.ts';
import { firstSentence } from './first-sentence.ts';
import type { TrackerView } from './view.ts';
import { placeOf, standingNow } from './views/report.ts';

/** Hands the file over as a download; a report without an expected day has none. */
export function addToCalendar(view: TrackerView, request: ServiceRequest): void {
  const { serviceRequestId, serviceName, expectedDatetime } = request;
  const { words, city, now, linkTo } = view;
  if (!expectedDatetime) return;
  const url = linkTo(serviceRequestId);
  offerCalendarFile({
    uid: `request-${serviceRequestId}@${new URL(url).host}`,
    day: dayIn(expectedDatetime, city.zone),
    title: laterWords(words).text('calendar.title', {
      service: serviceName ? words.phraseText(serviceName) : serviceRequestId,
    }),
    description: firstSentence(standingNow(view, request), words),
    location: placeOf(request, words),
    url,
    stamp: now,
  });
}

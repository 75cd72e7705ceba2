/** What a screen reader is told when a look brought something, without taking the focus away. */
import { isSame, type Tracking } from '@citydesk/core/tracking';
import { firstSentence } from './first-sentence.ts';
import type { TrackerScreen } from './view.ts';
import { standingNow } from './views/report.ts';

/** The first sentence of a report that came, news of one that changed; empty when nothing is to be said. */
export function announcementFor(view: TrackerScreen, before: Tracking): string {
  const { words, state } = view;
  for (const [at, { reference, look }] of state.tracked.entries()) {
    const last = before.tracked[at]?.look;
    if (look === last || look.is === 'looking') continue;
    if (look.is !== 'found') {
      if (last?.is !== look.is) return words.text(look.is, { number: reference });
      continue;
    }
    const sentence = firstSentence(standingNow(view, look.request), words, view.ending(look.request));
    if (last?.is !== 'found') return sentence;
    if (!isSame(last.request, look.request)) {
      return `${words.text('now.changed', { number: look.request.serviceRequestId })} ${sentence}`;
    }
  }
  return '';
}

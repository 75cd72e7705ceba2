/**
 * Counts what the widgets of the page are used for, where a city file says so: in memory only, without ids, words or places, and not at all where the
 * browser asks not to be tracked. Fetched once per page; it only listens to what the widgets tell every page.
 */
import type { CityConfig } from '../city/city-config.ts';
import type { FaqOutcomeEvent } from '../faq-panel/events.ts';
import type { FeedbackGivenEvent } from '../feedback/feedback-given-event.ts';
import type { CitydeskRequestForm } from '../request-form/request-form.ts';
import type { RequestFailedEvent, RequestSubmittedEvent } from '../request-form/events.ts';
import type { StepChangedEvent } from '../request-form/step-changed-event.ts';
import type { RequestLookedUpEvent } from '../status-tracker/events.ts';
import { countedCities } from './counted-cities.ts';
import { Reports } from './reports.ts';
import { Tally } from './tally.ts';
import { Waiting } from './waiting.ts';

/** Milliseconds until what may still change, or is not known in full, counts as it is. */
const patience = { outcome: 2000, practice: 2000, feedback: 10_000 };

let isListening = false;

/** Counts for all widgets of this city file from now on. @param url absolute address of the file, as the widgets know it */
export function count(url: string, config: CityConfig): void {
  countedCities.set(url, config);
  if (!isListening) listen();
  isListening = true;
}

function listen(): void {
  const tally = new Tally();
  const waiting = new Waiting();
  const reports = new Reports(tally);
  // Before any listener of the page, which may keep an event to itself.
  const hear = <Name extends keyof HTMLElementEventMap>(
    name: Name,
    heard: (event: HTMLElementEventMap[Name], widget: Element | undefined) => void,
  ) =>
    document.addEventListener(
      name,
      (event) => {
        const widget = widgetOf(event);
        // A frame with a page of ours in it tells its events at the frame: it counts them itself.
        if (widget || event.target === document) heard(event as HTMLElementEventMap[Name], widget);
      },
      { capture: true, passive: true },
    );
  const touched = (event: Event, widget: Element | undefined) => {
    const control = (event.composedPath()[0] as Element).closest?.('button, input, select, textarea, summary, label');
    // Who changes the language has said nothing of a report yet.
    if (isForm(widget) && control && !control.matches('.langs, .langs *')) reports.touched(widget);
  };
  hear('input', touched);
  hear('click', touched);
  hear('citydesk-step-changed', ({ step }: StepChangedEvent, form) => isForm(form) && reports.came(form, step));
  hear('citydesk-request-submit', (_, form) => isForm(form) && reports.goes(form));
  hear('citydesk-request-followed', (_, form) => isForm(form) && reports.goes(form));
  hear('citydesk-request-failed', ({ reason }: RequestFailedEvent, form) => {
    if (!isForm(form)) return;
    reports.failed(form, reason);
    tally.add(form, 'failed', reason, serviceIn(form));
  });
  hear('citydesk-request-submitted', ({ serviceCode, practice }: RequestSubmittedEvent, form) => {
    if (!isForm(form) || practice) return;
    reports.goes(form);
    // Whether an answer was read is told a moment later, if there was one to be had.
    waiting.until(form, 'submitted', patience.outcome, (detail = 'no-answers') => {
      tally.add(form, 'submitted', detail, serviceCode);
      tally.send();
    });
  });
  hear('citydesk-faq-outcome', ({ outcome, serviceCode }: FaqOutcomeEvent, widget) => {
    const [, detail] = /^submitted-(.*)$/.exec(outcome) ?? [];
    if (detail) return widget && waiting.settle(widget, 'submitted', detail);
    tally.add(widget, outcome, '', serviceCode);
  });
  hear('citydesk-request-looked-up', ({ outcome }: RequestLookedUpEvent, tracker) => {
    const detail = /^(found|unnumbered)$/.test(outcome) ? 'found' : outcome === 'down' ? 'failed' : 'missing';
    // A moment later the tracker says whether it is all practice.
    waiting.until(tracker, `looked-up ${performance.now()}`, patience.practice, () =>
      tally.add(tracker, 'looked-up', detail),
    );
  });
  hear('citydesk-feedback-given', ({ question, answer, requestId = '' }: FeedbackGivenEvent, widget) => {
    if (/^practice-/i.test(requestId)) return;
    // Whoever presses another answer has not answered twice.
    waiting.until(widget, question + requestId, patience.feedback, () =>
      tally.add(widget, question, answer, isForm(widget) ? serviceIn(widget) : ''),
    );
  });

  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'hidden') return;
    waiting.settleAll();
    tally.send();
  });
  addEventListener('pagehide', () => {
    reports.left();
    waiting.settleAll();
    tally.leave();
  });
  addEventListener('pageshow', () => tally.comeBack());
}

const isForm = (widget: Element | undefined): widget is CitydeskRequestForm =>
  widget?.localName === 'citydesk-request-form';

/** The widget that an event comes from; none for what happens elsewhere, or what one that was taken away tells at the document. */
function widgetOf(event: Event): Element | undefined {
  return event
    .composedPath()
    .find(
      (one): one is Element =>
        one instanceof Element && /^citydesk-(request-form|faq-panel|status-tracker)$/.test(one.localName),
    );
}

/** The service that is being reported; "" while there is none. */
export const serviceIn = ({ draft }: CitydeskRequestForm): string => draft.serviceCode ?? '';

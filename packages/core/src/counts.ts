/** What is counted of the widgets' use: events from a fixed list, by day, service, language and channel. Never who, where or which words. */

/** How residents came to a widget: by a city page, on the phone with somebody at the desk, at a kiosk, or by a printed code. */
export const channels = ['web', 'phone', 'kiosk', 'qr'] as const;
export type Channel = (typeof channels)[number];

/** The languages in which the widgets speak (BCP 47). What is read in any other is read in English. */
export const countedLanguages: readonly string[] = 'en es zh-Hans zh-Hant ru bn ht ko ar ur fr pl vi tl pt-BR de'.split(
  ' ',
);

/**
 * Each event with the details it may have; one without any has none. The list only grows: no event or detail ever means something else than before,
 * so that years can be compared.
 */
export const countedEvents = {
  /**
   * A report was begun: somebody typed, pressed or chose something in the form for the first time, or for the first time since the last report. A form
   * that only stood there, perhaps below what anybody scrolled to, is not counted.
   */
  started: [],
  /** The page was left with a form begun and not sent, at this step. Once for each report; whoever comes back and sends it counts for both. */
  'step-left': ['what', 'where', 'questions', 'check'],
  /**
   * A step said that something is to be fixed: in which field, once for each report and field, however often it was said. `question` is any of the
   * city's own.
   */
  'field-error': ['service', 'place', 'description', 'photos', 'question', 'name', 'email', 'phone'],
  /** A report reached the city: after an answer had been read, without one, or where there are no answers. */
  submitted: ['after-answer', 'without-answer', 'no-answers'],
  failed: ['rejected', 'photos-failed', 'already-filed', 'offline', 'unsure'],
  /** A resident said that an answer answered it: a confirmed answer. */
  answered: [],
  /** An answer was read, and the page left without a report and without a word: a possible answer. */
  'left-after-answer': [],
  /** Nothing was found; by the service that the words fit best, where there is one. */
  'no-result': [],
  /** A report was looked up: it was there, the city shows none under this number, or the city did not answer. */
  'looked-up': ['found', 'missing', 'failed'],
  fixed: ['yes', 'partly', 'no'],
  easy: ['yes', 'partly', 'no'],
} as const satisfies Record<string, readonly string[]>;

export type CountedEvent = keyof typeof countedEvents;

/** Whether there is such an event with this detail. */
export function isCounted(event: string, detail: string): event is CountedEvent {
  if (!Object.hasOwn(countedEvents, event)) return false;
  const details: readonly string[] = countedEvents[event as CountedEvent];
  return details.length ? details.includes(detail) : detail === '';
}

/** So many on one day. What does not apply is an empty text. */
export interface CountRow {
  /** `2026-11-22`, in the city's time zone. */
  readonly day: string;
  readonly event: CountedEvent;
  readonly detail: string;
  /** A service code of the city. */
  readonly service: string;
  /** The language that was read: one of the widgets' tags. */
  readonly language: string;
  readonly channel: Channel;
  readonly count: number;
}

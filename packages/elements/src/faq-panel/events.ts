/** How a question ended. Said and possible success are kept apart, and plain leaving is never one. */

export type FaqOutcome =
  /** The resident said that it answered the question: a confirmed answer. */
  | 'answered'
  /** An answer was read, and the page was left without a report and without a word: at most a possible one. */
  | 'left-after-answer'
  /** A report was sent, though an answer had been read. */
  | 'submitted-after-answer'
  /** A report was sent, and no answer had been read. */
  | 'submitted-without-answer'
  /** Nothing was found. */
  | 'no-result';

/** A question has ended in one of the five ways. Without personal data; without the words, unless the city file says `shareQuestions`. */
export class FaqOutcomeEvent extends Event {
  readonly outcome: FaqOutcome;
  /** The answer that was read last, by its id. */
  readonly answerId: string | undefined;
  /** What was asked and not found, for the editors; only with `shareQuestions`. */
  readonly words: string | undefined;
  /** The service that is being reported, or that the words fit best, where the widget knows the city's services. */
  readonly serviceCode: string | undefined;

  constructor(outcome: FaqOutcome, answerId?: string, words?: string, serviceCode?: string) {
    super('citydesk-faq-outcome', { bubbles: true, composed: true });
    this.outcome = outcome;
    this.answerId = answerId;
    this.words = words;
    this.serviceCode = serviceCode;
  }
}

declare global {
  interface HTMLElementEventMap {
    'citydesk-faq-outcome': FaqOutcomeEvent;
  }
}

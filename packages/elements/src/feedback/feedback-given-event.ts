/** Tells the page what a resident answered when asked how it went. */

/** What is asked: "Was this easy?" after sending, "Was it fixed?" after closing. */
export type FeedbackQuestion = 'easy' | 'fixed';
export type FeedbackAnswer = 'yes' | 'partly' | 'no';

/** The resident answered. What was written beside the answer is never in it. */
export class FeedbackGivenEvent extends Event {
  readonly question: FeedbackQuestion;
  readonly answer: FeedbackAnswer;
  /** The report it is about; `undefined` while that has no number. */
  readonly requestId: string | undefined;

  constructor(question: FeedbackQuestion, answer: FeedbackAnswer, requestId?: string) {
    super('citydesk-feedback-given', { bubbles: true, composed: true });
    this.question = question;
    this.answer = answer;
    this.requestId = requestId;
  }
}

declare global {
  interface HTMLElementEventMap {
    'citydesk-feedback-given': FeedbackGivenEvent;
  }
}

/** How far one question has come. The answer counts once it has arrived, and so do the words beside it. */
import type { FeedbackAnswer } from './feedback-given-event.ts';

export interface Exchange {
  readonly is:
    | 'asking'
    | 'sending'
    | 'failed'
    | 'answered'
    /** Nothing was written, or too much. */
    | 'words-wrong'
    | 'words-sending'
    | 'words-failed'
    | 'words-arrived';
  readonly answer?: FeedbackAnswer;
  /** As typed. */
  readonly words: string;
  /** For ids, which are unique in the whole widget. */
  readonly id: string;
}

/** The most that is taken, in UTF-16 units. */
export const longestWords = 1000;

/** Whether the question still waits for an answer that arrives. */
export const isOpen = ({ is }: Exchange): boolean => is === 'asking' || is === 'sending' || is === 'failed';

/** Whether there is room for words: after the answer, until they have arrived. */
export const takesWords = (exchange: Exchange): boolean => !isOpen(exchange) && exchange.is !== 'words-arrived';

/** Counts how questions end, for the panel and for the form. Pure: it only listens, and tells each ending once. */
import type { FaqOutcome } from './events.ts';

/** @param words what was asked and not found; nothing else is ever told of what was typed */
type Tell = (outcome: FaqOutcome, answerId?: string, words?: string) => void;

export class Outcomes {
  readonly #tell: Tell;
  readonly #said = new Set<string>();
  readonly #answered = new Set<string>();
  readonly #unfound = new Set<string>();
  /** The answer that was read last, since the last report. */
  #read?: string | undefined;
  /** An answer that was read, and of which nothing is known yet. */
  #pending?: string | undefined;

  constructor(tell: Tell) {
    this.#tell = tell;
  }

  /** An answer was opened. Opening another one is a way on, and no ending. */
  opened(id: string): void {
    this.#read = id;
    this.#pending = this.#said.has(id) ? undefined : id;
  }

  /** The resident said whether an answer helped. */
  said(id: string, word: 'yes' | 'no'): void {
    this.#said.add(id);
    this.#pending = undefined;
    if (word === 'no' || this.#answered.has(id)) return;
    this.#answered.add(id);
    this.#tell('answered', id);
  }

  /** Nothing was found for words that stand; the same words again are no other question. */
  nothingFound(words: string): void {
    const question = words.trim().toLowerCase().replace(/\s+/g, ' ');
    if (!question || this.#unfound.has(question)) return;
    this.#unfound.add(question);
    this.#tell('no-result', undefined, words.trim());
  }

  /** The resident goes on to report it: whatever comes of that is told there. */
  goesOn(): void {
    this.#pending = undefined;
  }

  /** A report was sent. */
  submitted(): void {
    if (this.#read === undefined) this.#tell('submitted-without-answer');
    else this.#tell('submitted-after-answer', this.#read);
    this.#read = undefined;
    this.#pending = undefined;
  }

  /** The page was left, or the widget was taken away. */
  left(): void {
    const pending = this.#pending;
    this.#pending = undefined;
    if (pending !== undefined) this.#tell('left-after-answer', pending);
  }
}

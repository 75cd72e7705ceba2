/** What an index knows about one language. Pure data and functions; each is a file of its own, to be fetched when it is needed. */
export interface Language {
  /** A BCP 47 language without region or script, `de`. */
  readonly locale: string;
  /** Words that say nothing about the matter, as `plainText` leaves them. */
  readonly stopWords: ReadonlySet<string>;
  /** A plain word without its endings. A wrong cut does no harm, because questions and entries are cut alike. */
  stem(word: string): string;
  /** Mends a plain text before it is taken apart: other spellings of a letter, in scripts without spaces also small words. */
  mend?(text: string): string;
}

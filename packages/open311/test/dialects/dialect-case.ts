/** What one answer in a dialect has to be read as. */
import type { AnswerKind } from '../../src/wire/tell-answer.ts';

export interface DialectCase {
  readonly row: number;
  readonly says: string;
  readonly as: Exclude<AnswerKind, 'empty'>;
  /** As it comes: text, or a value that stands for its JSON. */
  readonly answer: unknown;
  /** Part of what is read: lists are whole, fields that are `undefined` are not there. */
  readonly gives: unknown;
  /** Whether the mend is told. */
  readonly told?: false;
}

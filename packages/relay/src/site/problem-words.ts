/** What is to be fixed, in words, and where on the page it stands. */
import type { FieldId, Problem } from '@citydesk/core/report';
import { say, type Words } from './words.ts';

/** One line of the summary, which is also what stands at the field. */
export interface Mistake {
  readonly field: FieldId;
  readonly text: string;
}

export function mistakeOf(problem: Problem, words: Words): Mistake {
  return { field: problem.field, text: textOf(problem, words) };
}

function textOf(problem: Problem, words: Words): string {
  switch (problem.kind) {
    case 'place':
      return words.placeMissing;
    case 'answer':
      return say(words.answerMissing, { question: problem.question });
    case 'choose':
      return say(words.chooseMissing, { question: problem.question });
    case 'long':
      return problem.over === 1 ? words.longOne : say(words.longMany, { count: problem.over });
    case 'said':
      return say(words.said, { reason: problem.reason });
    case 'email':
      return words.emailWrong;
    case 'phone':
      return words.phoneWrong;
    default:
      return words[problem.kind];
  }
}

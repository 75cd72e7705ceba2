/** Holds the answers in a report (`attribute[code]`) against the questions of its service, datatype by datatype. */

import { hasControlCharacters } from './control-characters.ts';
import { wireDate } from './wire-date.ts';
import type { SeedAttribute } from './seed.ts';
import type { NewRequest } from './stored-request.ts';

type Answer = string | readonly string[];

const longestAnswer = 4000;

/**
 * The answers that hold, by code.
 * @param given a list where it was sent as `attribute[code][]` or more than once
 * @param mistakes gets a line for each answer that cannot be taken and each that is missing
 */
export function answersIn(
  given: Readonly<Record<string, Answer>>,
  attributes: readonly SeedAttribute[],
  mistakes: string[],
): NewRequest['attributes'] {
  const left = new Map(Object.entries(given));
  const answers = new Map<string, Answer>();
  for (const question of attributes.filter(({ variable }) => variable !== false)) {
    const answer = left.get(question.code);
    left.delete(question.code);
    const named = `${question.description} (attribute[${question.code}])`;
    if (answer === undefined) {
      if (question.required) mistakes.push(`This question needs an answer: ${named}`);
      continue;
    }
    const wrong = mistakeIn(question, answer);
    if (wrong !== undefined) mistakes.push(`${wrong} ${named}`);
    else answers.set(question.code, question.datatype === 'multivaluelist' ? [answer].flat() : answer);
  }
  for (const code of left.keys()) mistakes.push(`This service does not ask that. (attribute[${code}])`);
  return Object.fromEntries(answers);
}

function mistakeIn(question: SeedAttribute, answer: Answer): string | undefined {
  const values = [answer].flat();
  if (values.some(hasControlCharacters)) return 'This answer has a character that cannot be kept:';
  if (values.some((value) => value.length > longestAnswer)) return `Use ${longestAnswer} characters or fewer:`;
  if (question.datatype === 'multivaluelist') return notListed(question, values);
  if (typeof answer !== 'string') return 'This question takes one answer:';
  switch (question.datatype) {
    case 'singlevaluelist':
      return notListed(question, values);
    case 'number':
      return /^[+-]?\d+(\.\d+)?$/.test(answer.trim()) ? undefined : 'Answer with a number, like 2:';
    case 'datetime':
      return wireDate(answer, 'date or time') ? undefined : 'Answer with a date, like 2026-11-19:';
    case 'text':
      return undefined;
    case 'string':
    case undefined:
      return /[\r\n]/.test(answer) ? 'Answer in one line:' : undefined;
  }
}

function notListed(question: SeedAttribute, values: readonly string[]): string | undefined {
  const keys = new Set((question.values ?? []).map(({ key }) => key));
  return values.every((value) => keys.has(value)) ? undefined : 'Choose from the answers listed:';
}

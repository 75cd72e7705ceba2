/** What keeps a step from going on. Pure: the words for people are chosen by the view. */
import type { Answer, Answers, Contact, Draft } from './draft.ts';
import { questionsIn, type Field, type Question } from './fields.ts';
import type { Step } from './steps.ts';

/** Names a field across steps: `place`, `description`, `email`, or `answer:CODE`. */
export type FieldId =
  'words' | 'photos-add' | 'place' | 'description' | 'name' | 'email' | 'phone' | `answer:${string}`;

/** One thing to fix. */
export type Problem =
  | { readonly field: FieldId; readonly kind: 'place' | 'number' | 'date' | 'email' | 'phone' | 'reach' }
  | { readonly field: FieldId; readonly kind: 'answer' | 'choose'; readonly question: string }
  | { readonly field: FieldId; readonly kind: 'long'; readonly over: number }
  /** The city itself said so, about this field. */
  | { readonly field: FieldId; readonly kind: 'said'; readonly reason: string };

/** Whether the city wants to know who reports. */
export type ContactRule = 'optional' | 'required' | 'none';

/** GeoReport v2, POST requests: a description has at most 4,000 characters. The report's reference has to find room in it. */
export const longestDescription = 3974;

/** What to fix on `step` before going on; empty when nothing. */
export function problemsIn(
  step: Step,
  draft: Draft,
  fields: readonly Field[],
  contact: ContactRule,
): readonly Problem[] {
  switch (step) {
    case 'what':
      return [];
    case 'where':
      return [...inPlace(draft), ...inDescription(draft)];
    case 'questions':
      return questionsIn(fields).flatMap((question) => inAnswer(question, draft));
    case 'check':
      return inContact(draft.contact, contact);
  }
}

function inPlace({ place }: Draft): readonly Problem[] {
  return place.words.trim() || place.point ? [] : [{ field: 'place', kind: 'place' }];
}

function inDescription({ description }: Draft): readonly Problem[] {
  // As the wire counts it: line breaks travel as one character in forms that were typed here.
  const over = description.trim().length - longestDescription;
  return over > 0 ? [{ field: 'description', kind: 'long', over }] : [];
}

function inAnswer(question: Question, { answers }: Draft): readonly Problem[] {
  const field = `answer:${question.code}` as const;
  const answer = givenTo(question, answers);
  const empty = typeof answer === 'string' ? !answer.trim() : !answer.length;
  if (empty) {
    if (!question.required) return [];
    const choice = question.kind === 'one-of' || question.kind === 'many-of';
    return [{ field, kind: choice ? 'choose' : 'answer', question: question.question }];
  }
  if (question.kind === 'number' && numberIn(String(answer)) === undefined) return [{ field, kind: 'number' }];
  if (question.kind === 'date' && !isMoment(String(answer))) return [{ field, kind: 'date' }];
  return [];
}

/** The answer to `question`; keys that are not among its values (of another service, say) are no answer. */
export function givenTo(question: Question, answers: Answers): Answer {
  const answer = answers[question.code] ?? '';
  if (question.kind === 'one-of') return question.values.some(({ key }) => key === answer) ? answer : '';
  // A text answered another service's question of the same code: that it holds a key's letters chooses nothing.
  if (question.kind === 'many-of') {
    return question.values.map(({ key }) => key).filter((key) => [answer].flat().includes(key));
  }
  return typeof answer === 'string' ? answer : '';
}

function inContact(contact: Contact, rule: ContactRule): readonly Problem[] {
  if (rule === 'none') return [];
  const [email, phone] = [contact.email.trim(), contact.phone.trim()];
  const problems: Problem[] = [];
  if (email && !/^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(email)) problems.push({ field: 'email', kind: 'email' });
  if (phone && phone.replace(/\D/g, '').length < 7) problems.push({ field: 'phone', kind: 'phone' });
  if (rule === 'required' && !email && !phone) problems.push({ field: 'email', kind: 'reach' });
  return problems;
}

/** `2026-11-19` or `2026-11-19T14:30`, on a day and at a time that exist. */
function isMoment(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/.test(text)) return false;
  // Some engines roll 30 February over into March.
  const day = new Date(`${text.slice(0, 10)}T00:00Z`);
  if (Number.isNaN(day.getTime()) || Number.isNaN(Date.parse(text))) return false;
  return day.toISOString().startsWith(text.slice(0, 10));
}

/** The number in `text`, in the digits of any of our languages, with a decimal comma or point, or thousands in groups (`1,200`); undefined when there is none. */
export function numberIn(text: string): number | undefined {
  const typed = text
    .trim()
    .replace(/[٠-٩۰-۹০-৯０-９]/g, digitOf)
    .replace('٫', '.');
  const plain = /^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(typed)
    ? typed.replaceAll(',', '')
    : typed.replace(',', '.');
  return /^[+-]?(\d+\.?|\d*\.\d+)$/.test(plain) ? Number(plain) : undefined;
}

/** By where a script begins its row of digits: Bengali at a 6 of the code table, the others at a 0. */
function digitOf(digit: string): string {
  const code = digit.charCodeAt(0);
  return String((code - (code >> 4 === 0x9e ? 6 : 0)) & 15);
}

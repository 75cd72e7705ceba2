/** Holds what a resident says about a request afterwards against the form it must have, as `report-check.ts` does a report. */

import { fieldMistakes } from './report-check.ts';
import { SpecError } from './spec-error.ts';
import { residentQuestions, residentReplies, type NewResidentAnswer } from './stored-request.ts';
import { wireDate } from './wire-date.ts';

const limits: Readonly<Record<string, number>> = {
  service_request_id: 200,
  updated_datetime: 40,
  question: 20,
  answer: 20,
  description: 4000,
};

/**
 * @returns the number of the request as it was sent, and what was said
 * @throws SpecError 400 with one entry for each mistake
 */
export function checkUpdate(form: URLSearchParams): { readonly id: string; readonly said: NewResidentAnswer } {
  const mistakes = fieldMistakes(form, limits);
  const id = form.get('service_request_id')?.trim();
  const moment = form.get('updated_datetime');
  const words = form.get('description')?.replaceAll('\r\n', '\n').trim() ?? null;
  const [question, answer] = [form.get('question')?.trim() ?? null, form.get('answer')?.trim() ?? null];
  const knownQuestion = residentQuestions.find((each) => each === question) ?? null;
  const knownAnswer = residentReplies.find((each) => each === answer) ?? null;
  if (id === undefined) mistakes.push('service_request_id was not provided. (service_request_id)');
  if (moment === null) mistakes.push('updated_datetime was not provided. (updated_datetime)');
  else if (!wireDate(moment, 'time')) {
    mistakes.push('updated_datetime needs a date, a time and a zone, like 2026-11-01T00:00:00Z. (updated_datetime)');
  }
  if (question !== null && !knownQuestion) mistakes.push('question is fixed, easy or same. (question)');
  if (answer !== null && !knownAnswer) mistakes.push('answer is yes, partly or no. (answer)');
  if (answer !== null && question === null) mistakes.push('Say which question this answers. (question)');
  if (answer === null && words === null) mistakes.push('Choose an answer or write something. (answer)');
  if (id === undefined || mistakes.length > 0) throw new SpecError(400, ...mistakes);
  return { id, said: { question: knownQuestion, answer: knownAnswer, words } };
}

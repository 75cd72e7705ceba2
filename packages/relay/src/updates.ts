/** Extension (mySociety, POST servicerequestupdates): what a resident says about a report that is there already, passed on to the city. */

import { Refusal } from './spec-answer.ts';
import type { SentForm } from './read-report.ts';
import type { Update } from '@citydesk/open311';

const questions = ['fixed', 'easy', 'same'] as const;
const answers = ['yes', 'partly', 'no'] as const;
const longest = { service_request_id: 200, question: 20, answer: 20, description: 4_000 };

/** @throws {Refusal} 400 with one entry for each mistake */
export function updateIn({ fields, files }: SentForm): Update {
  const said = (name: string) => fields.get(name)?.replaceAll('\r\n', '\n').trim() || undefined;
  const one = <T extends string>(name: string, known: readonly T[]): T | undefined => {
    const word = said(name);
    const found = known.find((each) => each === word);
    if (word !== undefined && !found) mistakes.push(`${name} is one of ${known.join(', ')}. (${name})`);
    return found;
  };
  const mistakes: string[] = [];
  const serviceRequestId = said('service_request_id');
  const [question, answer] = [one('question', questions), one('answer', answers)];
  const description = said('description');
  if (!serviceRequestId) mistakes.push('service_request_id was not provided. (service_request_id)');
  for (const [name, most] of Object.entries(longest)) {
    if ((said(name)?.length ?? 0) > most) mistakes.push(`${name} has to be ${most} characters at most. (${name})`);
  }
  if (files.length > 0) mistakes.push('Send photos with a new report. (media)');
  if (!serviceRequestId || mistakes.length > 0) {
    throw new Refusal(
      400,
      mistakes.map((entry) => ({ code: '400', description: entry })),
    );
  }
  return { serviceRequestId, description, question, answer };
}

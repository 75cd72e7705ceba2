/** Freezes a draft into the report that is sent. */
import type { Report } from '@citydesk/open311';
import { zonedIso } from '../city/zoned.ts';
import type { Answer, Contact, Draft } from './draft.ts';
import { questionsIn, type Field, type Question } from './fields.ts';
import { givenTo, numberIn, type ContactRule } from './problems.ts';

/** The report in `draft`; answers to questions the service does not ask are left behind. */
export function reportFrom(
  draft: Draft,
  fields: readonly Field[],
  { contact, zone }: { contact: ContactRule; zone?: string | undefined },
): Report {
  const { words, point } = draft.place;
  const attributes: Record<string, Answer> = {};
  for (const question of questionsIn(fields)) {
    const answer = givenTo(question, draft.answers);
    if (answer.length) attributes[question.code] = onTheWire(question, answer, zone);
  }
  return {
    serviceCode: draft.serviceCode ?? '',
    lat: point?.lat,
    long: point?.long,
    addressString: words.trim() || undefined,
    description: draft.description.trim() || undefined,
    attributes,
    ...(contact === 'none' ? {} : reachable(draft.contact)),
  };
}

function onTheWire(question: Question, answer: Answer, zone: string | undefined): Answer {
  if (typeof answer !== 'string') return answer;
  if (question.kind === 'number') return String(numberIn(answer) ?? answer);
  if (question.kind === 'date') return zonedIso(answer, zone);
  return answer.trim();
}

/** One name field on the screen, two on the wire: the last word is the last name, a single word the first. */
function reachable({ name, email, phone }: Contact): Partial<Report> {
  const words = name.trim().split(/\s+/);
  const lastName = words.length > 1 ? words.pop() : undefined;
  return {
    firstName: words.join(' ') || undefined,
    lastName,
    email: email.trim() || undefined,
    phone: phone.trim() || undefined,
  };
}

/** What a problem says to the resident: what to do, never what is "invalid". */
import type { Problem } from '@citydesk/core/request';
import type { MessageKey, Messages } from '../messages/messages.ts';

const plain = {
  place: 'place.missing',
  number: 'questions.number',
  email: 'contact.error.email',
  phone: 'contact.error.phone',
  reach: 'contact.error.reach',
} as const satisfies Record<string, MessageKey>;

export function problemWords(problem: Problem, { words, now }: { words: Messages; now: Date }): string {
  switch (problem.kind) {
    case 'answer':
      return words.text('questions.required', { question: words.phraseText(problem.question) });
    case 'choose':
      return words.text('questions.choose', { question: words.phraseText(problem.question) });
    case 'long':
      return words.text('questions.over', { count: problem.over });
    case 'date':
      return words.text('questions.date', {
        example: words.format(now, { year: 'numeric', month: '2-digit', day: '2-digit' }),
      });
    case 'said':
      return words.text(saidAbout(problem.field), { reason: problem.reason });
    default:
      return words.text(plain[problem.kind]);
  }
}

function saidAbout(field: Problem['field']): MessageKey {
  if (field === 'place') return 'place.said';
  return field.startsWith('answer:') || field === 'description' ? 'questions.said' : 'contact.said';
}

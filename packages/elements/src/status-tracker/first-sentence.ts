/** Where a report stands, in words: one or two true sentences, said first. */
import type { Standing } from '@citydesk/core/tracking';
import type { Messages } from '../messages/messages.ts';

/** @param ending how a closed one ended */
export function firstSentence(standing: Standing, words: Messages, ending = ''): string {
  const { text, day } = words;
  const expected = (date?: Date) => (date ? [text('first.expected', { date: day(date) })] : []);
  const sentences = (): readonly string[] => {
    switch (standing.is) {
      case 'received':
        return [
          standing.on ? text('first.received', { date: day(standing.on) }) : text('first.received.undated'),
          ...(standing.expected ? expected(standing.expected) : [text('first.started')]),
        ];
      case 'progress':
        return [
          standing.expected
            ? text('first.progress.expected', { date: day(standing.expected) })
            : text('first.progress'),
        ];
      case 'called':
        return [text('first.called', { status: standing.label }), ...expected(standing.expected)];
      case 'late':
        return [text('first.late', { date: day(standing.expected) })];
      case 'closed':
        return [standing.on ? text('first.closed', { date: day(standing.on) }) : text('first.closed.undated'), ending];
    }
  };
  return sentences().join(' ').trim();
}

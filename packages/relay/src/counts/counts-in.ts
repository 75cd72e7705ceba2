/** Reads what a widget has counted. It is what a stranger sends: only what is in our lists comes out. */

import { channels, countedLanguages, isCounted, type CountRow } from '@citydesk/core/counts';

/** One thing that happened once. `service` is still what was sent. */
export type Counted = Omit<CountRow, 'day' | 'count'>;

/** So many are taken from one post. */
const most = 50;

/** Empty where the language or the channel is none of ours: then nobody knows what the rest is. */
export function countsIn(form: URLSearchParams): readonly Counted[] {
  const language = countedLanguages.find((one) => one === form.get('language'));
  const channel = channels.find((one) => one === (form.get('channel') ?? 'web'));
  if (!language || !channel) return [];
  return form
    .getAll('count')
    .slice(0, most)
    .flatMap((line) => {
      // A code of a service may hold anything, so it comes last.
      const [, event = '', detail = '', service = ''] = /^([^;]*)(?:;([^;]*)(?:;(.*))?)?$/s.exec(line) ?? [];
      return isCounted(event, detail) ? [{ event, detail, service, language, channel }] : [];
    });
}

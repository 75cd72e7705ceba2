/** No JSON at all, and questions in no order but by their numbers. */

import type { Dialect } from '@citydesk/relay/town';
import { noAreas } from './no-areas.ts';

export const xmlOnly: Dialect = {
  like: 'Washington DC: XML alone',
  unread: noAreas,
  formats: ['xml'],
  answer(answer) {
    if (answer.failed || answer.route !== 'definition') return answer;
    const definition = answer.body as { readonly attributes: readonly unknown[] };
    return { ...answer, body: { ...definition, attributes: [...definition.attributes].reverse() } };
  },
};

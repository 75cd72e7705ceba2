/** Every JSON answer in an object with the name that the root has in XML, also when there is nothing in it. */

import { type Dialect, type Row, specShape, withRows } from '@citydesk/relay/town';
import { noAreas } from './no-areas.ts';

export const wrapped: Dialect = {
  like: 'Toronto and FixMyStreet: {"service_requests": […]}',
  unread: noAreas,
  answer(answer, { format }) {
    if (format === 'xml') return answer;
    const { body } = withRows(answer, ['requests', 'request'], withRecipients);
    return { ...answer, body: { [specShape(answer).root]: body } };
  },
};

function withRecipients(row: Row): Row {
  const { agency_responsible: agency, ...rest } = row;
  return agency === undefined ? row : { ...rest, agency_responsible: { recipient: [agency] } };
}

/** A token for every report. It leads to nothing at first, then to the id alone. Services are listed with few words. */

import { type Dialect, only, withRows } from '@citydesk/relay/town';
import { noAreas } from './no-areas.ts';

export const tokens: Dialect = {
  like: 'Merton: reports get a token, the id comes later',
  unread: noAreas,
  seed: (seed) => ({
    ...seed,
    services: seed.services.map((service) => ({ tokenDelay: 2000, ...service, type: 'batch' as const })),
  }),
  answer(answer) {
    const listed = withRows(answer, ['services'], (row) =>
      only(row, ['service_code', 'service_name', 'metadata', 'type', 'group']),
    );
    const told = withRows(listed, ['post'], (row) => only(row, ['token']));
    if (told.failed || told.route !== 'token') return told;
    const ready = (told.body as readonly object[]).filter((row) => 'service_request_id' in row);
    return withRows({ ...told, body: ready }, ['token'], (row) => only(row, ['service_request_id']));
  },
};

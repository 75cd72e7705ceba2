/** The declaration of the wire: the discovery. See `tables.ts`. */
import { anything, id, oneOf, text, type Kind } from './kinds.ts';
import { table } from './table.ts';

/** A row that says nothing without it: the type says that it is there. */
const key = id as Kind<string>;

/** The answer to GET discovery; its rows are of `endpointRow`. */
export const discoveryRow = table({ endpoints: anything, changeset: text, contact: text, key_service: text });

export const endpointRow = table(
  {
    specification: text,
    url: key,
    changeset: text,
    type: oneOf(['production', 'test'], 'production'),
    formats: anything,
  },
  'url',
);

/**
 * The one declaration of the wire: the fields of GeoReport v2 under the spec's own names, and how each is read. Decoders and encoders
 * stand on it, and `schemas.ts` gives it to others as zod schemas; lists and wrappers around rows are the business of the decoders. What is read
 * later than the rest is in files of its own: `request-tables.ts`, `definition-tables.ts`, `discovery-tables.ts`, `report-table.ts`,
 * `receipt-table.ts`.
 * Source: GeoReport v2, https://wiki.open311.org/GeoReport_v2/
 */
import type { ServiceType } from '../types.ts';
import { commaList, id, no, oneOf, text, type Kind } from './kinds.ts';
import { table } from './table.ts';

/** A row that says nothing without it: the type says that it is there. */
const key = id as Kind<string>;

/** A row of GET services. */
export const serviceRow = table(
  {
    service_code: key,
    service_name: text,
    description: text,
    metadata: no,
    type: oneOf<ServiceType>(['realtime', 'batch', 'blackbox'], 'realtime'),
    keywords: commaList,
    group: text,
  },
  'service_code',
);

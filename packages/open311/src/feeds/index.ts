/** Service requests as feeds and as a table: strings in, strings out, for a server, a worker or a page. */
export type { Feed } from './feed.ts';
export { toAtom } from './to-atom.ts';
export { csvText, toCsv, type CsvOptions } from './to-csv.ts';
export { toJsonFeed } from './to-json-feed.ts';
export type { SpecField } from './spec-fields.ts';
export type { ServiceRequest } from '../types.ts';

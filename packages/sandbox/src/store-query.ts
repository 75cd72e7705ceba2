/** Which requests are wanted, and how SQLite is asked for them. */

import { iso } from './wire-date.ts';

/** Which requests to list; everything given must hold. Newest first. */
export interface StoreQuery {
  readonly ids?: readonly string[];
  readonly serviceCodes?: readonly string[];
  /** Services whose requests are left out. */
  readonly withoutServices?: readonly string[];
  /** Leaves out those that then had a token only. */
  readonly numberedBy?: Date;
  /** `requested_datetime`, both ends included. */
  readonly from?: Date;
  readonly to?: Date;
  /** `updated_datetime`, both ends included. */
  readonly updatedFrom?: Date;
  readonly updatedTo?: Date;
  readonly open?: boolean;
  readonly limit: number;
  readonly offset?: number;
}

/** @returns the WHERE clause, empty when all are wanted, and the values of its placeholders */
export function conditions(query: StoreQuery): { where: string; values: string[] } {
  const parts: string[] = [];
  const values: string[] = [];
  const add = (part: string, ...more: string[]): void => {
    parts.push(part);
    values.push(...more);
  };
  // A list travels as one JSON value: SQLite has a ceiling on placeholders, a resident's tracker may not.
  if (query.ids) add('id IN (SELECT value FROM json_each(?))', JSON.stringify(query.ids));
  if (query.serviceCodes) add('service_code IN (SELECT value FROM json_each(?))', JSON.stringify(query.serviceCodes));
  if (query.withoutServices) {
    add('service_code NOT IN (SELECT value FROM json_each(?))', JSON.stringify(query.withoutServices));
  }
  if (query.numberedBy) add('(token_ready IS NULL OR token_ready <= ?)', iso(query.numberedBy));
  if (query.from) add('requested >= ?', iso(query.from));
  if (query.to) add('requested <= ?', iso(query.to));
  if (query.updatedFrom) add('updated >= ?', iso(query.updatedFrom));
  if (query.updatedTo) add('updated <= ?', iso(query.updatedTo));
  if (query.open !== undefined) add(query.open ? "status <> 'Closed'" : "status = 'Closed'");
  return { where: parts.length > 0 ? `WHERE ${parts.join(' AND ')}` : '', values };
}

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
  /** Within so many metres of a point. What has no point is left out, here and in `box`. */
  readonly near?: { readonly lat: number; readonly long: number; readonly radius: number };
  /** Within these degrees, edges included. */
  readonly box?: { readonly west: number; readonly south: number; readonly east: number; readonly north: number };
  readonly limit: number;
  readonly offset?: number;
}

/** @returns the WHERE clause, empty when all are wanted, and the values of its placeholders */
export function conditions(query: StoreQuery): { where: string; values: (string | number)[] } {
  const parts: string[] = [];
  const values: (string | number)[] = [];
  const add = (part: string, ...more: (string | number)[]): void => {
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
  // A request without a point is at no distance: NULL is neither more nor less.
  if (query.near) add('metres_between(lat, long, ?, ?) <= ?', query.near.lat, query.near.long, query.near.radius);
  if (query.box) {
    const { west, south, east, north } = query.box;
    add('long BETWEEN ? AND ? AND lat BETWEEN ? AND ?', west, east, south, north);
  }
  return { where: parts.length > 0 ? `WHERE ${parts.join(' AND ')}` : '', values };
}

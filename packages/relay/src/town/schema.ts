/** The tables of the city's database, and how a row of it is read. */

import type { DeskStatus, HistoryEntry, ResidentAnswer, StoredRequest } from './stored-request.ts';

export const schema = `
CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS service (code TEXT NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS counter (year TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS request (
  id TEXT PRIMARY KEY,
  token TEXT UNIQUE,
  token_ready TEXT,
  status TEXT NOT NULL DEFAULT 'Received' CHECK (status IN ('Received', 'In progress', 'Closed')),
  status_notes TEXT,
  service_code TEXT NOT NULL,
  service_name TEXT NOT NULL,
  description TEXT,
  agency_responsible TEXT,
  service_notice TEXT,
  requested TEXT NOT NULL,
  updated TEXT NOT NULL DEFAULT '',
  expected TEXT,
  address TEXT,
  address_id TEXT,
  zipcode TEXT,
  lat REAL,
  long REAL,
  media_url TEXT,
  email TEXT,
  first_name TEXT,
  last_name TEXT,
  phone TEXT,
  device_id TEXT,
  account_id TEXT,
  attributes TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS request_by_time ON request (requested);
CREATE TABLE IF NOT EXISTS entry (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  request_id TEXT NOT NULL REFERENCES request (id),
  at TEXT NOT NULL,
  status TEXT NOT NULL,
  note TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS entry_by_request ON entry (request_id);
`;

/** What is written with a new request, by column. The rest (status, notes, updated) follows from its history. */
export const rowColumns = {
  id: 'id',
  token: 'token',
  tokenReady: 'token_ready',
  serviceCode: 'service_code',
  serviceName: 'service_name',
  description: 'description',
  agencyResponsible: 'agency_responsible',
  serviceNotice: 'service_notice',
  requested: 'requested',
  expected: 'expected',
  address: 'address',
  addressId: 'address_id',
  zipcode: 'zipcode',
  lat: 'lat',
  long: 'long',
  mediaUrl: 'media_url',
  email: 'email',
  firstName: 'first_name',
  lastName: 'last_name',
  phone: 'phone',
  deviceId: 'device_id',
  accountId: 'account_id',
  attributes: 'attributes',
} as const;

type Text = string | null;

/** A row of `request`, as the tables above define it. */
export interface RequestRow {
  readonly id: string;
  readonly token: Text;
  readonly token_ready: Text;
  readonly status: DeskStatus;
  readonly status_notes: Text;
  readonly service_code: string;
  readonly service_name: string;
  readonly description: Text;
  readonly agency_responsible: Text;
  readonly service_notice: Text;
  readonly requested: string;
  readonly updated: string;
  readonly expected: Text;
  readonly address: Text;
  readonly address_id: Text;
  readonly zipcode: Text;
  readonly lat: number | null;
  readonly long: number | null;
  readonly media_url: Text;
  readonly email: Text;
  readonly first_name: Text;
  readonly last_name: Text;
  readonly phone: Text;
  readonly device_id: Text;
  readonly account_id: Text;
  readonly attributes: string;
}

/** A row of `entry`, with the name of its photo. */
export type EntryRow = HistoryEntry;

export function rowToRequest(
  row: RequestRow,
  history: readonly EntryRow[],
  photos: readonly string[],
  answers: readonly ResidentAnswer[],
): StoredRequest {
  return {
    serviceRequestId: row.id,
    token: row.token,
    tokenReadyDatetime: row.token_ready,
    deskStatus: row.status,
    statusNotes: row.status_notes,
    serviceCode: row.service_code,
    serviceName: row.service_name,
    description: row.description,
    agencyResponsible: row.agency_responsible,
    serviceNotice: row.service_notice,
    requestedDatetime: row.requested,
    updatedDatetime: row.updated,
    expectedDatetime: row.expected,
    address: row.address,
    addressId: row.address_id,
    zipcode: row.zipcode,
    lat: row.lat,
    long: row.long,
    mediaUrl: row.media_url,
    photos,
    email: row.email,
    firstName: row.first_name,
    lastName: row.last_name,
    phone: row.phone,
    deviceId: row.device_id,
    accountId: row.account_id,
    attributes: JSON.parse(row.attributes) as StoredRequest['attributes'],
    history: history.map(({ at, status, note, photo }) => ({ at, status, note, photo })),
    answers,
  };
}

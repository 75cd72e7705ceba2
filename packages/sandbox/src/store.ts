/**
 * The city's memory: one SQLite database, in a file or in memory. It numbers requests, keeps their history and
 * knows nothing of HTTP. A report is on disk before `add` returns, so a killed process loses nothing it confirmed.
 */

import { DatabaseSync } from 'node:sqlite';
import { randomUUID } from 'node:crypto';
import { photoFrom, photoSchema, photoShelf, type KeptPhoto, type Photo } from './photos.ts';
import { askAnything, residentAnswerSchema, residentAnswerShelf } from './resident-answers.ts';
import { rowColumns, rowToRequest, schema, type EntryRow, type RequestRow } from './schema.ts';
import { metresBetween } from './metres-between.ts';
import { conditions, type StoreQuery } from './store-query.ts';
import { iso } from './wire-date.ts';
import { afterWorkDays } from './work-days.ts';
import type { Seed, SeedRequest, SeedService } from './seed.ts';
import type { DeskStatus, NewRequest, NewResidentAnswer, StoredRequest } from './stored-request.ts';

export interface Store {
  readonly city: string;
  readonly timeZone: string;
  services(): readonly SeedService[];
  service(code: string): SeedService | undefined;
  /** Writes a report with its photos and gives it back with its number. */
  add(report: NewRequest, at: Date, photos?: readonly Photo[]): StoredRequest;
  photo(name: string): KeptPhoto | undefined;
  request(id: string): StoredRequest | undefined;
  byToken(token: string): StoredRequest | undefined;
  list(query: StoreQuery): readonly StoredRequest[];
  /** Every request, newest first. */
  all(): readonly StoredRequest[];
  /** Sets the status and, if a note is given, what the public reads. `undefined` for an unknown id. */
  change(id: string, status: DeskStatus, note: string | null, at: Date, photo?: Photo): StoredRequest | undefined;
  /** Keeps what a resident said afterwards, and gives its number. `undefined` for an unknown id. */
  answer(id: string, said: NewResidentAnswer, at: Date): number | undefined;
  /** Marks what a resident said as looked at. Whether there is such an answer to this request. */
  lookAt(id: string, answer: number, at: Date): boolean;
  /** Makes every token lead to its id from now on. */
  readyTokens(now: Date): void;
  close(): void;
}

/**
 * Opens the database, and seeds it if it is new.
 * @param file a path, or `:memory:`
 * @param tokenDelay milliseconds until tokens are ready, whatever the services say
 * @throws Error when the file cannot be opened or is not a sandbox database
 */
export function openStore(file: string, seed: Seed, tokenDelay?: number): Store {
  const db = new DatabaseSync(file, { timeout: 5000 });
  // FULL: a commit waits for the disk, so that also a power cut takes back nothing that was answered.
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
  db.exec(schema + photoSchema + residentAnswerSchema);
  askAnything(db);
  db.function('metres_between', { deterministic: true }, (lat, long, otherLat, otherLong) =>
    lat === null || long === null
      ? null
      : metresBetween({ lat: Number(lat), long: Number(long) }, { lat: Number(otherLat), long: Number(otherLong) }),
  );
  const shelf = photoShelf(db);
  const answers = residentAnswerShelf(db);

  const inTransaction = <T>(work: () => T): T => {
    db.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      db.exec('COMMIT');
      return result;
    } catch (error) {
      db.exec('ROLLBACK');
      throw error;
    }
  };
  const setting = (name: string): string | undefined =>
    (db.prepare('SELECT value FROM setting WHERE name = ?').get(name) as { value: string } | undefined)?.value;

  inTransaction(() => {
    if (setting('city') === undefined) plant(seed);
  });
  const city = setting('city') ?? '';
  const timeZone = setting('timeZone') ?? 'UTC';

  const historyOf = db.prepare(
    'SELECT at, status, note, name AS photo FROM entry LEFT JOIN entry_photo ON entry = position WHERE request_id = ? ORDER BY position',
  );
  const complete = (row: unknown): StoredRequest => {
    const known = row as RequestRow;
    const history = historyOf.all(known.id) as unknown as readonly EntryRow[];
    return rowToRequest(known, history, shelf.namesOf(known.id), answers.of(known.id));
  };
  const found = (sql: string, ...values: string[]): StoredRequest | undefined => {
    const row = db.prepare(sql).get(...values);
    return row && complete(row);
  };
  const service = (code: string): SeedService | undefined => {
    const row = db.prepare('SELECT body FROM service WHERE code = ? ORDER BY rowid').get(code) as
      { body: string } | undefined;
    return row && (JSON.parse(row.body) as SeedService);
  };

  function plant(wanted: Seed): void {
    const {
      city: name = 'Sandbox city',
      timeZone: zone = 'UTC',
      idPrefix: before = '',
      services,
      requests = [],
    } = wanted;
    const set = db.prepare('INSERT INTO setting (name, value) VALUES (?, ?)');
    set.run('city', name);
    set.run('timeZone', zone);
    set.run('idPrefix', before);
    // A list with a code twice is what some cities have; the first is the one that takes reports.
    const insert = db.prepare('INSERT INTO service (code, body) VALUES (?, ?)');
    for (const each of services) insert.run(each.service_code, JSON.stringify(each));
    const byTime = [...requests].sort((a, b) => Date.parse(a.requested_datetime) - Date.parse(b.requested_datetime));
    for (const past of byTime) plantRequest(past, services, zone);
  }

  function plantRequest(past: SeedRequest, services: readonly SeedService[], zone: string): void {
    const kind = services.find((each) => each.service_code === past.service_code);
    const at = new Date(past.requested_datetime);
    const id = past.service_request_id ?? nextId(at);
    const history = past.history ?? [];
    insertRequest(id, newRequestFrom(past, kind), at, expectedFor(kind, at, zone));
    insertEntry(id, at, 'Received', null);
    for (const photo of past.photos ?? []) shelf.put(id, photoFrom(photo));
    for (const { at: then, status, note = null, photo } of history) {
      insertEntry(id, new Date(then), status, note, photo === undefined ? undefined : photoFrom(photo));
    }
    reserve(id);
  }

  function expectedFor(kind: SeedService | undefined, at: Date, zone: string): Date | undefined {
    return kind?.expectedDays === undefined ? undefined : afterWorkDays(at, kind.expectedDays, zone);
  }

  /** Numbers run within a year: 26-01873 is the 1,873rd of 2026, C26-01873 that of a body whose numbers begin with C. */
  function nextId(at: Date): string {
    const year = String(at.getUTCFullYear()).slice(-2);
    const row = db
      .prepare(
        'INSERT INTO counter (year, value) VALUES (?, 1) ON CONFLICT (year) DO UPDATE SET value = value + 1 RETURNING value',
      )
      .get(year) as { value: number };
    return `${setting('idPrefix') ?? ''}${year}-${String(row.value).padStart(5, '0')}`;
  }

  /** Makes the next number come after one that was given. */
  function reserve(id: string): void {
    const [, year, number] = /^[A-Z]*(\d{2})-(\d{5})$/.exec(id) ?? [];
    if (year === undefined || number === undefined) return;
    db.prepare(
      'INSERT INTO counter (year, value) VALUES (?, ?) ON CONFLICT (year) DO UPDATE SET value = max(value, excluded.value)',
    ).run(year, Number(number));
  }

  function insertRequest(id: string, report: NewRequest, at: Date, expected: Date | undefined, token?: Token): void {
    const values = {
      ...report,
      id,
      token: token?.text ?? null,
      tokenReady: token ? iso(token.ready) : null,
      requested: iso(at),
      expected: expected ? iso(expected) : null,
      attributes: JSON.stringify(report.attributes),
    };
    const names = Object.keys(rowColumns) as (keyof typeof rowColumns)[];
    const columns = names.map((name) => rowColumns[name]).join(', ');
    db.prepare(`INSERT INTO request (${columns}) VALUES (${names.map(() => '?').join(', ')})`).run(
      ...names.map((name) => values[name]),
    );
  }

  function insertEntry(id: string, at: Date, status: DeskStatus, note: string | null, photo?: Photo): void {
    const { lastInsertRowid } = db
      .prepare('INSERT INTO entry (request_id, at, status, note) VALUES (?, ?, ?, ?)')
      .run(id, iso(at), status, note);
    if (photo) shelf.putWithEntry(id, lastInsertRowid, photo);
    db.prepare('UPDATE request SET status = ?, status_notes = coalesce(?, status_notes), updated = ? WHERE id = ?').run(
      status,
      note,
      iso(at),
      id,
    );
  }

  return {
    city,
    timeZone,
    service,
    services: () =>
      db
        .prepare('SELECT body FROM service ORDER BY rowid')
        .all()
        .map((row) => JSON.parse(String(row['body'])) as SeedService),
    photo: shelf.get,
    add: (report, at, photos = []) =>
      inTransaction(() => {
        const kind = service(report.serviceCode);
        const id = nextId(at);
        const delay = tokenDelay ?? kind?.tokenDelay ?? 0;
        const token = kind?.type === 'batch' ? { text: randomUUID(), ready: new Date(+at + delay) } : undefined;
        insertRequest(id, report, at, expectedFor(kind, at, timeZone), token);
        insertEntry(id, at, 'Received', null);
        for (const photo of photos) shelf.put(id, photo);
        return complete(db.prepare('SELECT * FROM request WHERE id = ?').get(id));
      }),
    request: (id) => found('SELECT * FROM request WHERE id = ?', id),
    byToken: (token) => found('SELECT * FROM request WHERE token = ?', token),
    list: (query) => {
      const { where, values } = conditions(query);
      return db
        .prepare(`SELECT * FROM request ${where} ORDER BY requested DESC, id DESC LIMIT ? OFFSET ?`)
        .all(...values, query.limit, query.offset ?? 0)
        .map(complete);
    },
    all: () => db.prepare('SELECT * FROM request ORDER BY requested DESC, id DESC').all().map(complete),
    change: (id, status, note, at, photo) =>
      inTransaction(() => {
        if (!found('SELECT * FROM request WHERE id = ?', id)) return undefined;
        insertEntry(id, at, status, note, photo);
        return found('SELECT * FROM request WHERE id = ?', id);
      }),
    answer: (id, said, at) =>
      inTransaction(() =>
        found('SELECT * FROM request WHERE id = ?', id) ? answers.put(id, said, iso(at)) : undefined,
      ),
    lookAt: (id, answer, at) => answers.look(id, answer, iso(at)),
    readyTokens: (now) => void db.prepare('UPDATE request SET token_ready = ?1 WHERE token_ready > ?1').run(iso(now)),
    close: () => db.close(),
  };
}

interface Token {
  readonly text: string;
  readonly ready: Date;
}

function newRequestFrom(past: SeedRequest, kind: SeedService | undefined): NewRequest {
  return {
    serviceCode: past.service_code,
    serviceName: kind?.service_name ?? past.service_code,
    description: past.description ?? null,
    agencyResponsible: kind?.agency ?? null,
    serviceNotice: kind?.notice ?? null,
    address: past.address ?? null,
    addressId: past.address_id ?? null,
    zipcode: past.zipcode ?? null,
    lat: past.lat ?? null,
    long: past.long ?? null,
    mediaUrl: past.media_url ?? null,
    email: past.email ?? null,
    firstName: past.first_name ?? null,
    lastName: past.last_name ?? null,
    phone: past.phone ?? null,
    deviceId: null,
    accountId: null,
    attributes: past.attributes ?? {},
  };
}

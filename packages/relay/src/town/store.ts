/**
 * The city's memory: one SQLite database, in a file or in memory. It numbers requests, keeps their history and
 * knows nothing of HTTP. A report is on disk before `add` returns, so a killed process loses nothing it confirmed.
 */

import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from '../database.ts';
import { filedKeys, filedKeySchema } from './filed-keys.ts';
import { photoFrom, photoSchema, photoShelf, type KeptPhoto, type Photo } from './photos.ts';
import { newRequestFrom } from './planted.ts';
import { privateCodes, privateCodeSchema } from './private-codes.ts';
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
  /** Codes of services whose requests are nobody's business, with those that are not offered any more. */
  privateCodes(): readonly string[];
  /**
   * Writes a report with its photos and gives it back with its number.
   * @param key the sender's own id for it, unique in the world: a second report with one is not written, and the first is given back
   */
  add(report: NewRequest, at: Date, photos?: readonly Photo[], key?: string): StoredRequest;
  /** The request that was filed under this id of its sender's. */
  byKey(key: string): StoredRequest | undefined;
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
  /** Gives the request to another team (`agency_responsible`), with a line in its history. `undefined` for an unknown id. */
  assign(id: string, agency: string, note: string | null, at: Date): StoredRequest | undefined;
  /** Puts these in place of the services it had. Requests of services that are gone stay as they are. */
  offer(services: readonly SeedService[]): void;
  /**
   * Removes who sent them from requests that were closed before `then`: name, email, phone, device and account, and the words of residents' answers.
   * @returns how many had any
   */
  forgetContacts(then: Date): number;
  /** Makes every token lead to its id from now on. */
  readyTokens(now: Date): void;
  close(): void;
}

export interface StoreOptions {
  /** Milliseconds until tokens are ready, whatever the services say. */
  readonly tokenDelay?: number | undefined;
  /** Whether name, zone and services are those of the seed at every start, not only at the first. Default false. */
  readonly followsSeed?: boolean | undefined;
  /** Told of every new request in the transaction that writes it: what it writes to the same database stands or falls with the request. */
  readonly added?: ((request: StoredRequest) => void) | undefined;
  /** The same for every change, with the request as it was before. */
  readonly changed?: ((request: StoredRequest, before: StoredRequest) => void) | undefined;
}

/**
 * The city's memory in this database, which is seeded if it is new.
 * @throws Error when it holds something else under the same names
 */
export function openStore(db: DatabaseSync, seed: Seed, options: StoreOptions = {}): Store {
  const { tokenDelay, followsSeed = false, added, changed } = options;
  db.exec(schema + photoSchema + residentAnswerSchema + filedKeySchema + privateCodeSchema);
  askAnything(db);
  db.function('metres_between', { deterministic: true }, (lat, long, otherLat, otherLong) =>
    lat === null || long === null
      ? null
      : metresBetween({ lat: Number(lat), long: Number(long) }, { lat: Number(otherLat), long: Number(otherLong) }),
  );
  const shelf = photoShelf(db);
  const answers = residentAnswerShelf(db);
  const keys = filedKeys(db);
  const closed = privateCodes(db);

  const setting = (name: string): string | undefined =>
    (db.prepare('SELECT value FROM setting WHERE name = ?').get(name) as { value: string } | undefined)?.value;

  const services = (): readonly SeedService[] =>
    db
      .prepare('SELECT body FROM service ORDER BY rowid')
      .all()
      .map((row) => JSON.parse(String(row['body'])) as SeedService);

  inTransaction(db, () => {
    if (setting('city') === undefined) plant(seed);
    else if (followsSeed) follow(seed);
    else closed.learn(services());
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
  const request = (id: string): StoredRequest | undefined => found('SELECT * FROM request WHERE id = ?', id);
  const byKey = (key: string): StoredRequest | undefined => {
    const id = keys.find(key);
    return id === undefined ? undefined : request(id);
  };
  const altered = (id: string, change: (before: StoredRequest) => void): StoredRequest | undefined =>
    inTransaction(db, () => {
      const before = request(id);
      if (!before) return undefined;
      change(before);
      const after = request(id)!;
      changed?.(after, before);
      return after;
    });
  const service = (code: string): SeedService | undefined => {
    const row = db.prepare('SELECT body FROM service WHERE code = ? ORDER BY rowid').get(code) as
      { body: string } | undefined;
    return row && (JSON.parse(row.body) as SeedService);
  };

  function plant(wanted: Seed): void {
    const { timeZone: zone = 'UTC', services, requests = [] } = wanted;
    follow(wanted);
    const byTime = [...requests].sort((a, b) => Date.parse(a.requested_datetime) - Date.parse(b.requested_datetime));
    for (const past of byTime) plantRequest(past, services, zone);
  }

  /** Takes over what the city is called, where it is and what it offers; its requests stay as they are. */
  function follow({
    city: name = 'Sandbox city',
    timeZone: zone = 'UTC',
    idPrefix: before = '',
    services,
  }: Seed): void {
    const set = db.prepare('INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)');
    set.run('city', name);
    set.run('timeZone', zone);
    set.run('idPrefix', before);
    offer(services);
  }

  /** A list with a code twice is what some cities have; the first is the one that takes reports. */
  function offer(services: readonly SeedService[]): void {
    db.exec('DELETE FROM service');
    const insert = db.prepare('INSERT INTO service (code, body) VALUES (?, ?)');
    for (const each of services) insert.run(each.service_code, JSON.stringify(each));
    closed.learn(services);
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
    const later = 'ON CONFLICT (year) DO UPDATE SET value = max(value, excluded.value)';
    db.prepare(`INSERT INTO counter (year, value) VALUES (?, ?) ${later}`).run(year, Number(number));
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
    privateCodes: closed.all,
    services,
    photo: shelf.get,
    add: (report, at, photos = [], key) =>
      inTransaction(db, () => {
        const filed = key !== undefined && byKey(key);
        if (filed) return filed;
        const kind = service(report.serviceCode);
        const id = nextId(at);
        const delay = tokenDelay ?? kind?.tokenDelay ?? 0;
        const token = kind?.type === 'batch' ? { text: randomUUID(), ready: new Date(+at + delay) } : undefined;
        insertRequest(id, report, at, expectedFor(kind, at, timeZone), token);
        insertEntry(id, at, 'Received', null);
        for (const photo of photos) shelf.put(id, photo);
        if (key !== undefined) keys.put(key, id);
        const kept = request(id)!;
        added?.(kept);
        return kept;
      }),
    byKey,
    request,
    byToken: (token) => found('SELECT * FROM request WHERE token = ?', token),
    list: (query) => {
      const { where, values } = conditions(query);
      return db
        .prepare(`SELECT * FROM request ${where} ORDER BY requested DESC, id DESC LIMIT ? OFFSET ?`)
        .all(...values, query.limit, query.offset ?? 0)
        .map(complete);
    },
    all: () => db.prepare('SELECT * FROM request ORDER BY requested DESC, id DESC').all().map(complete),
    change: (id, status, note, at, photo) => altered(id, () => insertEntry(id, at, status, note, photo)),
    assign: (id, agency, note, at) =>
      altered(id, ({ deskStatus }) => {
        db.prepare('UPDATE request SET agency_responsible = ? WHERE id = ?').run(agency, id);
        insertEntry(id, at, deskStatus, note);
      }),
    answer: (id, said, at) => inTransaction(db, () => (request(id) ? answers.put(id, said, iso(at)) : undefined)),
    lookAt: (id, answer, at) => answers.look(id, answer, iso(at)),
    offer: (services) => inTransaction(db, () => offer(services)),
    forgetContacts: (then) =>
      inTransaction(db, () => {
        const old = "status = 'Closed' AND updated < ?1";
        db.prepare(
          `UPDATE resident_answer SET words = NULL WHERE request_id IN (SELECT id FROM request WHERE ${old})`,
        ).run(iso(then));
        const { changes } = db
          .prepare(
            `UPDATE request SET email = NULL, first_name = NULL, last_name = NULL, phone = NULL, device_id = NULL, account_id = NULL
             WHERE ${old} AND coalesce(email, first_name, last_name, phone, device_id, account_id) IS NOT NULL`,
          )
          .run(iso(then));
        return Number(changes);
      }),
    readyTokens: (now) => void db.prepare('UPDATE request SET token_ready = ?1 WHERE token_ready > ?1').run(iso(now)),
    close: () => db.close(),
  };
}

interface Token {
  readonly text: string;
  readonly ready: Date;
}

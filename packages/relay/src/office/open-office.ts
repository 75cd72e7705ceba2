/** Opens the office of a relay on its database: the town where there is one, what goes out by mail, and the parts that are switched on. */

import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { alerts } from '../alerts/alerts.ts';
import { counts } from '../counts/counts.ts';
import { openDatabase } from '../database.ts';
import { departments } from '../departments/departments.ts';
import { kindOf, type Log } from '../log.ts';
import { messageHealth } from '../mail/message-health.ts';
import { messageOutbox } from '../mail/outbox.ts';
import { messageSender } from '../mail/sender.ts';
import { report } from '../report/report.ts';
import { StartError } from '../start-error.ts';
import { desk } from './desk.ts';
import { openTown, type Town } from './open-town.ts';
import { retention } from './retention.ts';
import { staffDoor } from './staff-door.ts';
import type { RelayConfig } from '../config.ts';
import type { SiteAround } from '../relay.ts';
import type { OfficePart } from './office.ts';

export interface OfficeOptions {
  readonly config: RelayConfig;
  readonly secret: string;
  /** CITYDESK_SMTP_PASSWORD. */
  readonly smtpPassword?: string | undefined;
  /** CITYDESK_WEBHOOK_SECRET. */
  readonly webhookSecret?: string | undefined;
  /** CITYDESK_STAFF_PASSWORD. */
  readonly staffPassword?: string | undefined;
  readonly now?: (() => Date) | undefined;
  readonly log: Log;
}

export interface OpenOffice {
  /** The town, where the relay is the backend itself. */
  readonly town: Town | undefined;
  /** For `createRelay`. */
  parts(around: SiteAround): readonly OfficePart[];
  /** Begins its rounds. @param url where the relay answers, for links where `publicUrl` says nothing */
  begin(url: string): void;
  close(): Promise<void>;
}

const minute = 60_000;
/** Milliseconds for a round under way when the relay ends: what waits for a silent city is looked at after the next start. */
const patience = 5_000;

/** `undefined` where nothing is switched on that needs it. @throws {StartError} where the database cannot be opened */
export function openOffice(options: OfficeOptions): OpenOffice | undefined {
  const { config, secret, log } = options;
  const hasTown = config.upstream === 'mailto' || config.upstream === 'webhook';
  const hasStaff = options.staffPassword !== undefined || config.staffHeader !== undefined;
  if (!(hasTown || hasStaff || config.alerts || config.counts || config.publicReport)) return undefined;
  const now = options.now ?? (() => new Date());
  const db = databaseIn(config.database);
  const outbox = messageOutbox(db, () => sender.wake());
  const sender = messageSender({
    db,
    mail: config.mail,
    name: config.city,
    faster: config.faster,
    password: options.smtpPassword,
    sms: config.sms,
    webhookSecret: options.webhookSecret,
    now,
    log,
  });
  let made: readonly OfficePart[] = [];
  const town = hasTown
    ? openTown({
        db,
        config,
        now,
        added: (request) => made.forEach((part) => part.added?.(request)),
        changed: (request, before) => made.forEach((part) => part.changed?.(request, before)),
      })
    : undefined;
  let publicUrl = config.publicUrl;
  let turning: Promise<void> | undefined;
  const round = async (): Promise<void> => {
    for (const part of made) {
      try {
        await part.round?.();
      } catch (error) {
        log({ is: 'trouble', what: 'the office', why: kindOf(error) });
      }
    }
    sender.wake();
  };
  const turn = () => (turning ??= round().finally(() => (turning = undefined)));
  let timer: ReturnType<typeof setInterval> | undefined;

  return {
    town,
    parts(around) {
      const all = {
        ...around,
        db,
        outbox,
        secret,
        store: town?.store,
        staffPassword: options.staffPassword,
        now,
        log,
        get publicUrl() {
          return publicUrl ?? 'http://localhost/';
        },
      };
      made = [
        staffDoor(all),
        ...(town ? [departments(all), retention(all)] : []),
        ...(config.alerts ? [alerts(all)] : []),
        ...(config.counts ? [counts(all)] : []),
        report(all),
        desk(all),
        { health: () => ({ messages: messageHealth(db, now()) }) },
      ];
      return made;
    },
    begin(url) {
      publicUrl ??= url;
      void turn();
      timer = setInterval(() => void turn(), Math.max(1000, minute / config.faster));
      timer.unref();
    },
    async close() {
      clearInterval(timer);
      await Promise.race([turning, new Promise((resolve) => setTimeout(resolve, patience).unref())]);
      await sender.close();
      db.close();
    },
  };
}

function databaseIn(file: string) {
  try {
    if (file !== ':memory:') {
      mkdirSync(dirname(file), { recursive: true });
      // It holds names and phone numbers: nobody else on this computer reads it. What SQLite puts beside it is like it.
      closeSync(openSync(file, 'a', 0o600));
    }
    return openDatabase(file);
  } catch {
    throw new StartError(
      `Nothing can be kept in ${file}. Let the relay write there, or name another file as "database".`,
    );
  }
}

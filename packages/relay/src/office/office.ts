/** What the relay does for the people behind it: a town's own desk and mail, alerts, counts, the report. Each only where it is switched on. */

import type { Hono } from 'hono';
import type { DatabaseSync } from 'node:sqlite';
import type { RelayConfig } from '../config.ts';
import type { Health } from '../health.ts';
import type { Log } from '../log.ts';
import type { MessageOutbox } from '../mail/message.ts';
import type { RelayEnv } from '../relay-env.ts';
import type { SiteAround } from '../relay.ts';
import type { Store, StoredRequest } from '../town.ts';

/** What each part of the office is made with. */
export interface OfficeAround extends SiteAround {
  readonly config: RelayConfig;
  readonly db: DatabaseSync;
  readonly outbox: MessageOutbox;
  /** Signs links. */
  readonly secret: string;
  /** The town's own store; `undefined` where the city has a backend of its own. */
  readonly store: Store | undefined;
  /** CITYDESK_STAFF_PASSWORD. */
  readonly staffPassword?: string | undefined;
  readonly now: () => Date;
  readonly log: Log;
  /** Where residents and staff reach the relay, with a slash at the end: for links in mail. */
  readonly publicUrl: string;
}

/** One thing the office does. */
export interface OfficePart {
  /** Calls below the base, open to the listed origins. */
  readonly api?: Hono<RelayEnv>;
  /** Pages for people. */
  readonly pages?: Hono<RelayEnv>;
  /** In the transaction that writes a new report of the town. */
  added?(request: StoredRequest): void;
  /** The same for a change, with the request as it was before. */
  changed?(request: StoredRequest, before: StoredRequest): void;
  /** To be done about once a minute, and at the start. A failure is logged, and the next time comes. */
  round?(): void | Promise<void>;
  /** What /health says beside the rest, in numbers. */
  health?(): Partial<Health>;
}

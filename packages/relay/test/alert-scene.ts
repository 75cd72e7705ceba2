/** Alerts for tests: a city, a relay before it, a real mail server, and a clock that goes when it is told to. */

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { createCity, type City } from '@citydesk/sandbox';
import { alerts } from '../src/alerts/alerts.ts';
import { openDatabase } from '../src/database.ts';
import { messageOutbox } from '../src/mail/outbox.ts';
import { messageSender, type Sender } from '../src/mail/sender.ts';
import { openTown, type Town } from '../src/office/open-town.ts';
import { configFrom, type ConfigFile } from '../src/config.ts';
import { get, post, relayTo, secret, type Answer, type TestRelay } from '../src/test-kit.ts';
import { openMailbox, type ArrivedMail, type Mailbox } from './mailbox.ts';
import { townFile } from './town.ts';
import type { Seed } from '../src/town.ts';
import type { OfficePart } from '../src/office/office.ts';

export interface AlertScene {
  readonly mailbox: Mailbox;
  readonly city: City;
  /** Where the scene is played in a town of the relay's own. */
  readonly town: Town | undefined;
  /** Of the running relay: another one after each start. */
  readonly relay: TestRelay;
  readonly db: DatabaseSync;
  readonly folder: string;
  at: Date;
  /** Moves the clock on. */
  pass(time: { readonly days?: number; readonly minutes?: number }): void;
  /** What the relay does about once a minute, and then all that waits goes out. */
  round(): Promise<void>;
  /** The round alone: what it writes waits. */
  look(): Promise<void>;
  /** All that waits goes out. */
  deliver(): Promise<void>;
  ask(fields: Readonly<Record<string, string>>, ip?: string): Promise<Answer>;
  /** Mails to this address so far. */
  mailsTo(address: string): readonly ArrivedMail[];
  /** Asks, opens the link in the mail that comes, and says yes. */
  subscribe(address: string, id: string, locale?: string): Promise<void>;
  open(link: string): Promise<Answer>;
  press(link: string, fields?: Readonly<Record<string, string>>): Promise<Answer>;
  /** As if the process had been killed and begun anew. */
  restart(): Promise<void>;
  /** The bytes of all that stands in the folder. */
  bytes(): string;
  close(): Promise<void>;
}

/** A service of each kind, and two requests that were received. */
const smallCity: Seed = {
  city: 'Three Rivers',
  timeZone: 'America/Detroit',
  services: [
    { service_code: 'pothole', service_name: 'Pothole', expectedDays: 5 },
    { service_code: 'later', service_name: 'Sign missing', type: 'batch', tokenDelay: 3_600_000 },
    { service_code: 'neighbour', service_name: 'Trouble with a neighbour', private: true },
  ],
  requests: ['pothole', 'pothole', 'neighbour'].map((service_code, at) => ({
    service_code,
    requested_datetime: `2026-11-2${at}T10:00:00-05:00`,
  })),
};

export interface AlertSceneOptions {
  readonly config?: Partial<ConfigFile>;
  readonly town?: boolean;
  /** Whether the city knows the spec alone: no notes, and no finer word than open and closed. */
  readonly isTerse?: boolean;
  /** Of the city. Default: a small one. */
  readonly seed?: Seed;
}

const minute = 60_000;

export async function alertScene({
  config = {},
  town: isTown = false,
  seed = smallCity,
  isTerse = false,
}: AlertSceneOptions = {}): Promise<AlertScene> {
  const folder = mkdtempSync(join(tmpdir(), 'citydesk-alerts-'));
  const mailbox = await openMailbox();
  let at = new Date('2026-11-22T15:00:00Z');
  const now = () => at;
  const city = createCity({ now, seed });
  const written: ConfigFile = {
    upstream: 'http://127.0.0.1:1/open311/v2/',
    ...(isTown ? townFile : { city: 'Three Rivers', zone: 'America/Detroit' }),
    publicUrl: 'https://relay.test/',
    alerts: true,
    mail: { from: '311@city.example', server: mailbox.url },
    ...config,
  };

  let relay!: TestRelay;
  let part!: OfficePart;
  let db!: DatabaseSync;
  let sender!: Sender;
  let town: Town | undefined;
  const start = () => {
    db = openDatabase(join(folder, 'relay.sqlite'));
    const outbox = messageOutbox(db);
    const { mail, sms } = configFrom(written);
    sender = messageSender({ db, mail, sms, now, log: () => {}, faster: 1000 });
    town = isTown
      ? openTown({ db, config: configFrom(written), now, changed: (...both) => part.changed?.(...both) })
      : undefined;
    const { services: _services, departments: _departments, ...before } = written;
    const { privateServices = [], mediaAddresses = [] } = town?.config ?? {};
    const inTown = town && { upstream: 'http://127.0.0.1:1/open311/v2/', privateServices, mediaAddresses };
    relay = relayTo(
      town?.fetch ?? (isTerse ? terse(city) : city),
      { ...before, ...inTown, faster: 1 },
      {
        office: (around) => {
          const { publicUrl = '' } = around.config;
          part = alerts({ ...around, publicUrl, db, outbox, secret, store: town?.store, now, log: () => {} });
          return [part];
        },
      },
    );
  };
  const stop = async () => {
    await sender.close();
    await relay.close();
    db.close();
  };
  try {
    start();
  } catch (error) {
    await mailbox.close();
    throw error;
  }

  const scene: AlertScene = {
    mailbox,
    city,
    folder,
    get town() {
      return town;
    },
    get relay() {
      return relay;
    },
    get db() {
      return db;
    },
    get at() {
      return at;
    },
    set at(time) {
      at = time;
    },
    pass({ days = 0, minutes = 0 }) {
      at = new Date(+at + days * 1440 * minute + minutes * minute);
    },
    async round() {
      await scene.look();
      await scene.deliver();
    },
    look: async () => part.round?.(),
    async deliver() {
      sender.wake();
      const waiting = db.prepare(
        "SELECT count(*) AS n FROM outbox WHERE state IN ('waiting', 'in doubt') AND next_at <= ?",
      );
      for (let tries = 0; tries < 1500 && Number(waiting.get(+at)?.['n']) > 0; tries++) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    ask: (fields, ip) => post(relay, fields, {}, 'alerts', ip),
    mailsTo: (address) => mailbox.mails.filter(({ to }) => to.includes(address)),
    async subscribe(address, id, locale = 'en') {
      const { status, text } = await scene.ask({ service_request_id: id, email: address, locale });
      if (status !== 202) throw new Error(text);
      await scene.deliver();
      const link = scene.mailsTo(address).at(-1)?.links[0] ?? '';
      const said = await scene.press(link);
      if (said.status !== 200) throw new Error(`${said.status} ${link}`);
    },
    open: (link) => get(relay, new URL(link).pathname),
    press: (link, fields = {}) => post(relay, fields, {}, new URL(link).pathname),
    async restart() {
      await stop();
      start();
    },
    bytes: () =>
      readdirSync(folder)
        .map((file) => readFileSync(join(folder, file), 'latin1'))
        .join('\n'),
    async close() {
      await stop();
      await mailbox.close();
      city.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return scene;
}

function terse(city: City): typeof globalThis.fetch {
  return (input, init) => {
    const url = new URL(String(input));
    url.searchParams.delete('extensions');
    return city.fetch(new Request(url, init));
  };
}

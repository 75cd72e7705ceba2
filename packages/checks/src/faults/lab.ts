// The world of the lab: one city, six lanes to it, and a resident on each.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { crc32, deflateSync } from 'node:zlib';
import { launch, type Browser } from 'puppeteer-core';
import { findBrowser } from '../browser.ts';
import type { Child } from './child.ts';
import { readCity, type CityReader, type Submitted } from './judge.ts';
import { openLane, startLabCity, type Lane } from './lane.ts';
import type { LabOptions } from './lab-options.ts';
import { serveLabSite, type LabSite } from './lab-site.ts';
import type { Task } from './plan.ts';
import { newResident, type Resident } from './resident.ts';
import { submit } from './submission.ts';

export interface Lab {
  readonly city: Child;
  readonly rows: CityReader;
  readonly site: LabSite;
  readonly browser: Browser;
  readonly photo: string;
  readonly scale: number;
  /** A word that stands in one report only. */
  nextMarker(): string;
  openLane(way: Lane['way'], at: number): Promise<Lane>;
  close(): Promise<void>;
}

/** Services that ask nothing, so that a report takes three screens. Each lane has one for itself, as long as they last. */
const services = [
  { serviceCode: 'graffiti', serviceName: 'Graffiti' },
  { serviceCode: 'storm_drain', serviceName: 'Storm drain clogged' },
  { serviceCode: 'tree_trim', serviceName: 'Tree needs trimming' },
  { serviceCode: 'curb', serviceName: 'Curb broken or gutter damaged' },
  { serviceCode: 'park_mess', serviceName: 'Trash or mess in a park' },
  { serviceCode: 'street_lines', serviceName: 'Faded street lines' },
];

/** What a browser is started with: like any other, and no address outside this machine leads anywhere. */
export async function labBrowser(userDataDir?: string): Promise<Browser> {
  const { executablePath, args, env, headless } = await findBrowser();
  return launch({
    executablePath,
    args: [...args, '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost'],
    env,
    headless,
    ...(userDataDir !== undefined && { userDataDir }),
  });
}

export async function openLab({ out, scale }: LabOptions): Promise<Lab> {
  for (const each of ['city', 'naive', 'relays', 'profiles', 'submitted.jsonl', 'table.json', 'photo.png'])
    rmSync(path.join(out, each), { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const photo = path.join(out, 'photo.png');
  writeFileSync(photo, picture());
  const folder = path.join(out, 'city');
  const [city, site, browser] = await Promise.all([startLabCity(folder), serveLabSite(), labBrowser()]);
  const database = path.join(folder, 'city.sqlite');
  const rows = readCity(database);
  let count = 0;
  return {
    city,
    rows,
    site,
    browser,
    photo,
    scale,
    nextMarker: () => `K${(count++).toString(36).toUpperCase().padStart(4, '0')}X`,
    openLane: (way, at) =>
      openLane({
        name: `${way}-${at}`,
        way,
        ...services[at % services.length]!,
        isCrossOrigin: at % 2 === 1,
        site,
        cityPort: city.port,
        scale,
        folder: path.join(out, 'relays'),
      }),
    async close() {
      rows.close();
      await browser.close();
      await site.close();
      await city.stop();
      // One file, for whoever counts again.
      const whole = new DatabaseSync(database);
      whole.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      whole.close();
    },
  };
}

/** Told of each report as it is done, and of each that could not even be sent. */
export interface Told {
  done(submitted: Submitted): void;
  failed(task: Task, error: unknown): void;
}

/** Sends all reports of the plan, on so many lanes at a time. */
export async function runPlan(
  lab: Lab,
  way: Lane['way'],
  tasks: readonly Task[],
  lanes: number,
  told: Told,
): Promise<void> {
  const queue = [...tasks];
  const worker = async (at: number) => {
    const lane = await lab.openLane(way, at);
    let resident = await newResident(lab.browser, lane, lab.scale);
    const anew = async () => {
      await resident.close().catch(() => {});
      resident = await newResident(lab.browser, lane, lab.scale);
    };
    const takeNext = (): Task | undefined => {
      const index = queue.findIndex(({ crossOrigin }) => !crossOrigin || lane.isCrossOrigin || lanes === 1);
      return index < 0 ? undefined : queue.splice(index, 1)[0];
    };
    const attempt = (one: Resident, task: Task) =>
      submit({ resident: one, ...task, marker: lab.nextMarker(), city: lab.rows, scale: lab.scale, photo: lab.photo });
    try {
      for (let task = takeNext(); task; task = takeNext()) {
        try {
          // Browsers remember for a while that they may ask.
          if (task.crossOrigin) await anew();
          told.done(await attempt(resident, task));
        } catch (error) {
          told.failed(task, error);
          await anew();
        }
        for (const proxy of [lane.near, lane.far]) {
          proxy.heal();
          await proxy.open();
        }
      }
    } finally {
      await resident.close().catch(() => {});
      await lane.close();
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_, at) => worker(at)));
}

/** A small picture, in the simplest PNG there is. */
function picture(size = 64): Buffer {
  const raw = Buffer.alloc((size * 3 + 1) * size);
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) raw.set([x * 4, y * 4, 90], y * (size * 3 + 1) + 1 + x * 3);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 2], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(raw)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const whole = Buffer.alloc(named.byteLength + 8);
  whole.writeUInt32BE(data.byteLength, 0);
  whole.set(named, 4);
  whole.writeUInt32BE(crc32(named), named.byteLength + 4);
  return whole;
}

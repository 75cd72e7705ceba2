/** Puts a report into the hands of a department: writes down who has it, and what is to be sent there. All in the transaction of the caller. */

import { nameOf, type Departments } from './department.ts';
import { departmentNotice } from './department-notice.ts';
import { doLinks, type Deed } from './do-links.ts';
import { mailPhotos } from './mail-photos.ts';
import { onwardFrom, type Handing } from './onward.ts';
import { reportMail } from './report-mail.ts';
import type { OfficeAround } from '../office/office.ts';
import type { Store, StoredRequest } from '../town.ts';
import type { Held, Routing } from './routing.ts';

export interface HandOverAround extends Pick<OfficeAround, 'config' | 'outbox' | 'secret' | 'publicUrl'> {
  readonly store: Store;
  readonly routing: Routing;
  readonly departments: Departments;
}

const day = 86_400_000;

/** What somebody may do who has a report. */
export function deedsOf(had: readonly Held[], departments: Departments): readonly Deed[] {
  const { choices, otherwise } = onwardFrom(had, [...departments.keys()]);
  const canPass = choices.length > 0 || otherwise !== undefined;
  return [
    'started',
    'done',
    ...(canPass ? (['not-ours'] as const) : []),
    ...(otherwise ? [] : (['not-here'] as const)),
  ];
}

/** The first department of a report; one that no service names gets what belongs to nobody. */
export function firstHandOver(around: HandOverAround, request: StoredRequest, at: Date): void {
  const { config, departments } = around;
  const named = config.services?.find(({ code }) => code === request.serviceCode)?.department ?? '';
  const [first] = departments.keys();
  if (first === undefined) return;
  handOver(around, request, { to: departments.has(named) ? named : first, isLast: false }, null, at);
}

/** @param why the department before said, or null for the first */
export function handOver(
  around: HandOverAround,
  request: StoredRequest,
  { to, isLast }: Handing,
  why: string | null,
  at: Date,
): void {
  const { config, outbox, secret, publicUrl, store, routing, departments } = around;
  const requestId = request.serviceRequestId;
  const before = routing.of(requestId).at(-1);
  const hop = before ? before.hop + 1 : 0;
  routing.put(requestId, { department: to, hop, at: at.toISOString(), why, isLast });
  const receiver = departments.get(to);
  if (!receiver) throw new Error('A report was given to a department that is not there.');
  const until = new Date(+at + config.linkDays * day);
  const all = deedsOf(routing.of(requestId), departments);
  const about = {
    ...{ request, until, publicUrl, city: store.city, zone: store.timeZone },
    service: store.service(request.serviceCode),
    token: doLinks(secret).make({ requestId, department: to, hop }, until),
    // One way to say no is enough in a mail; the page has both.
    deeds: all.includes('not-ours') ? all.filter((deed) => deed !== 'not-here') : all,
    passedOn: before && { by: nameOf(before.department, departments), why },
  };
  const key = `report ${requestId} ${to} ${hop}`;
  if (config.webhook !== undefined) {
    const body = departmentNotice(about, { code: to, ...receiver });
    outbox.put(key, { by: 'webhook', url: config.webhook, body }, at);
  } else {
    outbox.put(key, { by: 'mail', ...reportMail({ ...about, to: receiver, photos: mailPhotos(store, request) }) }, at);
  }
}

/** Tells residents who asked for it, and confirmed it, whenever their report changes. */

import { inTransaction } from '../database.ts';
import { MessageError } from '../mail/clean-message.ts';
import { knownFields } from '../reading/public-request.ts';
import { openSide } from '../reading/reading-routes.ts';
import { Refusal } from '../spec-answer.ts';
import { alertLinks } from './alert-links.ts';
import { confirmMessage, newsMessage, type About } from './alert-mail.ts';
import { alertPages } from './alert-pages.ts';
import { alertRoutes } from './alert-routes.ts';
import { alertWords } from './alert-words.ts';
import { lookOut } from './look-out.ts';
import { newsOf, tidyLine } from './news.ts';
import { shownNumber } from './shown-number.ts';
import { confirmFor, subscriptions, type Asked, type Subscription } from './subscriptions.ts';
import { digest, toldOf, toldText, type Told } from './told.ts';
import type { ServiceRequest } from '@citydesk/open311';
import type { OfficeAround, OfficePart } from '../office/office.ts';

/** Every message brings a new link to stop, so this is long enough for the last one. */
const stopFor = 2 * 365 * 86_400_000;

export function alerts(around: OfficeAround): OfficePart {
  const { db, outbox, config, now } = around;
  const list = subscriptions(db);
  const links = alertLinks(around);
  const { isPrivate } = openSide(config, knownFields);
  let hasTraces = false;
  const watch = lookOut({ around, list, seen });

  function ask(asked: Asked, request: ServiceRequest | undefined): void {
    const at = now();
    const write = () => {
      const one = list.ask(asked, at);
      if (!one) return;
      const link =
        one.by === 'sms' ? links.either(one.id) : links.confirm(one.id, asked.language, new Date(+at + confirmFor));
      // To an address that may be wrong goes no word of what others may not know.
      const about = aboutOf(one, asked.language, request && isPrivate(request) ? undefined : request);
      outbox.put(`confirm ${one.id} ${+at}`, confirmMessage(one, about, link), at);
    };
    try {
      inTransaction(db, write);
    } catch (error) {
      if (error instanceof MessageError)
        throw new Refusal(400, 'Write an email address, like name@example.com. (email)');
      throw error;
    }
  }

  function aboutOf(one: Subscription, language: string, request: ServiceRequest | undefined): About {
    const { serviceName } = request ?? {};
    return {
      words: alertWords(language),
      city: tidyLine(config.city, 100),
      number: shownNumber(one),
      service: serviceName === undefined ? undefined : tidyLine(serviceName, 200),
    };
  }

  function seen(request: ServiceRequest): void {
    for (const { id } of list.of(request.serviceRequestId)) inTransaction(db, () => tell(id, request));
  }

  /** In one transaction: what was told, and the message that tells it. */
  function tell(id: string, request: ServiceRequest): void {
    const one = list.get(id);
    if (!one) return;
    if (one.told === null && isPrivate(request) && one.opened === 0) return forget([id]);
    const at = now();
    noteClosing(one, request, at);
    const before = one.told === null ? undefined : (JSON.parse(one.told) as Told);
    const after = toldText(toldOf(request, before, config.zone));
    if (after === one.told) return;
    const changes = one.changes + 1;
    list.tell(id, after, changes);
    const about = aboutOf(one, one.language, request);
    const news = newsOf(request, { words: about.words, before, now: at, zone: config.zone });
    const either = links.either(id);
    const stop = one.by === 'sms' ? either : links.stop(id, new Date(+at + stopFor));
    const message = newsMessage(one, about, news, { follow: links.follow(one), stop, either });
    // Counted, for what is as it was once before is news again.
    outbox.put(`alert ${id} ${digest(`${changes} ${after}`)}`, message, at);
  }

  /** From the day the city says, if that lies between the wish and now. */
  function noteClosing(one: Subscription, { status, updatedDatetime: updated }: ServiceRequest, at: Date): void {
    if (status === 'open') {
      if (one.closed_since !== null) list.closed(one.id, undefined);
    } else if (one.closed_since === null) {
      const since = Math.max(Date.parse(one.asked_at), updated ? Math.min(+updated, +at) : +at);
      list.closed(one.id, new Date(since));
    }
  }

  function forget(ids: readonly string[]): void {
    if (ids.length === 0) return;
    inTransaction(db, () => {
      for (const id of ids) {
        list.remove(id);
        outbox.withdraw(`alert ${id} `);
        outbox.withdraw(`confirm ${id} `);
      }
    });
    hasTraces = true;
    wipe();
  }

  /** What was overwritten in the file may still stand in the log beside it, which can be emptied once no transaction is under way. */
  function wipe(): void {
    if (!hasTraces || db.isTransaction) return;
    // Where another process reads at this moment, the next round does it.
    const done = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
    hasTraces = done?.['busy'] !== 0;
  }

  return {
    api: alertRoutes({ around, isPrivate, ask }),
    pages: alertPages({
      ...{ around, list, links, forget },
      confirmed: ({ request_id: id }) => id !== null && watch.mark(id),
    }),
    changed: ({ serviceRequestId }) => watch.mark(serviceRequestId),
    async round() {
      try {
        await watch.round();
      } finally {
        forget(list.overdue(now()));
        wipe();
      }
    },
  };
}

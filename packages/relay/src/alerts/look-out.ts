/**
 * Looks at the requests that somebody wants to hear of, as often as the settings say, and hands on each as it is now. Where the town is the
 * relay's own, whatever changes is looked at in the next round.
 */

import type { RequestsQuery, ServiceRequest } from '@citydesk/open311';
import type { OfficeAround } from '../office/office.ts';
import type { Subscriptions } from './subscriptions.ts';

export interface LookOutOptions {
  readonly around: Pick<OfficeAround, 'city' | 'config' | 'now'>;
  readonly list: Subscriptions;
  /** Gets each request that was looked at. */
  readonly seen: (request: ServiceRequest) => void;
}

export interface LookOut {
  /** Something happened to this one. */
  mark(requestId: string): void;
  /** Looks, if it is time. @throws whatever the city's silence is; what was not looked at is looked at the next time */
  round(): Promise<void>;
}

const minute = 60_000;
const day = 86_400_000;
/** Ids in one question. */
const atOnce = 50;
/** With more than these the city is asked what has changed, and for each one only once a day. */
const fewest = 200;
/** The longest that one question may take, with all its pages. */
const patience = 60_000;

export function lookOut({ around, list, seen }: LookOutOptions): LookOut {
  const { city, config, now } = around;
  const marked = new Set<string>();
  let looked: Date | undefined;
  let lookedAtAll: Date | undefined;
  /** Some cities do not know the question for what has changed, and answer with everything. */
  let tellsChanges = true;

  const ask = async (query: RequestsQuery, each: (request: ServiceRequest) => boolean): Promise<void> => {
    const signal = AbortSignal.timeout(Math.max(patience / config.faster, 10_000));
    for await (const request of city.reader().requests({ ...query, extensions: true }, { signal })) {
      if (!each(request)) return;
    }
  };

  const byNumber = async (ids: readonly string[]): Promise<void> => {
    let trouble: unknown;
    for (let start = 0; start < ids.length; start += atOnce) {
      const missing = new Set(ids.slice(start, start + atOnce));
      try {
        await ask({ serviceRequestIds: [...missing] }, (request) => {
          if (!missing.delete(request.serviceRequestId)) return true;
          marked.delete(request.serviceRequestId);
          list.found(request.serviceRequestId);
          seen(request);
          return true;
        });
      } catch (error) {
        // A city that is silent has not forgotten anything.
        trouble ??= error;
        continue;
      }
      list.missing([...missing], now());
      for (const id of missing) marked.delete(id);
    }
    if (trouble !== undefined) throw trouble;
  };

  const byChange = async (ids: ReadonlySet<string>, since: Date): Promise<void> => {
    await ask({ updatedAfter: since, status: ['open', 'closed'] }, (request) => {
      const { updatedDatetime: updated } = request;
      // A day of grace for clocks and zones.
      if (updated && +updated < +since - day) tellsChanges = false;
      else if (ids.has(request.serviceRequestId)) seen(request);
      return tellsChanges;
    });
  };

  /** Requests of batch services have a number some day. */
  const findNumbers = async (): Promise<void> => {
    for (const { id, token } of list.unnumbered()) {
      const found =
        token === null
          ? undefined
          : await city
              .reader()
              .requestIdFor(token)
              .catch(() => undefined);
      if (found !== undefined) list.number(id, found);
    }
  };

  return {
    mark: (requestId) => void marked.add(requestId),
    async round() {
      const at = now();
      const isDue = !looked || +at - +looked >= (config.alertMinutes * minute) / config.faster;
      if (!isDue && marked.size === 0) return;
      if (isDue) await findNumbers();
      const watched = list.watched();
      const all = new Set(watched);
      for (const id of marked) if (!all.has(id)) marked.delete(id);
      if (!isDue) return byNumber(watched.filter((id) => marked.has(id)));
      const canAskForChanges = tellsChanges && watched.length > fewest;
      if (looked && lookedAtAll && canAskForChanges && +at - +lookedAtAll < day) {
        const since = looked;
        await byChange(all, new Date(+since - 10 * minute));
        if (tellsChanges) {
          looked = at;
          return byNumber(watched.filter((id) => marked.has(id)));
        }
      }
      looked = at;
      await byNumber(watched);
      lookedAtAll = at;
    },
  };
}

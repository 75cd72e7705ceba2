/** How a report is called in messages: by its number, or by the beginning of its token while it has none. */

import { tidyLine } from './news.ts';
import type { Subscription } from './subscriptions.ts';

/** A token is what somebody sent us: no more of it goes out than can hold no words. */
export function shownNumber({ request_id: id, token }: Pick<Subscription, 'request_id' | 'token'>): string {
  return id === null ? (token ?? '').replace(/[^A-Za-z\d]/g, '').slice(0, 8) : tidyLine(id, 60);
}

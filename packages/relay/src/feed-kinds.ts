/** The ways in which requests are given out as feeds, and as a table. */

import { toAtom, toCsv, toJsonFeed, type Feed, type ServiceRequest } from '@citydesk/open311/feeds';

export interface FeedKind {
  readonly path: string;
  readonly type: string;
  /** How many of the newest it holds. */
  readonly most: number;
  readonly write: (requests: readonly ServiceRequest[], feed: Feed) => string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** @param mostRows how many requests the table holds */
export function feedKinds(mostRows: number): readonly FeedKind[] {
  return [
    { path: '/feed.atom', type: 'application/atom+xml; charset=utf-8', most: 100, write: toAtom },
    { path: '/feed.json', type: 'application/feed+json; charset=utf-8', most: 100, write: toJsonFeed },
    {
      path: '/feed.csv',
      type: 'text/csv; charset=utf-8',
      most: mostRows,
      write: (requests) => toCsv(requests),
      headers: { 'Content-Disposition': 'attachment; filename="requests.csv"' },
    },
  ];
}

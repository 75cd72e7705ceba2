/**
 * Requests as a JSON Feed, version 1.1 (https://www.jsonfeed.org/version/1.1/). Send it as `application/feed+json`.
 */
import type { ServiceRequest } from '../types.ts';
import { entryOf, type Entry } from './entry.ts';
import { headOf, type Feed } from './feed.ts';
import { fieldOf, specFields } from './spec-fields.ts';

/**
 * A whole document, the requests in the order given; what a city did not say is left out. Beside the words for readers, each has the spec's
 * own fields under `_open311`.
 * @throws {TypeError} if `feed.url` is no absolute http(s) address
 */
export function toJsonFeed(requests: readonly ServiceRequest[], feed: Feed): string {
  const head = headOf(feed);
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: head.title,
    home_page_url: head.site,
    feed_url: head.url,
    authors: [{ name: head.author }],
    items: requests.map((request) => itemOf(entryOf(request, head, feed))),
  });
}

function itemOf({ request, id, link, title, text, service, published, updated }: Entry): object {
  return {
    id,
    url: link,
    title,
    content_text: text,
    image: fieldOf(request, 'media_url'),
    date_published: published,
    date_modified: updated,
    tags: service === undefined ? undefined : [service],
    _open311: Object.fromEntries(specFields.map((name) => [name, fieldOf(request, name)])),
  };
}

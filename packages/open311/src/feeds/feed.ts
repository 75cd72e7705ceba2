/**
 * What a feed says of itself, as it is given and as both formats need it.
 */
import type { ServiceRequest } from '../types.ts';
import { plainText, webAddress } from './plain-text.ts';

export interface Feed {
  readonly title: string;
  /** Absolute address of the feed itself; also its id. Keep it the same, or readers take the feed for another one. */
  readonly url: string;
  /** Absolute address of the page that shows the same. */
  readonly site?: string | undefined;
  /** Absolute address of the page that shows one request; without one the entry has no link. */
  readonly linkFor?: ((request: ServiceRequest) => string | undefined) | undefined;
  /** Who publishes it. Default: the title. */
  readonly author?: string | undefined;
  /** When it last changed, used where no request has a date: the newest of their dates counts. Default: 1970. */
  readonly updated?: Date | undefined;
}

/** Without what is blank, and with sound http(s) addresses only. */
export interface Head {
  readonly title: string;
  readonly url: string;
  readonly site: string | undefined;
  readonly author: string;
  /** What every id of an entry begins with. */
  readonly tag: string;
}

/** @throws {TypeError} if the feed's own address is no absolute http(s) one: its ids stand on it */
export function headOf({ title, url, site, author }: Feed): Head {
  const href = webAddress(url);
  if (href === undefined) throw new TypeError('feed.url is no absolute http(s) address');
  const name = plainText(title).trim() || new URL(href).host;
  return {
    title: name,
    url: href,
    site: webAddress(site),
    author: plainText(author ?? '').trim() || name,
    tag: tagOf(new URL(href)),
  };
}

/**
 * A tag URI (RFC 4151) says who named a thing, by host and a year in which the host was theirs, and is the same wherever the thing is read.
 * The year is part of the name: another one would make every entry new to every reader.
 */
function tagOf({ hostname, port }: URL): string {
  return `tag:${hostname.replace(/[^a-z\d.-]/g, '-')},2026:${port && `${port}:`}requests/`;
}

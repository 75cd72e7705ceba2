/**
 * Requests as an Atom feed (RFC 4287), with their places in GeoRSS. Send it as `application/atom+xml; charset=utf-8`.
 */
import type { ServiceRequest } from '../types.ts';
import { entryOf, lastChange, type Entry } from './entry.ts';
import { headOf, type Feed } from './feed.ts';
import { plainText } from './plain-text.ts';
import { fieldOf } from './spec-fields.ts';

/**
 * A whole document, the requests in the order given. A date that is none counts as not said; words are text, whatever markup they hold.
 * @throws {TypeError} if `feed.url` is no absolute http(s) address
 */
export function toAtom(requests: readonly ServiceRequest[], feed: Feed): string {
  const head = headOf(feed);
  const entries = requests.map((request) => entryOf(request, head, feed));
  const updated = lastChange(entries, feed);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:georss="http://www.georss.org/georss">',
    element('id', head.url),
    element('title', head.title),
    element('updated', updated),
    `<author>${element('name', head.author)}</author>`,
    `<link rel="self" type="application/atom+xml" href="${escaped(head.url)}"/>`,
    ...(head.site ? [`<link rel="alternate" type="text/html" href="${escaped(head.site)}"/>`] : []),
    ...entries.map((entry) => entryInAtom(entry, feed)),
    '</feed>',
    '',
  ].join('\n');
}

function entryInAtom(entry: Entry, feed: Feed): string {
  const { request, id, link, title, text, service, published } = entry;
  const lat = fieldOf(request, 'lat');
  const long = fieldOf(request, 'long');
  const code = fieldOf(request, 'service_code') ?? service;
  return [
    '<entry>',
    element('id', id),
    element('title', title),
    // Required, also of a request without any date.
    element('updated', lastChange([entry], feed)),
    ...(published ? [element('published', published)] : []),
    ...(link ? [`<link rel="alternate" type="text/html" href="${escaped(link)}"/>`] : []),
    ...(service ? [`<category term="${escaped(String(code))}" label="${escaped(service)}"/>`] : []),
    `<content type="text">${escaped(text)}</content>`,
    ...(lat !== undefined && long !== undefined ? [element('georss:point', `${lat} ${long}`)] : []),
    '</entry>',
  ].join('\n');
}

function element(name: string, text: string): string {
  return `<${name}>${escaped(text)}</${name}>`;
}

const entities: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": '#39' };

/** For text and for attributes. */
function escaped(words: string): string {
  return plainText(words).replace(/[&<>"']/g, (sign) => `&${entities[sign]};`);
}

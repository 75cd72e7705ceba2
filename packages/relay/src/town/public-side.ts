/**
 * The side of the city's memory that the public may look at: which requests, and how much of each. Everything that answers
 * the public looks through it, the dialects and the feeds too.
 */

import type { Photo } from './photos.ts';
import type { Store } from './store.ts';
import type { StoreQuery } from './store-query.ts';
import type { StoredRequest } from './stored-request.ts';

export interface PublicSide {
  /** Those that anyone may come across: with a number, and of services that are not private. */
  list(query: StoreQuery): readonly StoredRequest[];
  /** Those asked for by their numbers (`ids`), of private services too: who has the number has it from the receipt. */
  named(query: StoreQuery): readonly StoredRequest[];
  /** The one with this number; of a private service without its details. */
  request(id: string): StoredRequest | undefined;
  /** A photo by its name, unless it belongs to what the public may not look at. */
  photo(name: string): Photo | undefined;
  /** A request without what the public may not read of it, contact details aside. */
  shown(request: StoredRequest): StoredRequest;
  /** A batch service's request has a number once its token is ready. */
  isNumbered(request: StoredRequest): boolean;
}

export function publicSide(store: Store, now: () => Date): PublicSide {
  const isPrivate = (code: string): boolean => store.privateCodes().includes(code);
  const isNumbered = ({ tokenReadyDatetime }: StoredRequest): boolean =>
    tokenReadyDatetime === null || Date.parse(tokenReadyDatetime) <= +now();
  const shown = (request: StoredRequest): StoredRequest =>
    isPrivate(request.serviceCode) ? withoutDetails(request) : request;
  return {
    isNumbered,
    shown,
    list(query) {
      return store.list({ ...query, withoutServices: store.privateCodes(), numberedBy: now() });
    },
    photo(name) {
      const photo = store.photo(name);
      const request = photo && store.request(photo.requestId);
      return request && isNumbered(request) && !isPrivate(request.serviceCode) ? photo : undefined;
    },
    named: (query) => store.list({ ...query, numberedBy: now() }).map(shown),
    request(id) {
      const request = store.request(id);
      return request && isNumbered(request) ? shown(request) : undefined;
    },
  };
}

/** How far it is, and no word on what, where or who: an address alone can tell whose car it is about. */
function withoutDetails(request: StoredRequest): StoredRequest {
  return {
    ...request,
    statusNotes: null,
    description: null,
    address: null,
    addressId: null,
    zipcode: null,
    lat: null,
    long: null,
    mediaUrl: null,
    photos: [],
    attributes: {},
    history: request.history.map(({ at, status }) => ({ at, status, note: null, photo: null })),
    answers: [],
  };
}

/** What a sandbox city is filled with on its first start: its services, their questions, and past requests. */

import type { Datatype, ServiceType } from '@citydesk/open311';
import type { DeskStatus } from './stored-request.ts';

/** One question (or notice) of a service, in the words of GET services/{code}. */
export interface SeedAttribute {
  readonly code: string;
  /** The question, or the text of a notice. */
  readonly description: string;
  /** Default `string`. */
  readonly datatype?: Datatype;
  /** Default false. */
  readonly required?: boolean;
  /** False for a text that asks nothing. Default true. */
  readonly variable?: boolean;
  /** Positive and unique. Default: the place in the list, from 1. */
  readonly order?: number;
  readonly datatype_description?: string;
  readonly values?: readonly { readonly key: string; readonly name: string }[];
}

/** One kind of report, in the words of GET services, with what the city keeps to itself. */
export interface SeedService {
  readonly service_code: string;
  readonly service_name: string;
  readonly description?: string;
  /** Comma separated, as on the wire. */
  readonly keywords?: string;
  readonly group?: string;
  /** `realtime` answers a report with an id, `batch` with a token, `blackbox` with neither. Default `realtime`. */
  readonly type?: ServiceType;
  /** Whether a definition can be asked for. Default: whether there are attributes. */
  readonly metadata?: boolean;
  readonly attributes?: readonly SeedAttribute[];
  /** The team that does the work; shown as `agency_responsible`. */
  readonly agency?: string;
  /** The key of the department that gets its reports, where a town without a backend of its own has departments. */
  readonly department?: string;
  /** Usual working days until it is done; gives `expected_datetime`. Without it the city promises no date. */
  readonly expectedDays?: number;
  /** What happens next, said with the receipt (`service_notice`). */
  readonly notice?: string;
  /** Milliseconds until the token of a `batch` service leads to an id. Default 0. */
  readonly tokenDelay?: number;
  /**
   * Its requests are between the resident and the city: in no list and no feed, and by number only how far they are.
   * Default false.
   */
  readonly private?: boolean;
}

/** One line in the life of a past request. */
export interface SeedEntry {
  /** ISO 8601 with a zone. */
  readonly at: string;
  readonly status: DeskStatus;
  /** What staff wrote; the latest is the public `status_notes`. */
  readonly note?: string;
  /** What staff added to it: a `data:` address of a photo in Base64. */
  readonly photo?: string;
}

/** A request that was there before the first start. */
export interface SeedRequest {
  readonly service_code: string;
  /** ISO 8601 with a zone. */
  readonly requested_datetime: string;
  /** Default: the next free number of that year. */
  readonly service_request_id?: string;
  readonly description?: string;
  readonly address?: string;
  readonly address_id?: string;
  readonly zipcode?: string;
  readonly lat?: number;
  readonly long?: number;
  readonly media_url?: string;
  /** The photos that came with it: `data:` addresses in Base64. */
  readonly photos?: readonly string[];
  readonly email?: string;
  readonly first_name?: string;
  readonly last_name?: string;
  readonly phone?: string;
  readonly attributes?: Readonly<Record<string, string | readonly string[]>>;
  /** Oldest first. Without any the request is Received. */
  readonly history?: readonly SeedEntry[];
}

/** A whole city. */
export interface Seed {
  /** Shown on the staff desk. */
  readonly city?: string;
  /** IANA name; working days and the desk's dates are in it. Default UTC. */
  readonly timeZone?: string;
  /** What the numbers of its requests begin with: capital letters, such as C for C26-00012. Default none. */
  readonly idPrefix?: string;
  readonly services: readonly SeedService[];
  /** In any order; they are numbered by `requested_datetime`. */
  readonly requests?: readonly SeedRequest[];
}

/** A city that takes no reports at all. */
export const emptySeed: Seed = { city: 'Sandbox city', services: [], requests: [] };

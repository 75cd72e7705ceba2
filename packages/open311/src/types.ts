/**
 * What a city tells us and what we tell a city, in the words of GeoReport v2 (camelCased).
 * The decoder fills these; inside Citydesk they are trusted. What a city did not say is `undefined`.
 * Source: GeoReport v2, https://wiki.open311.org/GeoReport_v2/
 */

/** How a service answers a POST: with an id at once, with a token, or (blackbox) with neither. */
export type ServiceType = 'realtime' | 'batch' | 'blackbox';

/** One kind of report a city takes (GET services). */
export interface Service {
  /** Opaque: keeps leading zeros, blanks and slashes. */
  readonly serviceCode: string;
  readonly serviceName: string;
  readonly description?: string;
  /** Whether a service definition with questions exists. */
  readonly metadata: boolean;
  readonly type: ServiceType;
  readonly keywords: readonly string[];
  readonly group?: string;
}

/** The six datatypes of the spec; what a city sends beyond them is read as `text`. */
export type Datatype = 'string' | 'number' | 'datetime' | 'text' | 'singlevaluelist' | 'multivaluelist';

/** Extension: what an earlier answer must be. `eq` and `neq` compare with all of `values`, the others with any. */
export interface Condition {
  /** The code of the attribute that was answered. */
  readonly code: string;
  readonly op: 'eq' | 'neq' | 'in' | 'gt' | 'gte' | 'lt' | 'lte';
  readonly values: readonly string[];
}

/** Extension: something of a definition that is there only after certain answers. */
export interface VisibleWhen {
  readonly match: 'all' | 'any';
  readonly conditions: readonly Condition[];
}

/** One answer to choose from. */
export interface AttributeValue {
  readonly key: string;
  readonly name: string;
  /** Extension: offered only where earlier answers fit. */
  readonly visibleWhen?: VisibleWhen;
}

/** One question of a service definition, or (`variable: false`) a notice to read. */
export interface Attribute {
  readonly code: string;
  readonly datatype: Datatype;
  readonly required: boolean;
  /** False for a text that asks nothing. */
  readonly variable: boolean;
  readonly order: number;
  /** The question as the resident reads it. */
  readonly description: string;
  /** A hint on how to answer. */
  readonly datatypeDescription?: string;
  readonly values: readonly AttributeValue[];
  /** Extension: who fills it in, where that is not the resident (`hidden_field`: the client; `server_set`: the city). */
  readonly automated?: string;
  /** Extension: asked only where earlier answers fit. */
  readonly visibleWhen?: VisibleWhen;
}

/** The questions of one service, in the city's order (GET services/{code}). */
export interface ServiceDefinition {
  readonly serviceCode: string;
  readonly attributes: readonly Attribute[];
}

/** What is sent (POST requests). One of: `lat` and `long`, `addressString`, `addressId`. */
export interface Report {
  readonly serviceCode: string;
  /** WGS84 degrees. */
  readonly lat?: number | undefined;
  readonly long?: number | undefined;
  readonly addressString?: string | undefined;
  readonly addressId?: string | undefined;
  /** At most 4,000 characters. */
  readonly description?: string | undefined;
  /** By attribute code; a list for a multivaluelist. */
  readonly attributes?: Readonly<Record<string, string | readonly string[]>> | undefined;
  readonly email?: string | undefined;
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly phone?: string | undefined;
  readonly deviceId?: string | undefined;
  readonly accountId?: string | undefined;
  readonly mediaUrl?: string | undefined;
  /** Photos, sent as the client's `media` option says. */
  readonly media?: readonly Blob[] | undefined;
}

/** What comes back from a POST. A blackbox service may give neither id nor token. */
export interface Receipt {
  readonly serviceRequestId?: string;
  /** Stands for the id until there is one: `requestIdFor(token)`. */
  readonly token?: string;
  /** What the city says happens next. */
  readonly serviceNotice?: string;
  readonly accountId?: string;
  /** Extension (our relay): what opens the report, with its number, where its service is private. */
  readonly lookupCode?: string;
}

/** Extension (mySociety, POST servicerequestupdates): what a resident says about a report that is there already. */
export interface Update {
  readonly serviceRequestId: string;
  /** In the resident's own words. */
  readonly description?: string | undefined;
  /**
   * Extension of ours: what the resident was asked. `fixed`: was it fixed? `easy`: was this easy? `same`: is yours the same problem? With the
   * answer `yes` the resident follows that report in place of sending one. Other servers leave it unread.
   */
  readonly question?: 'fixed' | 'easy' | 'same' | undefined;
  /** Extension of ours: what the answer was. */
  readonly answer?: 'yes' | 'partly' | 'no' | undefined;
}

/** One report as the city shows it (GET requests). */
export interface ServiceRequest {
  readonly serviceRequestId: string;
  readonly status: 'open' | 'closed';
  /** The city's own word for the status. */
  readonly statusLabel: string;
  readonly statusNotes?: string;
  readonly serviceCode?: string;
  readonly serviceName?: string;
  readonly description?: string;
  readonly agencyResponsible?: string;
  readonly serviceNotice?: string;
  readonly requestedDatetime?: Date;
  readonly updatedDatetime?: Date;
  readonly expectedDatetime?: Date;
  readonly address?: string;
  readonly addressId?: string;
  readonly zipcode?: string;
  readonly lat?: number;
  readonly long?: number;
  /** Of every kind: `media_url`, and the photos of extensions. Only http(s); each photo once, at its largest. */
  readonly mediaUrls: readonly string[];
  /** Extension. */
  readonly title?: string;
  /** Extension: the city's finer words for the status, such as `IN_PROCESS`. */
  readonly detailedStatus?: readonly string[];
  /** Extension: what was asked and answered when it was filed. */
  readonly attributes?: readonly RequestAttribute[];
  /** Extension: what the city did since, in its order. */
  readonly notes?: readonly RequestNote[];
  /** Extension: all else under `extended_attributes` that is a single word or number. */
  readonly extendedAttributes?: Readonly<Record<string, string>>;
}

/** Extension: one answer of a request. */
export interface RequestAttribute {
  readonly code?: string;
  readonly label: string;
  readonly value: string;
}

/** Extension: one note or update of a request. */
export interface RequestNote {
  readonly id?: string;
  /** Where it came in a list of updates of many requests. */
  readonly serviceRequestId?: string;
  readonly datetime?: Date;
  readonly description?: string;
  readonly summary?: string;
  /** The city's word for what happened. */
  readonly type?: string;
  /** The status from then on, in the city's word. */
  readonly statusLabel?: string;
  readonly mediaUrls: readonly string[];
}

/**
 * Which requests to list (GET requests). The first group is the spec's; the second is extensions, which a city that does not know
 * them leaves unread: it then lists more than was asked for.
 */
export interface RequestsQuery {
  /** Spec. Overrides all others. */
  readonly serviceRequestIds?: readonly string[] | undefined;
  /** Spec. */
  readonly serviceCodes?: readonly string[] | undefined;
  /** Spec: the earliest `requestedDatetime`. May lie further back than the spec's 90 days: the client asks in steps. */
  readonly startDate?: Date | undefined;
  /** Spec: the latest. Default: now. */
  readonly endDate?: Date | undefined;
  /** Spec. Default: both, though some cities then list open ones only; to be sure, name both. */
  readonly status?: 'open' | 'closed' | readonly ('open' | 'closed')[] | undefined;

  /** Extension (2.1 draft): changed since. */
  readonly updatedAfter?: Date | undefined;
  /** Extension (2.1 draft): not changed since. */
  readonly updatedBefore?: Date | undefined;
  /** Extension (CitySDK), with `long` and `radius`: WGS84 degrees. */
  readonly lat?: number | undefined;
  readonly long?: number | undefined;
  /** Extension (CitySDK): metres around `lat` and `long`. */
  readonly radius?: number | undefined;
  /** Extension (uReport, 6aika, Mark-a-Spot): west, south, east, north in WGS84 degrees. */
  readonly bbox?: readonly [number, number, number, number] | undefined;
  /** Extension (Spot): words to look for. */
  readonly q?: string | undefined;
  /** Extension (CitySDK, Spot): ask for all the city can tell of each. */
  readonly extensions?: boolean | undefined;
  /** Extension: how many at a time (`page_size`, `per_page`). Default: as the city likes. */
  readonly pageSize?: number | undefined;
}

/** One place where the city's API answers (GET discovery). */
export interface Endpoint {
  readonly specification: string;
  readonly url: string;
  readonly changeset?: string;
  readonly type: 'production' | 'test';
  readonly formats: readonly string[];
}

/** Where the city's API is and whom to ask for a key (GET discovery). */
export interface Discovery {
  readonly endpoints: readonly Endpoint[];
  readonly changeset?: string;
  readonly contact?: string;
  readonly keyService?: string;
}

/** One error of the spec's error list. */
export interface SpecError {
  /** The server's own code, often the HTTP status; "" if it gave none. */
  readonly code: string;
  /** By the spec meant for the user's eyes, but not all servers keep to it: see `reasons` of the errors. */
  readonly description: string;
}

/** One place where an answer was not as the spec has it, and was mended. */
export interface Quirk {
  /** The row of the table of known dialects in the README, 1 to 53. */
  readonly row: number;
  /** What was mended: a field or a wrapper by its name on the wire, or `text` for the answer as a whole. */
  readonly where: string;
}

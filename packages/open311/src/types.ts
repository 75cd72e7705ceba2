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

/** One answer to choose from. */
export interface AttributeValue {
  readonly key: string;
  readonly name: string;
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
}

/** What comes back from a POST. A blackbox service may give neither id nor token. */
export interface Receipt {
  readonly serviceRequestId?: string;
  /** Stands for the id until there is one: `requestIdFor(token)`. */
  readonly token?: string;
  /** What the city says happens next. */
  readonly serviceNotice?: string;
  readonly accountId?: string;
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
  readonly mediaUrls: readonly string[];
}

/** Which requests to list (GET requests). */
export interface RequestsQuery {
  /** Overrides all others, as in the spec. */
  readonly serviceRequestIds?: readonly string[];
  readonly serviceCodes?: readonly string[];
  readonly startDate?: Date;
  readonly endDate?: Date;
  readonly status?: 'open' | 'closed';
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

/** A request as the city keeps it, contact details and all. No imports, so that browser code may use it. */

/** Where a request stands for the city's staff. GeoReport's `status` is `closed` for Closed, else `open`. */
export const deskStatuses = ['Received', 'In progress', 'Closed'] as const;
export type DeskStatus = (typeof deskStatuses)[number];

/** One line of a request's history. */
export interface HistoryEntry {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly status: DeskStatus;
  /** What staff wrote with it, or null. */
  readonly note: string | null;
}

/** All that is known of a request. What was not said is null; times are ISO 8601 in UTC. */
export interface StoredRequest {
  readonly serviceRequestId: string;
  /** What the resident got in place of an id (batch services). */
  readonly token: string | null;
  /** From when the token leads to the id. */
  readonly tokenReadyDatetime: string | null;
  readonly deskStatus: DeskStatus;
  readonly statusNotes: string | null;
  readonly serviceCode: string;
  readonly serviceName: string;
  readonly description: string | null;
  readonly agencyResponsible: string | null;
  readonly serviceNotice: string | null;
  readonly requestedDatetime: string;
  readonly updatedDatetime: string;
  readonly expectedDatetime: string | null;
  readonly address: string | null;
  readonly addressId: string | null;
  readonly zipcode: string | null;
  readonly lat: number | null;
  readonly long: number | null;
  readonly mediaUrl: string | null;
  /** Names of the photos that came as files, under `/open311/media/`. */
  readonly photos: readonly string[];
  readonly email: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly phone: string | null;
  readonly deviceId: string | null;
  readonly accountId: string | null;
  /** By attribute code; a list for a multivaluelist. */
  readonly attributes: Readonly<Record<string, string | readonly string[]>>;
  /** Oldest first. */
  readonly history: readonly HistoryEntry[];
}

/** What a new report brings; the store adds number, times and status. */
export type NewRequest = Omit<
  StoredRequest,
  | 'serviceRequestId'
  | 'token'
  | 'tokenReadyDatetime'
  | 'deskStatus'
  | 'statusNotes'
  | 'requestedDatetime'
  | 'updatedDatetime'
  | 'expectedDatetime'
  | 'history'
  | 'photos'
>;

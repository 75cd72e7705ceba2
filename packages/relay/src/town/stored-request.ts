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
  /** Name of the photo staff added to it, under `/open311/media/`, or null. */
  readonly photo: string | null;
}

/** What residents may be asked: once it is closed, once a report is sent, and by the form, before they report the same problem. */
export const residentQuestions = ['fixed', 'easy', 'same'] as const;
export const residentReplies = ['yes', 'partly', 'no'] as const;

/** What a resident said about a request afterwards. Only staff read it. */
export interface ResidentAnswer {
  readonly id: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Null for words that answer no question. */
  readonly question: (typeof residentQuestions)[number] | null;
  readonly answer: (typeof residentReplies)[number] | null;
  readonly words: string | null;
  /** When staff marked it as looked at, or null. */
  readonly looked: string | null;
}

/** How many residents said that theirs is the same problem. One press is one: nobody can tell who pressed twice. */
export function followersOf({ answers }: Pick<StoredRequest, 'answers'>): number {
  return answers.filter(isFollower).length;
}

/** Whether an answer is that of a resident who follows. */
export function isFollower({ question, answer }: NewResidentAnswer): boolean {
  return question === 'same' && answer === 'yes';
}

/** What a new answer brings; the store adds number and time. */
export type NewResidentAnswer = Pick<ResidentAnswer, 'question' | 'answer' | 'words'>;

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
  /** Names of the photos that came with the report as files, under `/open311/media/`. */
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
  /** What residents said afterwards, oldest first. */
  readonly answers: readonly ResidentAnswer[];
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
  | 'answers'
>;

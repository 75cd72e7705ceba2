/** What the check is asked, and what it reports. */

/** `good` was tried and is as it is due; `deviates` works, with a cost; `broken` keeps residents from it; `not-tried` says why. */
export type Outcome = 'good' | 'deviates' | 'broken' | 'not-tried';

/** What a finding rests on. Contact details are masked. */
export interface Evidence {
  /** `GET https://…`, or `none` where nothing was asked. */
  readonly request: string;
  /** Redirects on the way, as `301 → https://…`; in a browser only the last address is known. */
  readonly redirects?: readonly string[];
  readonly status?: number;
  /** Those that matter here. In a browser only those that the city lets pages read. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The beginning of the answer, control characters written out. */
  readonly firstBytes?: string;
  /** What was seen in it, in words. */
  readonly found?: string;
}

/** One thing that was looked at. */
export interface Check {
  /** Stays the same over versions, like `cors-services`. */
  readonly id: string;
  /** A question that `good` answers with yes. */
  readonly title: string;
  readonly outcome: Outcome;
  readonly evidence: Evidence;
  /** What it means for a city's page. */
  readonly means: string;
  /** What Citydesk makes of it. */
  readonly citydesk: string;
  /** What to ask of whoever runs the server. */
  readonly ask?: string;
}

export interface Report {
  readonly endpoint: string;
  /** The page it was looked at from. */
  readonly origin: string;
  /** ISO 8601. */
  readonly checkedAt: string;
  /** Whether nothing that was tried is broken. That a resident can report is known only if the check `report` is `good`. */
  readonly ok: boolean;
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly checks: readonly Check[];
}

/** A report that is really sent and filed, and sent once more to see what the city makes of that. */
export interface TestReport {
  /** What is reported. */
  readonly serviceCode: string;
  /** Say so only of an endpoint whose reports no one works on. Nothing is sent to one that discovery calls `production`. */
  readonly testEndpoint: true;
  /** WGS84 degrees. Default: the place of one of the city's own requests. */
  readonly lat?: number | undefined;
  readonly long?: number | undefined;
  readonly apiKey?: string | undefined;
  /** Where the city asks for it. */
  readonly email?: string | undefined;
}

export interface CheckOptions {
  /** Base address of the endpoint; in a browser it may be relative to the page. */
  readonly endpoint: string;
  /** Default: the global one. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Without it nothing is sent, only read. */
  readonly submit?: TestReport | undefined;
  /** The origin of the page the widgets will stand on. Default: in a browser this page's, elsewhere `https://www.example.gov`. */
  readonly origin?: string | undefined;
  /** Only for endpoints that serve several jurisdictions. */
  readonly jurisdictionId?: string | undefined;
  /** How many service definitions are read. Default 5. */
  readonly definitions?: number | undefined;
  /** Milliseconds for one answer; a fifth of it counts as slow. Default 15,000. */
  readonly timeout?: number | undefined;
  /** Told of each check as soon as it is done. */
  readonly onCheck?: ((check: Check) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

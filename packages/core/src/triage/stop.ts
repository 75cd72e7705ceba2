/** What a form should ask first, and who asks: is it urgent, is it ours, is it known already? Each can stop the report, none can end it. */
import type { ServiceRequest } from '@citydesk/open311';

/** What kind of danger words, a service or an answer mean. */
export type Danger = 'gas' | 'wires' | 'fire' | 'crime' | 'water' | 'injury' | 'other';

/** Who else is responsible. */
export interface Owner {
  /** As people say it: "St. Joseph County Roads". */
  readonly name: string;
  readonly phone?: string | undefined;
  /** Their own page. */
  readonly url?: string | undefined;
  /** Base URL of their Open311 endpoint: the form goes on there. */
  readonly endpoint?: string | undefined;
  readonly jurisdictionId?: string | undefined;
  /** Their code for this service; the resident chooses from their list where it is not known. */
  readonly serviceCode?: string | undefined;
  /** How photos reach them: as the client's `media`. Default: not at all. */
  readonly media?: 'none' | 'multipart:media' | 'multipart:media[]' | 'base64:media' | undefined;
  /** Page that shows their reports. */
  readonly trackerUrl?: string | undefined;
}

/** An open report nearby that may be the same. */
export interface Nearby {
  readonly request: ServiceRequest;
  /** In metres. */
  readonly distance: number;
}

/** Stands in the place of a screen until the resident goes on. `key` tells it from others of its kind: one that was passed is not asked again. */
export type Stop =
  | { readonly is: 'urgent'; readonly key: string; readonly danger: Danger }
  | { readonly is: 'not-ours'; readonly key: string; readonly owner: Owner }
  | { readonly is: 'known'; readonly key: string; readonly nearby: readonly Nearby[] };

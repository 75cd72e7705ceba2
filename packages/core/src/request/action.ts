/** All that can happen to a report: what the resident does, and what comes back from the city and the device. */
import type { Receipt, Service, ServiceDefinition, ServiceRequest } from '@citydesk/open311';
import type { Item } from '../outbox/item.ts';
import type { Stop } from '../triage/stop.ts';
import type { Answer, Answers, Contact, Draft, Photo, Place } from './draft.ts';
import type { Filling, LocateFailure, Rules, Setback } from './journey-state.ts';
import type { FieldId, Problem } from './problems.ts';
import type { Step } from './steps.ts';

export type Action =
  | { readonly type: 'ruled'; readonly rules: Rules }
  | { readonly type: 'prefilled'; readonly known: Beginning }
  | { readonly type: 'services-wanted' }
  | { readonly type: 'services-loaded'; readonly services: readonly Service[] }
  | { readonly type: 'services-failed' }
  | { readonly type: 'definition-wanted' }
  | { readonly type: 'definition-loaded'; readonly serviceCode: string; readonly definition: ServiceDefinition }
  | { readonly type: 'definition-failed'; readonly serviceCode: string }
  | { readonly type: 'edited'; readonly change: Partial<Pick<Draft, 'words' | 'description'>> }
  | { readonly type: 'placed'; readonly words: string }
  | { readonly type: 'place-set'; readonly place: Place }
  | { readonly type: 'pictured'; readonly photos: readonly Photo[] }
  | { readonly type: 'answered'; readonly code: string; readonly answer: Answer }
  | { readonly type: 'introduced'; readonly contact: Partial<Contact> }
  | { readonly type: 'chosen'; readonly serviceCode: string; readonly description?: string | undefined }
  /** Made by `goOn` of `./going-on`, which finds what keeps the step from going on. */
  | { readonly type: 'continued'; readonly problems: readonly Problem[] }
  | { readonly type: 'went'; readonly step: Step; readonly field?: FieldId | undefined }
  | { readonly type: 'locate' }
  | { readonly type: 'located'; readonly place: Place }
  | { readonly type: 'locate-failed'; readonly reason: LocateFailure }
  | { readonly type: 'unlocated' }
  | { readonly type: 'stopped'; readonly stop: Stop }
  | { readonly type: 'passed' }
  /** Made by `handOver`: somebody else takes the report over, or the city takes it back. */
  | { readonly type: 'handed-over'; readonly next: Filling }
  /** Made by `resumed` or `cleared` of `../outbox/kept-draft`: another draft takes the place of this one. */
  | { readonly type: 'resumed'; readonly next: Filling }
  /** Made by `sendIt` of `./going-on`: with problems, which are all of `step`, nothing is sent. */
  | {
      readonly type: 'send';
      readonly step: Step;
      readonly problems: readonly Problem[];
      readonly withoutPhotos?: boolean | undefined;
    }
  | { readonly type: 'sending-slow' }
  | { readonly type: 'photos-sent'; readonly progress: number }
  | { readonly type: 'photos-stopped' }
  | { readonly type: 'sent'; readonly receipt: Receipt }
  | { readonly type: 'not-sent'; readonly setback?: Setback | undefined }
  /** It lies in the outbox, and how it stands there now. */
  | { readonly type: 'waiting'; readonly item: Item; readonly isKept: boolean }
  /** By the city, in its words; `problems` are those of `step`. */
  | {
      readonly type: 'rejected';
      readonly reasons: readonly string[];
      readonly step: Step;
      readonly problems: readonly Problem[];
    }
  | { readonly type: 'request-loaded'; readonly request: ServiceRequest }
  | { readonly type: 'request-failed' }
  /** Made by `again`. */
  | { readonly type: 'again'; readonly next: Filling };

/** What a page may know beforehand. */
export interface Beginning {
  readonly serviceCode?: string | undefined;
  readonly place?: Partial<Place> | undefined;
  readonly description?: string | undefined;
  readonly contact?: Partial<Contact> | undefined;
  readonly answers?: Answers | undefined;
  readonly rules?: Rules | undefined;
}

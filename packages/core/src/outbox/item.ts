/** A report that is frozen and on its way: what it says, and how far it has come. Plain data, fit for a structured clone. */
import type { Receipt, Report } from '@citydesk/open311';
import type { Draft } from '../request/draft.ts';

/**
 * How far a report has come.
 *
 * `waiting`: the city does not have it for sure; it goes out at `Item.nextAt`.
 * `sending`: an attempt has begun. Whoever finds it so and has not begun it knows nothing: it may be there.
 * `unknown`: an attempt ended without an answer that can be trusted. It is looked for, or sent again to a relay, which takes it once.
 * `held`: nobody can tell, and it is not sent again until the resident says so. Or it is too old to go out without a word.
 * `confirmed`: the city has it. `rejected`: the city said no, and does not have it.
 */
export type Standing =
  | { readonly is: 'waiting' }
  | { readonly is: 'sending' }
  | { readonly is: 'unknown' }
  | { readonly is: 'held'; readonly why: 'untold' | 'old' }
  | { readonly is: 'confirmed'; readonly receipt: Receipt; readonly at: number }
  | {
      readonly is: 'rejected';
      readonly reasons: readonly string[];
      /** The city says that it has this report already. */
      readonly alreadyFiled: boolean;
      /** What the city did not take is the photos. */
      readonly photos: boolean;
    };

/** How the report's endpoint is spoken to: options of the client, without its functions. */
export interface Way {
  /** Absolute base URL. */
  readonly endpoint: string;
  readonly jurisdictionId?: string | undefined;
  readonly media?: 'none' | 'multipart:media' | 'multipart:media[]' | 'base64:media' | undefined;
  readonly preset?: string | undefined;
  readonly zone?: string | undefined;
  readonly locale?: string | undefined;
  /** Only practised: nothing is sent. Never kept on a device. */
  readonly practice?: boolean | undefined;
}

export interface Item {
  /** UUID version 4, the same at every attempt. */
  readonly reportId: string;
  /** `CD-XXXX-XXXX`, for people; also in the report's description. */
  readonly reference: string;
  readonly way: Way;
  /** Base URL of the city whose form it comes from, where that is told; the report itself may go to somebody else. */
  readonly city?: string | undefined;
  /** Whether a relay answers there, which takes each report once. `undefined`: nobody answered yet. */
  readonly relay?: boolean | undefined;
  /** What is sent. Gone as soon as the city has it. */
  readonly report?: Report | undefined;
  /** What it was made of, without its photos, so that it can be changed where the city refuses it. Gone like `report`. */
  readonly draft?: Draft | undefined;
  /** Of the draft on this device that it was made of, which is no draft any more. */
  readonly draftId?: string | undefined;
  readonly serviceCode: string;
  /** Only these can be looked for in a list right away. */
  readonly serviceType?: 'realtime' | 'batch' | 'blackbox' | undefined;
  /** Not in the city's public list. */
  readonly isPrivate?: boolean | undefined;
  /** In words, for the resident. */
  readonly serviceName: string;
  readonly place: string;
  /** Milliseconds since 1970, by this device, like all times here. */
  readonly frozenAt: number;
  readonly standing: Standing;
  /** How often it was tried to send it. */
  readonly attempts: number;
  /** When the last try ended, or was given up. */
  readonly lastEnd?: number | undefined;
  /** Since when nobody can tell. */
  readonly unknownSince?: number | undefined;
  /** Not touched before, but when a page is opened or comes online. */
  readonly nextAt: number;
  /** Not touched before at all: the server asked for it. */
  readonly notBefore?: number | undefined;
  /** The resident has said to send it once more, whatever may be there. */
  readonly insisted?: boolean | undefined;
  /** Who is at it (a word of its own for each time), and until when. Past that, anybody may take over. */
  readonly lease?: { readonly by: string; readonly until: number } | undefined;
}

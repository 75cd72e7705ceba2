/** What every part of the status tracker is given. */
import type { Tracked, Tracking } from '@citydesk/core/tracking';
import type { ServiceRequest } from '@citydesk/open311';
import type { CityConfig } from '../city/city-config.ts';
import type { Messages } from '../messages/messages.ts';

/** A part reads it; what it remembers lives in the state. */
export interface TrackerView {
  readonly words: Messages;
  /** Level of the widget's heading, 1–6. */
  readonly level: number;
  readonly city: CityConfig;
  readonly now: Date;
  /** Address of the page with the tracker showing this report, by its number or token. */
  readonly linkTo: (reference: string, isToken?: boolean) => string;
}

/** The parts that show what the tracker holds. */
export interface TrackerScreen extends TrackerView {
  readonly state: Tracking;
  /** What stands in the field, and what is wrong with it. */
  readonly typed: string;
  readonly wrong: string | undefined;
  /** Whether the device keeps a report; `undefined` where it keeps none by rule. */
  readonly keeps: ((reference: string) => boolean) | undefined;
  /** Whether a report was sent from this device, as far as it knows. */
  readonly isOwn: (reference: string) => boolean;
  /** What came of keeping, forgetting or copying, to be said. */
  readonly outcome: string | undefined;
  /** Whether old entries of a long timeline are shown. */
  readonly all: boolean;
  /** Keys of the timeline's entries that are new since the last visit. */
  readonly changes: (tracked: Tracked) => ReadonlySet<string>;
  /** The photos, where there are some. */
  readonly photos: (request: ServiceRequest, isOwn: boolean) => unknown;
  /** How a closed report ended, in a sentence; and whether the city says that the work was done. */
  readonly ending: (request: ServiceRequest) => string;
  readonly isDone: (request: ServiceRequest) => boolean;
  readonly do: TrackerActions;
}

export interface TrackerActions {
  readonly type: (typed: string) => void;
  readonly find: () => void;
  readonly showAll: () => void;
  readonly keep: (tracked: Tracked, keep: boolean) => void;
  readonly forget: () => void;
  readonly copy: (link: string) => void;
  readonly addToCalendar: (request: ServiceRequest) => void;
}

/** What every source of answers gives, whatever it is. */
import type { Hours } from '../city/weekdays.ts';
import type { AreaCalendar } from './areas.ts';

/** A question that people ask, and what is known to answer it. */
export interface FaqEntry {
  /** The same for as long as the answer stands: links lead to it. */
  readonly id: string;
  /** The question as the city asks it. */
  readonly title: string;
  /** "Also asked as": other words for the same question. They count most in the search. */
  readonly aliases: readonly string[];
  readonly topic?: string | undefined;
  /** BCP 47; the language of the page when undefined. */
  readonly locale?: string | undefined;
  /**
   * The answer, unchecked: nothing but `safeBody` in the elements may put it on a page. `undefined` where it is fetched when it is opened,
   * empty where there is none.
   */
  readonly body?: string | undefined;
  /** How the answer is written, at hand or fetched. HTML when undefined. */
  readonly format?: 'markdown' | 'html' | undefined;
  /** The page that answers in full. */
  readonly url?: string | undefined;
  /** Asked most often: shown before anything is typed. */
  readonly popular?: boolean | undefined;
  /** The last day it is true, `YYYY-MM-DD` in the city's zone. */
  readonly expires?: string | undefined;
  /** The day somebody last checked it, `YYYY-MM-DD`. */
  readonly checked?: string | undefined;
  /** Codes of the services that it may save a report to. */
  readonly services?: readonly string[] | undefined;
  /** Whom to ask: then it is shown as a contact card. */
  readonly contact?: ContactCard | undefined;
  /** Days that differ from place to place, such as pick-ups. */
  readonly calendars?: readonly AreaCalendar[] | undefined;
}

export interface ContactCard {
  /** The department or person. */
  readonly name: string;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  readonly url?: string | undefined;
  /** In the city's zone. */
  readonly hours?: readonly Hours[] | undefined;
}

/** Where answers come from. Each kind is one small adapter, fetched when a page needs it. */
export interface FaqSource {
  /**
   * What can be found: titles and aliases, and bodies where the source has them at hand. Expired entries are still in it.
   * @throws {Error} with a message for the web editor, when there is nothing to be had
   */
  entries(signal?: AbortSignal): Promise<readonly FaqEntry[]>;
  /** The answer of one entry, written as its `format` says, unchecked. @throws {Error} when it cannot be had */
  body(entry: FaqEntry, signal?: AbortSignal): Promise<string>;
  /** What the addresses in an answer are relative to: an absolute URL. The page when undefined. */
  base?(entry: FaqEntry): string | undefined;
}

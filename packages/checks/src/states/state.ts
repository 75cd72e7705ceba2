// What a base state is: a widget, what the city and the device do meanwhile, and the way of a resident that leads there.

import type { Fault, FreshCityOptions, TestCity } from '@citydesk/sandbox/testing';
import type { Resident } from './resident.ts';

/** Something on the screen by its words: a sentence of ours by its key, in the page's language, or what the city or the page says. */
export type Named = string | { readonly said: string };

/** What the device and the network are like. Holds from before the widget stands until the page goes. */
export interface Conditions {
  /** Parts of `METHOD URL` of requests that never get an answer. */
  readonly hangs?: readonly string[];
  /** The same, of requests that fail at once. */
  readonly breaks?: readonly string[];
  readonly offline?: boolean;
  /** Where the device is, give or take `accuracy` metres; or the number with which it refuses to tell. */
  readonly located?: { readonly lat: number; readonly long: number; readonly accuracy: number } | 1 | 2 | 3;
  /** How fast sending and keeping go; milliseconds by name, in place of the real ones. */
  readonly times?: Readonly<Record<string, number>>;
  /** Fragment of the page's address. */
  readonly link?: string;
  /** Nothing can be drawn in three dimensions. */
  readonly isFlat?: boolean;
}

export interface State extends Conditions {
  /** Also the page's address: `/states/<name>/`. */
  readonly name: string;
  readonly widget: 'request-form' | 'status-tracker' | 'faq-panel' | 'launcher' | 'snippet-builder' | 'city-report';
  /** A heading, or a group's name, that is seen in this state. */
  readonly heading: Named;
  /** Of the element. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** What the page has put inside the element. */
  readonly inside?: string;
  /** What else stands on the page. */
  readonly beside?: string;
  /** In place of what the city file says. */
  readonly city?: Readonly<Record<string, unknown>>;
  /** A function where it has to be made, by what no page can have. */
  readonly seed?: FreshCityOptions | (() => Promise<FreshCityOptions>);
  readonly faults?: readonly Fault[];
  /** Done with the city before the page is served. */
  readonly prepare?: (city: TestCity) => Promise<unknown>;
  /** The script of the widgets never comes. */
  readonly isAbsent?: boolean;
  /** From the first screen to this state. Runs inside the page, in every engine. */
  readonly walk?: (resident: Resident) => Promise<unknown>;
  /** What not every engine has. */
  readonly needs?: 'webgl';
}

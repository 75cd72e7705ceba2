/** What the resident has entered so far. Everything typed lives here and nowhere else. */

/** A place on the ground, WGS84 degrees; `accuracy` in metres, as the device says. */
export interface Point {
  readonly lat: number;
  readonly long: number;
  readonly accuracy?: number | undefined;
}

/** Where the problem is: in words (an address, or "in front of the library"), as a point, or both. */
export interface Place {
  readonly words: string;
  readonly point?: Point | undefined;
}

/** How the city can reach the resident. All may be empty. */
export interface Contact {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

/** One answer: a text, or the chosen keys of a list. */
export type Answer = string | readonly string[];

/** By attribute code. */
export type Answers = Readonly<Record<string, Answer>>;

export interface Draft {
  /** What was typed to find the service. */
  readonly words: string;
  readonly serviceCode?: string | undefined;
  readonly place: Place;
  readonly description: string;
  readonly answers: Answers;
  readonly contact: Contact;
}

export const emptyDraft: Draft = {
  words: '',
  place: { words: '' },
  description: '',
  answers: {},
  contact: { name: '', email: '', phone: '' },
};

/** What the resident has entered so far. Everything typed lives here and nowhere else. */

/** A place on the ground, WGS84 degrees; `accuracy` in metres, as the device says. */
export interface Point {
  readonly lat: number;
  readonly long: number;
  readonly accuracy?: number | undefined;
}

/** What a place was set by, apart from typing. */
export type PlacedBy = 'address' | 'device' | 'map' | 'photo' | 'asset';

/** Where the problem is: in words (an address, or "in front of the library"), as a point, or both, which then never contradict. */
export interface Place {
  /** What stands in the field. */
  readonly words: string;
  readonly point?: Point | undefined;
  /** The address of `point`, where one is known. Words that still hold it are of the same place. */
  readonly address?: string | undefined;
  /** What set `point`. `undefined`: the page or its link. */
  readonly by?: PlacedBy | undefined;
  /** What was there until something else led: it can be put back. */
  readonly before?: Place | undefined;
}

/** Why a photo cannot be taken. `heic`: this browser cannot open it. */
export type PhotoFault = 'type' | 'heic' | 'size' | 'broken';

/** A photo of the report. What is on the device stays there until it is `ready`: turned upright, scaled, and without a word about where and when. */
export interface Photo {
  readonly id: string;
  readonly is: 'preparing' | 'ready' | PhotoFault;
  /** The name of the file, for the resident alone: it is never sent. */
  readonly name: string;
  /** What it shows, for people who cannot see it. May be empty. */
  readonly about: string;
  /** The picture to send, once it is ready. */
  readonly file?: Blob | undefined;
  /** Where it was taken, if it says so: offered to the resident, never sent by itself. */
  readonly taken?: Point | undefined;
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
  /** In the order they were added; also those that are not ready, and those that cannot be taken. */
  readonly photos: readonly Photo[];
  readonly answers: Answers;
  readonly contact: Contact;
}

export const emptyDraft: Draft = {
  words: '',
  place: { words: '' },
  description: '',
  photos: [],
  answers: {},
  contact: { name: '', email: '', phone: '' },
};

/** Finds addresses for words, and an address for a point. What the form knows of any geocoder. */
import type { Point } from '../request/draft.ts';

/** A place that a geocoder knows. WGS84 degrees. */
export interface FoundPlace {
  /** As people write it: "318 Hoffman St". */
  readonly label: string;
  readonly lat: number;
  readonly long: number;
}

/** What is asked: words as typed, and where to look first. */
export interface PlaceQuery {
  readonly text: string;
  readonly near?: Point | undefined;
  /** BCP 47. */
  readonly locale?: string | undefined;
}

/** How a geocoder is asked over HTTP and how its answer is read. Pure: a new geocoder is these functions. */
export interface Geocoder {
  urlFor(query: PlaceQuery): string;
  /** The URL that asks what stands at a point; a geocoder without it names no address for a pin. */
  urlAt?(point: Point, locale?: string): string;
  /** The places in an answer, best first; empty for what cannot be read. Never throws. */
  placesIn(json: unknown): readonly FoundPlace[];
}

/** Asks. Both give nothing found as empty; they reject when the geocoder cannot be reached. */
export interface AddressSearch {
  suggest(query: PlaceQuery, signal: AbortSignal): Promise<readonly FoundPlace[]>;
  /** The address of a point: at most `nearest` metres away. */
  at(point: Point, signal: AbortSignal, locale?: string): Promise<FoundPlace | undefined>;
}

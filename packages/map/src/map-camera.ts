/** Moves the map for buttons, keys, taps and the form, and tells where the resident has moved it. */
import type { Map as MapLibre } from 'maplibre-gl';
import type { MovedBy, Point } from './map-options.ts';
import { metresPerPixel, movedBy, type Camera } from './mercator.ts';

/** At the highest zoom, a press of a button is 6 m on the ground at the equator and less elsewhere: no place is farther than 5 m from a stop. */
export const highestZoom = 20;
/** What a place is looked at from. */
const streetZoom = 17;

/** `asset`: a tap on a thing, which the form hears of in another way. */
type Mover = MovedBy | 'asset' | 'form';

export class MapCamera {
  readonly #map: MapLibre;
  readonly #onMove: (point: Point, by: MovedBy) => void;
  /** Where a move under way ends: the next one starts there. */
  #goal?: Camera | undefined;
  #isStarting = false;
  /** Where the cross was last told, or put. */
  #told: Point;

  constructor(map: MapLibre, onMove: (point: Point, by: MovedBy) => void) {
    this.#map = map;
    this.#onMove = onMove;
    this.#told = rounded(this.#now.point);
    map.on('moveend', (event) => this.#ended(event));
  }

  /** CSS pixels to the right and down. */
  pan(right: number, down: number, by: MovedBy): void {
    const from = this.#goal ?? this.#now;
    this.#go({ point: movedBy(from, right, down), zoom: from.zoom }, by);
  }

  zoom(steps: number, by: MovedBy): void {
    const from = this.#goal ?? this.#now;
    const zoom = Math.max(this.#map.getMinZoom(), Math.min(highestZoom, Math.round(from.zoom) + steps));
    this.#go({ point: from.point, zoom }, by);
  }

  to(point: Point, by: Mover): void {
    const { zoom } = this.#goal ?? this.#now;
    this.#go({ point, zoom: by === 'form' ? zoomFor(point, Math.max(zoom, streetZoom)) : zoom }, by);
  }

  get #now(): Camera {
    const { lat, lng } = this.#map.getCenter().wrap();
    return { point: { lat, long: lng }, zoom: this.#map.getZoom() };
  }

  #go(goal: Camera, by: Mover): void {
    this.#goal = goal;
    // A move that is under way ends here: the resident has not stopped.
    this.#isStarting = true;
    this.#map.stop();
    this.#isStarting = false;
    const { lat, long: lng } = goal.point;
    // Whoever wants less motion gets none: the library sees to it.
    this.#map.easeTo({ center: [lng, lat], zoom: goal.zoom, duration: 200 }, { movedBy: by });
  }

  #ended(event: { readonly originalEvent?: unknown; readonly movedBy?: Mover }): void {
    if (this.#isStarting) return;
    this.#goal = undefined;
    const by = event.movedBy ?? (event.originalEvent ? 'drag' : undefined);
    if (!by) return; // the window has another size
    const point = rounded(this.#now.point);
    // A tap on the cross says: here.
    if (by !== 'tap' && point.lat === this.#told.lat && point.long === this.#told.long) return;
    this.#told = point;
    if (by !== 'form' && by !== 'asset') this.#onMove(point, by);
  }
}

/** As near as the accuracy allows: its ring stays in the picture. */
export function zoomFor(point: Point, wanted = streetZoom): number {
  if (!point.accuracy) return wanted;
  const allowed = Math.log2((metresPerPixel({ point, zoom: 0 }) * 120) / point.accuracy);
  return Math.max(10, Math.min(wanted, allowed));
}

/** Six digits are a tenth of a metre. */
const rounded = ({ lat, long }: Point): Point => ({ lat: digits(lat), long: digits(long) });
const digits = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

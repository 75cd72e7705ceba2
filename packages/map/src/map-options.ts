/** What the map takes, and what it gives. */
import type { Asset } from '@citydesk/core/place';
import type { Point } from '@citydesk/core/request';

export type { Asset, Point };

/** What the resident moved the map with. `drag` is every gesture of mouse and fingers but the tap. */
export type MovedBy = 'drag' | 'tap' | 'keys' | 'buttons';

/** Every word of the map, in the resident's language. */
export interface MapWords {
  /** Name of the whole: "Map". */
  readonly region: string;
  /** Name of the map itself, which takes the keys: "Map. The arrow keys move it, plus and minus zoom." */
  readonly keys: string;
  readonly north: string;
  readonly south: string;
  readonly west: string;
  readonly east: string;
  readonly closer: string;
  readonly farther: string;
  /** Shown when a mouse wheel scrolls the page and not the map: "Hold Ctrl and scroll to zoom." */
  readonly wheel: string;
  /** The same on a Mac. */
  readonly wheelMac: string;
  /** Shown when one finger scrolls the page and not the map: "Use two fingers to move the map." */
  readonly touch: string;
}

export interface MapOptions {
  /** Absolute URL of a MapLibre style. Addresses in it may be relative to it; `pmtiles://` is understood. */
  readonly style: string | URL;
  /** What is shown without a point. Default: where the style begins. */
  readonly center?: Point | undefined;
  /** Where the cross is at first. Its `accuracy`, in metres, is drawn as a ring. */
  readonly point?: Point | undefined;
  readonly words: MapWords;
  /** Things of the city's that can be picked: street lights, bins. The map draws points; whoever lists them shows their labels. */
  readonly assets?: readonly Asset[] | undefined;
  /** The resident has moved the cross here; called at the end of each move, never for `moveTo`. */
  readonly onMove: (point: Point, by: MovedBy) => void;
  /** The resident has tapped a thing. The cross goes there, and `onMove` is not called. */
  readonly onAsset?: ((id: string) => void) | undefined;
  /** The map has stopped to work and has been removed. */
  readonly onFail?: ((reason: 'webgl' | 'worker') => void) | undefined;
  /** Milliseconds until a map that does not stand is given up. Default 20,000. */
  readonly patience?: number | undefined;
}

export interface LocationMap {
  /** Puts the cross on a point; its `accuracy` is drawn as a ring. */
  moveTo(point: Point): void;
  /** Shows these things and no others. */
  showAssets(assets: readonly Asset[]): void;
  /** Takes away all that the map has brought. More calls do nothing. */
  remove(): void;
}

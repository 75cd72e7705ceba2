/** A map to point at a place: a fixed cross with the map moving under it. The only place that names a map library. */
export { openMap } from './open-map.ts';
export { MapError, type MapFault } from './map-error.ts';
export type { Asset, LocationMap, MapOptions, MapWords, MovedBy, Point } from './map-options.ts';

/** The library's map as we use it: flat, north up, without any control of its own. */
import type { Map as MapLibre, StyleSpecification } from 'maplibre-gl';
import { highestZoom, zoomFor } from './map-camera.ts';
import type { MapOptions, MapWords } from './map-options.ts';

/** Zoom without a point: a part of the town. */
const townZoom = 14;

export function newMap(
  { Map }: { readonly Map: typeof MapLibre },
  container: HTMLElement,
  style: StyleSpecification,
  { point, center, words }: MapOptions,
): MapLibre {
  const at = point ?? center;
  const map = new Map({
    container,
    style,
    ...(at && { center: [at.long, at.lat], zoom: point ? zoomFor(point) : townZoom }),
    maxZoom: highestZoom,
    maxPitch: 0,
    renderWorldCopies: false,
    attributionControl: false,
    cooperativeGestures: true,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    // Two taps are two taps.
    doubleClickZoom: false,
    boxZoom: false,
    keyboard: false,
    // The cross stays on its place while fingers or wheel zoom.
    scrollZoom: { around: 'center' },
    touchZoomRotate: { around: 'center' },
    // Labels are drawn in the page's own letters where the style brings none.
    locale: localeOf(words),
  });
  map.touchZoomRotate.disableRotation();
  // The arrow keys are the map's, also for a screen reader that has its own use for them.
  map.getCanvas().setAttribute('role', 'application');
  return map;
}

function localeOf({ keys, wheel, wheelMac, touch }: MapWords): Record<string, string> {
  return {
    'Map.Title': keys,
    'CooperativeGesturesHandler.WindowsHelpText': wheel,
    'CooperativeGesturesHandler.MacHelpText': wheelMac,
    'CooperativeGesturesHandler.MobileHelpText': touch,
  };
}

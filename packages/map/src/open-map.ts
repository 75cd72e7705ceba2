/** Opens the map in an element of the page: fetches the library and the style, and takes all away again if they do not work here. */
import type { ErrorEvent, Map as MapLibre, StyleSpecification } from 'maplibre-gl';
import { creditLine } from './credit.ts';
import { loadStyle, usesPmtiles } from './load-style.ts';
import { MapCamera } from './map-camera.ts';
import { MapError } from './map-error.ts';
import { mapFrame, type MapButton } from './map-frame.ts';
import { listenToKeys } from './map-keys.ts';
import type { LocationMap, MapOptions } from './map-options.ts';
import { addOverlay, assetAt, drawAssets, drawRing } from './map-overlay.ts';
import { isOfWorker, mapStands } from './map-stands.ts';
import { adoptStyles } from './map-styles.ts';
import { newMap } from './new-map.ts';
import { understandPmtiles } from './pmtiles.ts';
import { workerStart } from './start-worker.ts';

type Library = typeof import('maplibre-gl');

/** Milliseconds in which a lost drawing context may come back. */
const contextComesBack = 3000;

/**
 * Opens a map that fills the element, which has to be in the page and to have a size. The element may be in a shadow root.
 * @throws MapError when it cannot be shown here; nothing of it is left behind
 */
export async function openMap(container: HTMLElement, options: MapOptions): Promise<LocationMap> {
  const { style: address, patience = 20_000 } = options;
  if (!hasWebGl()) throw new MapError('webgl');
  if (typeof Worker === 'undefined') throw new MapError('worker');
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), patience);
  try {
    const [library, style] = await Promise.all([import('maplibre-gl'), loadStyle(address, late.signal)]);
    if (usesPmtiles(style)) await understandPmtiles(library);
    return await standing(container, options, library, style, patience);
  } finally {
    clearTimeout(timer);
  }
}

async function standing(
  container: HTMLElement,
  options: MapOptions,
  library: Library,
  style: StyleSpecification,
  patience: number,
): Promise<LocationMap> {
  const start = workerStart();
  if (start) library.setWorkerUrl(start);
  const frame = mapFrame(options.words, (button) => press(camera, button));
  const undress = adoptStyles(container.getRootNode() as Document | ShadowRoot);
  container.append(frame.whole);
  let map: MapLibre;
  try {
    map = newMap(library, frame.ground, style, options);
  } catch (cause) {
    frame.whole.remove();
    undress();
    throw new MapError('webgl', { cause });
  }

  let isGone = false;
  const remove = (): void => {
    if (isGone) return;
    isGone = true;
    map.remove();
    frame.whole.remove();
    undress();
  };
  const camera = new MapCamera(map, (point, by) => {
    drawRing(map, (ring = undefined));
    options.onMove(point, by);
  });

  let { assets = [], point: ring } = options;
  map.on('style.load', () => {
    addOverlay(map);
    drawRing(map, ring);
    drawAssets(map, assets);
  });
  let credited = '';
  map.on('sourcedata', () => {
    const attributions = attributionsOf(map);
    // Only when there is another: the keyboard may be on one of its links.
    if (credited === (credited = attributions.join())) return;
    frame.credit.replaceChildren(...creditLine(attributions));
  });
  map.on('click', (event) => {
    const asset = options.onAsset && assetAt(map, event, assets);
    const { lat, lng } = event.lngLat.wrap();
    camera.to(asset?.point ?? { lat, long: lng }, asset ? 'asset' : 'tap');
    if (asset) options.onAsset?.(asset.id);
  });
  listenToKeys(map.getCanvas(), camera);

  try {
    await mapStands(map, Object.keys(style.sources), patience);
  } catch (error) {
    remove();
    throw error;
  }
  watch(map, (reason) => {
    if (isGone) return;
    remove();
    options.onFail?.(reason);
  });
  return {
    moveTo(point) {
      if (isGone) return;
      camera.to(point, 'form');
      drawRing(map, (ring = point));
    },
    showAssets(shown) {
      assets = shown;
      if (!isGone) drawAssets(map, assets);
    },
    remove,
  };
}

/** CSS pixels that a press of an arrow button moves the map by. */
const step = 80;

function press(camera: MapCamera, button: MapButton): void {
  switch (button) {
    case 'north':
      return camera.pan(0, -step, 'buttons');
    case 'south':
      return camera.pan(0, step, 'buttons');
    case 'west':
      return camera.pan(-step, 0, 'buttons');
    case 'east':
      return camera.pan(step, 0, 'buttons');
    case 'closer':
      return camera.zoom(1, 'buttons');
    case 'farther':
      return camera.zoom(-1, 'buttons');
  }
}

/** Tells when a map that stood does not any more. */
function watch(map: MapLibre, failed: (reason: 'webgl' | 'worker') => void): void {
  let lost: ReturnType<typeof setTimeout>;
  map.on('webglcontextlost', () => (lost = setTimeout(() => failed('webgl'), contextComesBack)));
  map.on('webglcontextrestored', () => clearTimeout(lost));
  map.on('error', (event: ErrorEvent) => {
    if (isOfWorker(event)) failed('worker');
    else console.warn('citydesk: the map lacks something.', event.error);
  });
}

function attributionsOf(map: MapLibre): readonly string[] {
  const ids = Object.keys(map.getStyle()?.sources ?? {});
  return ids.flatMap((id) => map.getSource(id)?.attribution ?? []);
}

/** Whether there is a context to draw in; the one that is tried is given back at once, because a browser has few. */
function hasWebGl(): boolean {
  const context = document.createElement('canvas').getContext('webgl2');
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}

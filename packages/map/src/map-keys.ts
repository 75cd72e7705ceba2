/** The keys of the map: arrows move it, plus and minus zoom. Every other key is the page's, so that Tab leads out. */
import type { MapCamera } from './map-camera.ts';

/** CSS pixels; with Shift a tenth, to be exact. */
const stride = 100;

const arrows: Readonly<Record<string, readonly [right: number, down: number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};
const zooms: Readonly<Record<string, number>> = { '+': 1, '=': 1, '-': -1, _: -1 };

export function listenToKeys(canvas: HTMLElement, camera: MapCamera): void {
  canvas.addEventListener('keydown', (event) => {
    // With these, keys belong to the browser.
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const arrow = arrows[event.key];
    const zoom = zooms[event.key];
    if (arrow) {
      const length = event.shiftKey ? stride / 10 : stride;
      camera.pan(arrow[0] * length, arrow[1] * length, 'keys');
    } else if (zoom) camera.zoom(zoom, 'keys');
    else return;
    event.preventDefault();
  });
}

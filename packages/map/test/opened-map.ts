/** A map in a shadow root, as the form has it, over a small town that needs no network: what a resident does with it, and what it tells. */
import { emulateMedia, sendKeys, sendMouse } from '@web/test-runner-commands';
import { openMap, type LocationMap, type MapOptions, type MovedBy, type Point } from '../src/index.ts';

export const center: Point = { lat: 41.944, long: -85.6328 };

export const words = {
  region: 'Plan',
  keys: 'Plan. Pfeiltasten bewegen ihn.',
  north: 'Nach oben',
  south: 'Nach unten',
  west: 'Nach links',
  east: 'Nach rechts',
  closer: 'Näher',
  farther: 'Weiter weg',
  wheel: 'Strg halten und scrollen',
  wheelMac: '⌘ halten und scrollen',
  touch: 'Zwei Finger bewegen den Plan',
};

/** Streets every hundredth of a degree, on a coloured ground. */
export const town = {
  version: 8,
  sources: {
    streets: {
      type: 'geojson',
      attribution: '© <a href="https://example.org/streets">Street people</a> <script>alert(1)</script>& friends',
      data: {
        type: 'FeatureCollection',
        features: [-1, 0, 1].flatMap((at) => [
          street([
            [center.long - 0.05, center.lat + at / 100],
            [center.long + 0.05, center.lat + at / 100],
          ]),
          street([
            [center.long + at / 100, center.lat - 0.05],
            [center.long + at / 100, center.lat + 0.05],
          ]),
        ]),
      },
    },
  },
  layers: [
    { id: 'ground', type: 'background', paint: { 'background-color': '#eceae4' } },
    { id: 'streets', type: 'line', source: 'streets', paint: { 'line-color': '#a33', 'line-width': 6 } },
  ],
};

function street(coordinates: readonly (readonly number[])[]): object {
  return { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates } };
}

/** The address of a style that is fetched without a network. */
export const asAddress = (style: unknown): string =>
  URL.createObjectURL(new Blob([JSON.stringify(style)], { type: 'application/json' }));

export interface OpenedMap {
  readonly map: LocationMap;
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  /** Where the resident moved the cross, and with what. */
  readonly moves: (readonly [Point, MovedBy])[];
  readonly button: (name: string) => HTMLButtonElement;
  readonly canvas: () => HTMLCanvasElement;
  close(): void;
}

/** A host with room for a map; nothing in it yet. */
export function roomForMap(width = 600): { host: HTMLElement; root: ShadowRoot; element: HTMLElement } {
  const host = document.createElement('section');
  host.style.cssText = `display: block; inline-size: ${width}px; block-size: 420px`;
  const root = host.attachShadow({ mode: 'open' });
  const element = document.createElement('div');
  element.style.blockSize = '100%';
  root.append(element);
  document.body.append(host);
  return { host, root, element };
}

export async function openedMap(options: Partial<MapOptions> = {}, width?: number): Promise<OpenedMap> {
  const { host, root, element } = roomForMap(width);
  const moves: (readonly [Point, MovedBy])[] = [];
  const map = await openMap(element, {
    style: asAddress(town),
    center,
    words,
    onMove: (point, by) => moves.push([point, by]),
    ...options,
  });
  return {
    map,
    host,
    root,
    moves,
    button: (name) => root.querySelector<HTMLButtonElement>(`button[aria-label="${name}"]`)!,
    canvas: () => root.querySelector('canvas')!,
    close() {
      map.remove();
      host.remove();
    },
  };
}

/** Metres between two points of a town. */
export function metres(one: Point, other: Point): number {
  const north = (one.lat - other.lat) * 111_320;
  const east = (one.long - other.long) * 111_320 * Math.cos((one.lat * Math.PI) / 180);
  return Math.hypot(north, east);
}

export type Step = 'north' | 'south' | 'west' | 'east' | 'closer';

/**
 * Goes to a place as someone does who sees on which side of the cross it lies: moves until it is past, back, closer, and again.
 * Gives where the cross is in the end, and the steps it took.
 */
export async function walkTo(
  target: Point,
  where: () => Point,
  take: (step: Step) => unknown,
): Promise<{ readonly point: Point; readonly steps: number }> {
  let steps = 0;
  const go = async (step: Step) => {
    steps += 1;
    await take(step);
  };
  const nearer = async (step: Step, back: Step, away: () => number) => {
    for (let before = Infinity; away() < before && steps < 400;) {
      before = away();
      await go(step);
    }
    await go(back);
  };
  for (let zoom = 14; zoom <= 20; zoom++) {
    const east = () => Math.abs(target.long - where().long);
    const north = () => Math.abs(target.lat - where().lat);
    if (target.long > where().long) await nearer('east', 'west', east);
    else await nearer('west', 'east', east);
    if (target.lat > where().lat) await nearer('north', 'south', north);
    else await nearer('south', 'north', north);
    if (zoom < 20) await go('closer');
  }
  return { point: where(), steps };
}

export { emulateMedia, sendKeys, sendMouse };

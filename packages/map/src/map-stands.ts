/** Waits until a new map stands, and tells why one does not. */
import type { ErrorEvent, Map as MapLibre } from 'maplibre-gl';
import { MapError } from './map-error.ts';

type MapProblem = ErrorEvent & { readonly sourceId?: string; readonly tile?: unknown };

/** What the library says when its worker does not start. */
export const isOfWorker = ({ error }: ErrorEvent): boolean => /^Worker failed to load/.test(error?.message ?? '');

/**
 * Resolves when the first picture is whole, or late tiles are all it lacks when the patience ends.
 * @param sources of the style: when none of them comes, there is no map
 * @throws MapError
 */
export async function mapStands(map: MapLibre, sources: readonly string[], patience: number): Promise<void> {
  const broken = new Set<string>();
  let hasStyle = false;
  const isEmpty = () => sources.length > 0 && sources.every((id) => broken.has(id));
  const waiting = new AbortController();
  try {
    await new Promise<void>((resolve, reject) => {
      const decide = () => (hasStyle && !isEmpty() ? resolve() : reject(new MapError('style')));
      const wait = (time: number) => {
        // A page in the background draws nothing.
        const timer = setTimeout(() => (document.hidden ? wait(time) : decide()), time);
        waiting.signal.addEventListener('abort', () => clearTimeout(timer));
      };
      wait(patience);
      const failed = (event: MapProblem) => {
        if (isOfWorker(event)) reject(new MapError('worker', { cause: event.error }));
        else if (event.sourceId && !event.tile) {
          broken.add(event.sourceId);
          // The picture may never be whole without it: what there is of the others is shown soon.
          wait(patience / 5);
        } else if (!hasStyle && !event.tile) reject(new MapError('style', { cause: event.error }));
      };
      const subscriptions = [
        map.on('error', failed as (event: ErrorEvent) => void),
        map.on('style.load', () => (hasStyle = true)),
        map.on('load', decide),
      ];
      waiting.signal.addEventListener('abort', () => subscriptions.forEach((one) => one.unsubscribe()));
    });
  } finally {
    waiting.abort();
  }
}

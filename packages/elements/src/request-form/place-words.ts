/** A place said back in words. */
import type { Place } from '@citydesk/core/request';
import type { Messages } from '../messages/messages.ts';

export function placeWords({ words: typed, point }: Place, words: Messages): string {
  if (!point) return typed.trim();
  if (typed.trim()) return words.text('place.both', { words: typed.trim() });
  if (point.accuracy !== undefined) return words.text('place.device');
  return words.text('place.here', { lat: point.lat.toFixed(5), long: point.long.toFixed(5) });
}

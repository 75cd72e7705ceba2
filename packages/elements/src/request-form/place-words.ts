/** A place said back in words. */
import type { Place } from '@citydesk/core/request';
import type { Messages } from '../messages/messages.ts';

export function placeWords({ words: typed, point, by }: Place, words: Messages): string {
  const own = typed.trim();
  if (!point) return own;
  const isDevice = by === 'device';
  if (own) return isDevice ? words.text('place.both', { words: own }) : own;
  if (isDevice) return words.text('place.device');
  return words.text('place.here', { lat: point.lat.toFixed(5), long: point.long.toFixed(5) });
}

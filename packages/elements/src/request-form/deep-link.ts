/**
 * Reads a link into the form: `#citydesk:service=…&lat=…&long=…&address=…&about=…&words=…&answer=…&asset=…`. In the fragment only, never sent anywhere.
 * `&channel=qr` at its end says that it was printed; it is read where the city counts.
 */
import type { Beginning, Point } from '@citydesk/core/request';

const start = '#citydesk:';

/** Whether a link leads into the form. Those to a report (`request=`, `token=`) are the tracker's. */
export const isForForm = (fragment: string): boolean =>
  /^#citydesk:(.*&)?(service|lat|address|about|words|asset)=/.test(fragment);

/** What `fragment` says beforehand; empty for any other fragment. Places that are not on the globe are left out. */
export function beginningIn(fragment: string): Beginning {
  if (!fragment.startsWith(start)) return {};
  const said = new URLSearchParams(fragment.slice(start.length));
  const address = said.get('address') ?? '';
  const point = pointIn(said.get('lat'), said.get('long'));
  return {
    serviceCode: said.get('service') || undefined,
    place: address || point ? { words: address, point } : undefined,
  };
}

function pointIn(lat: string | null, long: string | null): Point | undefined {
  if (!lat || !long) return undefined;
  const point = { lat: Number(lat), long: Number(long) };
  return Math.abs(point.lat) <= 90 && Math.abs(point.long) <= 180 ? point : undefined;
}

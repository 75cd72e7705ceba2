/** The link under which a report can be followed. In the fragment only: it is never sent to a server. */
import type { Receipt } from '@citydesk/open311';
import type { CityConfig } from '../city/city-config.ts';

/**
 * Whole, as it is also copied and scanned; `undefined` for a report with neither number nor token. The tracker's own
 * `fragmentFor` writes the same, with all it takes to read such links: the form does without that.
 */
export function trackerLink({ trackerUrl }: CityConfig, { serviceRequestId, token }: Receipt): string | undefined {
  const reference = serviceRequestId ?? token;
  if (!reference) return undefined;
  // Without the fragment that this page was opened with.
  const page = new URL(trackerUrl ?? location.href, document.baseURI).href.replace(/#.*/s, '');
  const name = serviceRequestId === undefined ? 'token' : 'request';
  return `${page}#citydesk:${name}=${encodeURIComponent(reference.replace(/\p{Surrogate}/gu, '\uFFFD'))}`;
}

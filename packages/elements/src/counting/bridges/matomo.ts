/** To Matomo: an event of the category "citydesk". Its names never change; docs/guides/privacy/counting.md lists them. */
import type { Happened } from '../tally.ts';

export function bridge({ event, detail, service, language, channel }: Happened): void {
  const page = globalThis as { _paq?: unknown[] };
  const name = [detail, service, language, channel].join(';');
  (page._paq ??= []).push(['trackEvent', 'citydesk', `citydesk_${event.replaceAll('-', '_')}`, name]);
}

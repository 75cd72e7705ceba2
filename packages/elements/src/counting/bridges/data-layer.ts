/** To a tag manager: an event in `dataLayer`. Its names never change; docs/guides/privacy/counting.md lists them. */
import type { Happened } from '../tally.ts';

export function bridge({ event, detail, service, language, channel }: Happened): void {
  const page = globalThis as { dataLayer?: unknown[] };
  (page.dataLayer ??= []).push({
    event: `citydesk_${event.replaceAll('-', '_')}`,
    citydesk_detail: detail,
    citydesk_service: service,
    citydesk_language: language,
    citydesk_channel: channel,
  });
}

/** Asks a relay for its public figures. */
import { reportSections, type CityReport, type ReportSection } from '@citydesk/core/city-report';

export type Fetched =
  | {
      readonly is: 'here';
      readonly report: CityReport;
      readonly sections: readonly ReportSection[];
      readonly csv: string;
    }
  /** The relay publishes none, or there is no relay. */
  | { readonly is: 'none' }
  | { readonly is: 'failed' };

/**
 * @param base of the endpoint, with a slash at the end
 * @param from first day, `2026-10-01`; the relay chooses the last whole month where there is none
 */
export async function fetchReport(base: string, from?: string, to?: string, signal?: AbortSignal): Promise<Fetched> {
  const url = new URL('report.json', base);
  if (from) url.searchParams.set('from', from);
  if (to) url.searchParams.set('to', to);
  const csv = url.href.replace('report.json', 'report.csv');
  try {
    const answer = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer', signal: signal ?? null });
    if (answer.status === 404) return { is: 'none' };
    if (!answer.ok) return { is: 'failed' };
    const report = (await answer.json()) as CityReport;
    // What is no such report cannot be written out, either.
    return report.version === 1 ? { is: 'here', report, sections: reportSections(report), csv } : { is: 'failed' };
  } catch {
    return { is: 'failed' };
  }
}

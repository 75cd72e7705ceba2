// What is in the demo city, as its API tells it: for tests that need a report of a certain kind to look at.

/** A report as `requests.json` lists it, as far as tests ask. */
export interface CityReport {
  readonly service_request_id: string;
  readonly status: 'open' | 'closed';
  readonly service_name: string;
  readonly requested_datetime: string;
  readonly address?: string | null;
  readonly expected_datetime?: string | null;
  readonly media_url?: string | null;
}

/** All that the city lists, newest first. */
export async function cityReports(origin: string): Promise<readonly CityReport[]> {
  const answer = await fetch(`${origin}/open311/v2/requests.json?extensions=true`);
  return (await answer.json()) as readonly CityReport[];
}

/** @throws Error when the city has no such report */
export async function reportLike(origin: string, fits: (report: CityReport) => boolean): Promise<CityReport> {
  const found = (await cityReports(origin)).find(fits);
  if (!found) throw new Error('The demo city has no such report.');
  return found;
}

/** Whether the city has named a day, and that day is still to come. */
export function isExpected({ status, expected_datetime: expected }: CityReport): boolean {
  return status === 'open' && !!expected && Date.parse(expected) > Date.now() + 2 * 86_400_000;
}

/** The work that a relay wants to see done for a report, begun while the resident still reads: a bot would have to do it for each of thousands. */
import { workFor, type Challenge } from './work.ts';

/** Milliseconds that a report waits for it. It goes without: the relay then takes its time. */
const patience = 1500;

/** By relay and report: it counts at every attempt. */
const works = new Map<string, Promise<string | undefined>>();

/** Begins the work for a report, once. Never rejects; gives `undefined` where there is none, or the relay asks for none. */
export function workAhead(endpoint: string, reportId: string): Promise<string | undefined> {
  const url = `${endpoint.replace(/\/*$/, '/')}challenge.json?report_id=${reportId}`;
  const work = works.get(url) ?? worked(url);
  works.set(url, work);
  return work;
}

/** The work for a report, if it is done soon. */
export function workInTime(endpoint: string, reportId: string): Promise<string | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, patience));
  return Promise.race([workAhead(endpoint, reportId), late]);
}

async function worked(url: string): Promise<string | undefined> {
  try {
    const answer = await fetch(url, { credentials: 'omit' });
    return answer.ok ? await workFor((await answer.json()) as Challenge) : undefined;
  } catch {
    // Next time, perhaps.
    works.delete(url);
    return undefined;
  }
}

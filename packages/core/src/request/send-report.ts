/** Sends a report once and says what came of it. Apart from the flow, so that a page can bring it when it is needed. */
import type { Client } from '@citydesk/open311';
import { fieldsOf } from './fields.ts';
import { refused } from './going-on.ts';
import type { Sending } from './journey-state.ts';
import type { Owner } from '../triage/stop.ts';
import type { Action } from './action.ts';
import type { Problem } from './problems.ts';
import { reportFrom } from './report.ts';

/** What sending needs from outside. */
export interface SendPorts {
  /** Gives the client of the city, or of who has taken the report over; it may load late. `photos`: how many go along. */
  client(owner: Owner | undefined, photos: number): Promise<Pick<Client, 'submitRequest'>>;
  /** How much of the report has left the device, from 0 to 1; `undefined` where nobody can tell. */
  progress?(): number | undefined;
  /** False only when the device knows that it has no connection. */
  online(): boolean;
  /** Asked right before sending; false leaves the sending to the page. */
  maySend(serviceCode: string): boolean;
}

/** The action that tells the journey how it went. Never throws, never tries twice. An abort stops it where it is: what has gone may have arrived. */
export async function sendReport(ports: SendPorts, sending: Sending, signal?: AbortSignal): Promise<Action> {
  const offline = { type: 'not-sent', setback: { is: 'offline' } } as const;
  if (!ports.online()) return offline;
  const fields = fieldsOf(sending);
  const { rules, withoutPhotos, owner } = sending;
  const report = reportFrom(sending.draft, fields, { ...rules, withoutPhotos });
  const photos = report.media?.length ?? 0;
  if (!ports.maySend(report.serviceCode)) return { type: 'not-sent' };

  let client;
  try {
    client = await ports.client(owner, photos);
  } catch {
    return offline;
  }
  try {
    return { type: 'sent', receipt: await client.submitRequest(report, { signal }) };
  } catch (error) {
    const reasons = refusalIn(error);
    // A body that has not gone out whole is no report to any server.
    const isPart = (ports.progress?.() ?? 1) < 1;
    if (photos && (isPart || (!signal?.aborted && isAboutPhotos(error, reasons)))) {
      return { type: 'not-sent', setback: { is: 'photos-failed' } };
    }
    if (reasons && (error as { alreadyFiled?: boolean }).alreadyFiled) {
      return { type: 'not-sent', setback: { is: 'already-filed', reasons } };
    }
    if (!reasons) return { type: 'not-sent', setback: { is: 'unsure' } };
    // Who reports is not asked everywhere: what is said about it is then said about the whole report.
    const asked = ({ field }: Problem) => sending.rules.contact !== 'none' || !/^(name|email|phone)$/.test(field);
    // The reasons are shown in any case; which field each is about is read by what few need.
    const said = await import('./problems-said.ts')
      .then(({ problemsSaid }) => problemsSaid(reasons, fields))
      .catch(() => []);
    return refused(reasons, said.filter(asked));
  }
}

/**
 * The city does not have this report, and without the photos it could: they are too much for it, it says so itself, or they could not be
 * brought to where it finds them. What sends them there throws errors of its own, and before anything has left for the city.
 */
function isAboutPhotos(error: unknown, reasons: readonly string[] | undefined): boolean {
  const { name, status } = error as { name?: string; status?: number };
  const isOfClient = 'reasons' in (error as object);
  if (!isOfClient || name === 'UnsupportedError' || status === 413 || status === 415) return true;
  return !!reasons?.some((reason) => /\b(photos?|pictures?|images?|media|files?|uploads?)\b/i.test(reason));
}

/**
 * Only a readable refusal, or an endpoint that takes no reports, says that the city did not take this one. Everything else
 * (no answer, a server error, an answer nobody can read) may have come after the report was filed.
 */
function refusalIn(error: unknown): readonly string[] | undefined {
  const { name, status = 0, reasons = [] } = error as { name?: string; status?: number; reasons?: readonly string[] };
  if (name === 'UnsupportedError') return [];
  return (name === 'RejectedError' || name === 'NotFoundError') && status < 500 ? reasons : undefined;
}

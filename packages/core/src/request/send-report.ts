/** Sends a report once and says what came of it. Apart from the flow, so that a page can bring it when it is needed. */
import type { Client } from '@citydesk/open311';
import { fieldsOf, type Sending } from './journey-state.ts';
import type { Action } from './journey.ts';
import type { Problem } from './problems.ts';
import { problemsSaid } from './problems-said.ts';
import { reportFrom } from './report.ts';

/** What sending needs from outside. */
export interface SendPorts {
  /** Gives the client; it may load late. */
  client(): Promise<Pick<Client, 'submitRequest'>>;
  /** False only when the device knows that it has no connection. */
  online(): boolean;
  /** Asked right before sending; false leaves the sending to the page. */
  maySend(serviceCode: string): boolean;
}

/** The action that tells the journey how it went. Never throws, never tries twice. */
export async function sendReport(ports: SendPorts, sending: Sending): Promise<Action> {
  const offline = { type: 'not-sent', setback: { is: 'offline' } } as const;
  if (!ports.online()) return offline;
  const fields = fieldsOf(sending);
  const report = reportFrom(sending.draft, fields, sending.rules);
  if (!ports.maySend(report.serviceCode)) return { type: 'not-sent' };

  let client;
  try {
    client = await ports.client();
  } catch {
    return offline;
  }
  try {
    return { type: 'sent', receipt: await client.submitRequest(report) };
  } catch (error) {
    const reasons = refusalIn(error);
    if (reasons && (error as { alreadyFiled?: boolean }).alreadyFiled) {
      return { type: 'not-sent', setback: { is: 'already-filed', reasons } };
    }
    if (!reasons) return { type: 'not-sent', setback: { is: 'unsure' } };
    // Who reports is not asked everywhere: what is said about it is then said about the whole report.
    const asked = ({ field }: Problem) => sending.rules.contact !== 'none' || !/^(name|email|phone)$/.test(field);
    return { type: 'rejected', reasons, problems: problemsSaid(reasons, fields).filter(asked) };
  }
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
